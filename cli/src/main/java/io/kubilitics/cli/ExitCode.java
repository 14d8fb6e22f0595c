package io.kubilitics.cli;

/** What the command tells its caller by its exit status; part of the public face, never renumbered. */
public enum ExitCode {
    FINE(0),
    /** Something was found, or the work was done and did not succeed. */
    FAILED(1),
    WRONG_USAGE(2),
    /** Something this command needs (a tool, a cluster, a right) cannot be reached. */
    UNREACHABLE(3);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
