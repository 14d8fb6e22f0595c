package io.kubilitics.reasoning.report;

import io.kubilitics.reasoning.log.Redaction;

/** Words from outside, made fit to be shown: no secrets, no control characters that a terminal would obey, no endless lines. */
public final class Plain {

    private static final int LONGEST = 300;

    private Plain() {}

    public static String text(String words) {
        return text(words, LONGEST);
    }

    /** On one line, and no longer than so many characters. */
    public static String text(String words, int longest) {
        String clean = Redaction.of(words);
        if (clean.length() <= longest && clean.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
            return clean;
        }
        StringBuilder plain = new StringBuilder();
        clean.codePoints()
                .limit(longest + 1L)
                .map(point -> isHarmless(point) ? point : ' ')
                .forEach(plain::appendCodePoint);
        return cut(plain.toString(), longest);
    }

    /** No longer than so many characters, and with a sign that something is missing where it was. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Never half of a character that takes two places.
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
