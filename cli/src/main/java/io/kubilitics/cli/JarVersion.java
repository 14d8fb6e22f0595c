package io.kubilitics.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version written into the jar by the build; run from a folder of classes there is none. */
public final class JarVersion implements IVersionProvider {

    public static String text() {
        return Objects.requireNonNullElse(JarVersion.class.getPackage().getImplementationVersion(), "(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"kubilitics " + text()};
    }
}
