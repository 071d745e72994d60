package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.text.Fold;
import java.util.Locale;
import java.util.function.Supplier;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * Tokens by OpenNLP's tokenizer, folded; by character classes where there is no model for the language. Safe for many
 * threads: each has its own tokenizer.
 */
final class OpenNlpTokens {

    private static final Supplier<TokenizerModel> ENGLISH =
            OpenNlpModels.once(() -> OpenNlpModels.read(OpenNlpModels.TOKENS_EN, TokenizerModel::new));

    private final ThreadLocal<Tokenizer> tokenizers;

    OpenNlpTokens(Locale locale) {
        tokenizers = ThreadLocal.withInitial(
                locale.getLanguage().equals("en")
                        ? () -> new TokenizerME(ENGLISH.get())
                        : () -> SimpleTokenizer.INSTANCE);
    }

    String[] of(String text) {
        String[] tokens = tokenizers.get().tokenize(text);
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = Fold.fold(tokens[i]);
        }
        return tokens;
    }
}
