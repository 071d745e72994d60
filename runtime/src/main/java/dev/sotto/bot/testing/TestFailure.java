package dev.sotto.bot.testing;

import dev.sotto.yaml.Position;

/**
 * Something in a test that did not come as expected.
 *
 * @param position where it was expected
 * @param test the name of the test
 * @param expected what should have come
 * @param got what came
 */
public record TestFailure(Position position, String test, String expected, String got) {

    /** Returns the failure as one line for people. */
    public String describe() {
        return position + ": " + test + ": expected " + expected + ", got " + got;
    }
}
