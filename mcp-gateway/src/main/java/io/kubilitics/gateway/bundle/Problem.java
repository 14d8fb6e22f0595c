package io.kubilitics.gateway.bundle;

/**
 * Something that could not be taken as it stands.
 *
 * @param document counted from 1; 0 when the whole file is meant
 * @param line of the file, counted from 1; 0 when it is the whole
 * @param skipped whether something is missing now that the file would have told
 */
public record Problem(String file, int document, int line, String says, boolean skipped) {

    private static final int LONGEST = 300;

    /** Names of files and kinds come from outside: nothing in them may move a terminal's cursor. */
    public Problem {
        file = plain(file);
        says = plain(says);
    }

    private static String plain(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replaceAll("[\\p{Cc}\\p{Cf}]", " ");
    }

    public static Problem skipped(String file, String says) {
        return new Problem(file, 0, 0, says, true);
    }

    public static Problem warning(String file, String says) {
        return new Problem(file, 0, 0, says, false);
    }

    @Override
    public String toString() {
        return "%s%s%s: %s%s"
                .formatted(
                        file,
                        document == 0 ? "" : ", document " + document,
                        line == 0 ? "" : ", line " + line,
                        says,
                        skipped ? "; left out" : "");
    }
}
