package dev.sotto.architecture.planted.loose;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedPrint {

    void print(String text) {
        System.out.println(text);
    }
}
