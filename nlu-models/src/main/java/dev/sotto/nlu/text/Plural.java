package dev.sotto.nlu.text;

/** Folds plurals of English form away, so that "latte" and "lattes", "penny" and "pennies" compare equal. */
public final class Plural {

    private static final int SHORTEST = 4;

    private Plural() {}

    /** Returns a folded word without its plural ending; no word by itself, only good for comparing. */
    public static String stem(String word) {
        int length = word.length();
        if (length < SHORTEST || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && length > SHORTEST) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
            return word;
        }
        for (String ending : new String[] {"sses", "shes", "ches", "xes", "zes"}) {
            if (word.endsWith(ending)) {
                return word.substring(0, length - 2);
            }
        }
        return word.substring(0, length - 1);
    }
}
