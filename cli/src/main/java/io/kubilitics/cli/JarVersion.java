package io.kubilitics.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version written into the jar by the build; run from a folder of classes there is none. */
final class JarVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = JarVersion.class.getPackage().getImplementationVersion();
        return new String[] {"kubilitics " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
