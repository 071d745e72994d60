package dev.sotto.bot;

/** Text with marks for how it is spoken (W3C SSML 1.1), as far as others than a synthesiser deal with it. */
public final class Ssml {

    private Ssml() {}

    /** Returns a text as it stands inside SSML: nothing in it is a mark. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Returns the words without the marks, for who reads them. */
    public static String plain(String ssml) {
        StringBuilder out = new StringBuilder(ssml.length());
        int at = 0;
        while (at < ssml.length()) {
            char c = ssml.charAt(at);
            int close = c == '<' ? ssml.indexOf('>', at) : -1;
            if (close >= 0) {
                out.append(' ');
                at = close + 1;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+([.,;:!?])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
