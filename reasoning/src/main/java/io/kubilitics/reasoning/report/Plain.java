package io.kubilitics.reasoning.report;

/** Words from outside, made fit to be shown: no control characters that a terminal would obey, no endless lines. */
final class Plain {

    private static final int LONGEST = 300;

    private Plain() {}

    static String text(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints()
                .limit(LONGEST)
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? ' ' : point)
                .forEach(plain::appendCodePoint);
        if (words.codePointCount(0, words.length()) > LONGEST) {
            plain.append('…');
        }
        return plain.toString();
    }
}
