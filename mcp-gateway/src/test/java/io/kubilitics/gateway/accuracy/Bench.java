package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.read.BundleReader;
import io.kubilitics.gateway.offline.OfflineBrain;
import io.kubilitics.reasoning.cause.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where bundles are laid to be diagnosed. */
record Bench(Path folder) {

    static Bundle read(Path bundle) throws IOException {
        return new BundleReader(InstantSource.system()).read(bundle);
    }

    /** Through files, as everybody's bundles come. */
    Bundle bundle(Dossier dossier) throws IOException {
        clear();
        dossier.write(folder);
        return read(folder);
    }

    Answer answer(Dossier dossier) throws IOException {
        return answer(bundle(dossier), Catalogue.full());
    }

    static Answer answer(Bundle bundle, Catalogue catalogue) {
        return Answer.of(new OfflineBrain(catalogue).diagnose(bundle));
    }

    /** Leaves nothing behind. */
    void clear() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
