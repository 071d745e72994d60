package dev.sotto.dialogue;

import dev.sotto.bot.Condition;
import dev.sotto.bot.IsoTimes;
import dev.sotto.lex.LexSlot;
import dev.sotto.lex.LexTranscription;
import dev.sotto.sensitive.SlotValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a condition holds (Lex V2 developer guide, conditional branching). A comparison with something unset is
 * neither true nor false; {@code AND}, {@code OR} and {@code NOT} treat that as Kleene's logic does, and a branch is
 * taken only for what is true.
 */
final class Conditions {

    private static final Optional<Boolean> UNDECIDED = Optional.empty();

    private final Draft draft;
    private final Words words;

    private Conditions(Draft draft, Words words) {
        this.draft = draft;
        this.words = words;
    }

    static boolean holds(Condition condition, Draft draft, Words words) {
        return new Conditions(draft, words).decide(condition).orElse(false);
    }

    private Optional<Boolean> decide(Condition condition) {
        if (condition instanceof Condition.And and) {
            return both(and.left(), and.right(), false);
        }
        if (condition instanceof Condition.Or or) {
            return both(or.left(), or.right(), true);
        }
        if (condition instanceof Condition.Not not) {
            return decide(not.negated()).map(truth -> !truth);
        }
        if (condition instanceof Condition.IsSet set) {
            return Optional.of(!values(set.subject()).isEmpty());
        }
        return condition instanceof Condition.Compare compare ? compare(compare) : UNDECIDED;
    }

    /** The deciding truth wins over an undecided side; else both sides must be decided. */
    private Optional<Boolean> both(Condition one, Condition other, boolean deciding) {
        Optional<Boolean> left = decide(one);
        if (left.equals(Optional.of(deciding))) {
            return left;
        }
        Optional<Boolean> right = decide(other);
        if (right.equals(Optional.of(deciding)) || left.isPresent()) {
            return right;
        }
        return UNDECIDED;
    }

    private Optional<Boolean> compare(Condition.Compare compare) {
        if (compare.quantity() instanceof Condition.Count count) {
            String number = Integer.toString(values(count.subject()).size());
            return Optional.of(related(number, compare.operator(), compare.constant()));
        }
        boolean length = compare.quantity() instanceof Condition.Length;
        List<String> values = values(subject(compare.quantity()));
        if (values.isEmpty()) {
            // Lex's authors write «[attribute] = ""» for one that was emptied; one that never was stays undecided.
            return UNDECIDED;
        }
        String value = String.join(",", values);
        String compared = length ? Integer.toString(value.codePointCount(0, value.length())) : value;
        if (compare.operator() == Condition.Operator.CONTAINS) {
            return Optional.of(values.stream().anyMatch(one -> one.equalsIgnoreCase(compare.constant()))
                    || (values.size() == 1 && folded(compared).contains(folded(compare.constant()))));
        }
        return Optional.of(related(compared, compare.operator(), compare.constant()));
    }

    private static Condition.Subject subject(Condition.Quantity quantity) {
        if (quantity instanceof Condition.Value value) {
            return value.subject();
        }
        return quantity instanceof Condition.Length length ? length.subject() : ((Condition.Count) quantity).subject();
    }

    private List<String> values(Condition.Subject subject) {
        if (subject instanceof Condition.SlotSubject slot) {
            Optional<LexSlot> value = draft.value(slot.slot());
            List<LexSlot> each = value.map(LexSlot::values)
                    .filter(list -> !list.isEmpty())
                    .orElse(value.map(List::of).orElse(List.of()));
            return each.stream()
                    .flatMap(one -> one.interpretedValue().stream())
                    .map(SlotValue::reveal)
                    .toList();
        }
        if (subject instanceof Condition.AttributeSubject attribute) {
            return Optional.ofNullable(draft.attributes.get(attribute.attribute())).stream()
                    .map(known -> known.value().reveal())
                    .toList();
        }
        if (subject instanceof Condition.RequestSubject) {
            return List.of();
        }
        if (subject instanceof Condition.InputModeSubject) {
            return List.of(words.mode().lexName());
        }
        return words.transcriptions().stream()
                .limit(1)
                .map(LexTranscription::transcription)
                .map(said -> said.reveal())
                .toList();
    }

    private static boolean related(String value, Condition.Operator operator, String constant) {
        int order = order(value.strip(), constant.strip());
        return switch (operator) {
            case EQUAL, CONTAINS -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private static int order(String value, String constant) {
        Optional<Amounts.Amount> amount = Amounts.read(value);
        Optional<Amounts.Amount> bound = Amounts.read(constant);
        boolean comparable = amount.isPresent()
                && bound.isPresent()
                && (bound.get().currency().isEmpty()
                        || bound.get().currency().equals(amount.get().currency()));
        if (comparable) {
            BigDecimal number = amount.get().number();
            return number.compareTo(bound.get().number());
        }
        return IsoTimes.order(value, constant).orElseGet(() -> folded(value).compareTo(folded(constant)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
