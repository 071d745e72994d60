package dev.sotto.bot.build;

import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Requirement;
import dev.sotto.bot.Scope;
import dev.sotto.bot.Updates;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the small parts of an intent: who may use it, what it calls, and what comes after it. */
final class ClauseReader {

    private static final List<String> HOOK_KEYS = List.of("hook", "timeout", "label", "transcript");
    private static final Pattern HANDLER = Pattern.compile("java:[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int MAX_LABEL = 100;

    private final Problems problems;
    private final PlainText texts;

    ClauseReader(Sheets file, Problems problems) {
        this.problems = problems;
        this.texts = new PlainText(file, problems);
    }

    /** Reads {@code continue}, {@code hangup} or {@code { transfer: agents }}. */
    Optional<Ending> ending(YamlNode node) {
        if (node instanceof YamlNode.Fields) {
            return Entries.of(node, "an ending", List.of("transfer"), problems)
                    .flatMap(entries -> entries.required("transfer"))
                    .flatMap(to -> texts.read(to, "where to transfer to", BotFormat.MAX_VALUE))
                    .map(to -> new Ending.Transfer(to.text()));
        }
        return word(node, List.of("continue", "hangup"), "{ transfer: agents }")
                .map(word -> word.equals("hangup") ? new Ending.Hangup() : new Ending.Continue());
    }

    /** Reads {@code identified} or {@code { scopes: [payments] }}. */
    Optional<Requirement> requirement(YamlNode node) {
        if (node instanceof YamlNode.Scalar) {
            return word(node, List.of("identified"), "{ scopes: [payments] }")
                    .map(word -> new Requirement(Requirement.Identity.IDENTIFIED, Set.of()));
        }
        Optional<YamlNode> list = Entries.of(node, "a requirement", List.of("scopes"), problems)
                .flatMap(entries -> entries.required("scopes"));
        Set<Scope> scopes = new HashSet<>();
        for (YamlNode item :
                list.map(n -> Values.list(n, "a list of scopes", problems)).orElse(List.of())) {
            scope(item).ifPresent(scopes::add);
        }
        if (list.isPresent()
                && list.get() instanceof YamlNode.Items items
                && items.items().isEmpty()) {
            problems.add(node.position(), "value.range", "no scope", "at least one scope");
        }
        return scopes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Requirement(Requirement.Identity.IDENTIFIED, scopes));
    }

    /** Reads a scope. */
    Optional<Scope> scope(YamlNode node) {
        String expected = "a scope: 1 to 64 of a-z, 0-9 and inner . _ -";
        Optional<YamlNode.Scalar> name = Values.text(node, expected, problems);
        if (name.isPresent() && !Scope.isValid(name.get().text())) {
            problems.add(node.position(), "scope.malformed", node.kind(), expected);
            return Optional.empty();
        }
        return name.map(text -> new Scope(text.text()));
    }

    /** Reads a call to the operator's own service. */
    Optional<Hook> hook(YamlNode node) {
        return Entries.of(node, "a hook", HOOK_KEYS, problems).flatMap(this::hook);
    }

    /** Reads a call to the operator's own service from among other keys. */
    Optional<Hook> hook(Entries entries) {
        return hook(entries, Hook.MAX_TIMEOUT);
    }

    /** Reads the call that does what was asked for; it may take longer if the person is told how it comes on. */
    Optional<Hook> fulfilmentHook(Entries entries) {
        boolean told = entries.has("started") || entries.has("progress");
        return hook(entries, told ? Updates.MAX_TIMEOUT : Hook.MAX_TIMEOUT);
    }

    private Optional<Hook> hook(Entries entries, Duration longest) {
        Optional<URI> url = entries.required("hook").flatMap(this::url);
        Duration timeout = entries.get("timeout")
                .flatMap(value -> Values.duration(value, Hook.MIN_TIMEOUT, longest, problems))
                .orElse(BotFormat.DEFAULT_HOOK_TIMEOUT);
        Optional<String> label = entries.get("label")
                .flatMap(value -> texts.read(value, "a label", MAX_LABEL))
                .map(YamlNode.Scalar::text);
        boolean sent = entries.get("transcript")
                .flatMap(value -> Values.yesOrNo(value, problems))
                .orElse(false);
        Hook.Transcript transcript = sent ? Hook.Transcript.SENT : Hook.Transcript.WITHHELD;
        return url.map(address -> new Hook(address, timeout, label, transcript));
    }

    private Optional<String> word(YamlNode node, List<String> words, String orElse) {
        String expected = String.join(", ", words) + " or " + orElse;
        Optional<String> word = Values.text(node, expected, problems).map(YamlNode.Scalar::text);
        if (word.isPresent() && !words.contains(word.get())) {
            Optional<String> nearest = NearestName.of(word.get(), words);
            problems.add(new Problem(node.position(), "value.choice", node.kind(), expected, nearest));
            return Optional.empty();
        }
        return word;
    }

    private Optional<URI> url(YamlNode node) {
        String expected = "an address such as https://core.bank.example/pay";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.get().text());
            if (HANDLER.matcher(text.get().text()).matches()) {
                return Optional.of(url);
            }
            if ("https".equals(url.getScheme()) && url.getHost() != null && url.getUserInfo() == null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // Told below, like any other text that is no https address.
        }
        problems.add(node.position(), "hook.url", node.kind(), expected);
        return Optional.empty();
    }
}
