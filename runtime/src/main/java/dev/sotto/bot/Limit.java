package dev.sotto.bot;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A comparison that the value of a number or money slot must meet: {@code <= 500 GBP}.
 *
 * @param operator how it compares
 * @param bound with what
 * @param currency ISO 4217, for money: a value in another currency does not meet the limit
 * @param refusal what is said to a value that does not, before the slot is asked for again
 */
public record Limit(Operator operator, BigDecimal bound, Optional<String> currency, Message refusal) {

    /** A comparison. */
    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Returns how a bot file writes it. */
        public String sign() {
            return sign;
        }

        /** Returns whether the value stands in this relation to the bound. */
        public boolean holds(BigDecimal value, BigDecimal bound) {
            int order = value.compareTo(bound);
            return (this == LESS && order < 0)
                    || (this == AT_MOST && order <= 0)
                    || (this == MORE && order > 0)
                    || (this == AT_LEAST && order >= 0);
        }
    }
}
