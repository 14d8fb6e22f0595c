package io.kubilitics.cli.world;

/** Something about a world that can be shown. */
interface View {

    /** For a person. */
    String table();

    /** For a program: records, maps and lists. */
    Object json();

    Picture picture();
}
