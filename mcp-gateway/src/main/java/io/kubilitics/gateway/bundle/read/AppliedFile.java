package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.text.Documents;
import io.kubilitics.gateway.bundle.text.ObjectScan;
import io.kubilitics.gateway.bundle.text.Repeated;
import io.kubilitics.gateway.bundle.text.Unreadable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** {@code applied.yaml} */
final class AppliedFile implements ObjectScan.Found {

    static final String NAME = "applied.yaml";

    private final SecretKeeper secrets;
    private final Problems problems;
    private final List<Manifest> manifests = new ArrayList<>();

    private AppliedFile(SecretKeeper secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    static List<Manifest> manifests(Reader text, SecretKeeper secrets, Problems problems) throws IOException {
        AppliedFile applied = new AppliedFile(secrets, problems);
        ObjectScan scan = new ObjectScan(SmallFiles.LIMITS, applied);
        Documents documents = new Documents(text);
        while (documents.next()) {
            try {
                scan.scan(documents.current());
            } catch (Unreadable broken) {
                int line = documents.firstLine() + Math.max(1, broken.line()) - 1;
                problems.add(new Problem(NAME, documents.number(), line, broken.says(), true));
            }
        }
        return List.copyOf(applied.manifests);
    }

    @Override
    public void object(ObjectNode object, int line) {
        boolean named = !object.path("kind").asText().isBlank()
                && !object.path("metadata").path("name").asText().isEmpty();
        if (named) {
            secrets.empty(object);
            manifests.add(new Manifest(Harvest.ref(Harvest.kind(object), object.path("metadata")), object.toString()));
        }
    }

    @Override
    public void refused(Unreadable why) {
        problems.add(Problem.skipped(NAME, why.says()));
    }

    @Override
    public void repeated(String field, int line) {
        problems.add(Problem.warning(NAME, Repeated.says(field)));
    }

    @Override
    public void endOfList(ObjectNode head) {
        // Manifests are what somebody wrote; a list of them says nothing of what there is.
    }
}
