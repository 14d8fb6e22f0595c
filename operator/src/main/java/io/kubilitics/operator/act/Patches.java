package io.kubilitics.operator.act;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.status.FieldChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON Patches between two states of one object: pure. */
final class Patches {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the API server keeps for itself: no part of what is asked for. */
    private static final List<String> BOOKKEEPING = List.of("managedFields", "resourceVersion", "generation");

    private static final EnumSet<DiffFlags> PLAIN =
            EnumSet.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION, DiffFlags.OMIT_VALUE_ON_REMOVE);

    private static final int LONGEST_VALUE = 1_024;
    private static final int FINGERPRINT = 80;

    private Patches() {}

    /** From one state to another; each value that is replaced or removed is tested first, and so is each element of a list by its name. */
    static List<PatchOperation> between(JsonNode before, JsonNode after) {
        JsonNode from = asked(before);
        EnumSet<DiffFlags> careful = EnumSet.copyOf(PLAIN);
        careful.add(DiffFlags.EMIT_TEST_OPERATIONS);
        List<PatchOperation> operations = new ArrayList<>();
        for (JsonNode operation : JsonDiff.asJson(from, asked(after), careful)) {
            operations.add(JSON.convertValue(operation, PatchOperation.class));
        }
        List<PatchOperation> guarded = new ArrayList<>(names(from, operations));
        guarded.addAll(operations);
        return List.copyOf(guarded);
    }

    /** Fields to set, and only over this version: between a look and a try the object may change. */
    static String bound(JsonNode fields, JsonNode live) {
        ObjectNode bound = fields.deepCopy();
        bound.withObject("/metadata")
                .put("resourceVersion", live.at("/metadata/resourceVersion").asText());
        return bound.toString();
    }

    /** The same field by field, for people. */
    static List<FieldChange> changes(int action, JsonNode before, JsonNode after) {
        JsonNode from = asked(before);
        List<FieldChange> changes = new ArrayList<>();
        for (JsonNode operation : JsonDiff.asJson(from, asked(after), PLAIN)) {
            String path = operation.path("path").asText();
            boolean added = operation.path("op").asText().equals("add");
            changes.add(new FieldChange(
                    action,
                    path,
                    added ? null : shown(from.at(path)),
                    operation.has("value") ? shown(operation.get("value")) : null));
        }
        return List.copyOf(changes);
    }

    /** What this state lacks for the operations to be done on it, as a sentence. */
    static Optional<String> obstacle(JsonNode live, List<PatchOperation> operations) {
        JsonNode state = live;
        for (PatchOperation operation : operations) {
            if (operation.op() == PatchOperation.Op.TEST) {
                if (!at(state, operation.path()).equals(operation.value())) {
                    return Optional.of("%s is %s, and was %s when this was proposed"
                            .formatted(
                                    operation.path(),
                                    shown(at(state, operation.path())),
                                    shown(Objects.requireNonNull(operation.value()))));
                }
                continue;
            }
            try {
                state = JsonPatch.apply(JSON.valueToTree(List.of(operation)), state);
            } catch (JsonPatchException impossible) {
                return Optional.of("%s cannot be changed any more as this was proposed".formatted(operation.path()));
            }
        }
        return Optional.empty();
    }

    /** As it is sent: only to this object, and only over this version of it. */
    static String text(String uid, String version, List<PatchOperation> operations) {
        List<PatchOperation> sent = new ArrayList<>();
        sent.add(PatchOperation.test("/metadata/uid", TextNode.valueOf(uid)));
        sent.add(PatchOperation.test("/metadata/resourceVersion", TextNode.valueOf(version)));
        sent.addAll(operations);
        return JSON.valueToTree(sent).toString();
    }

    /** A path says the place of a container, a person means the one of that name. Places only stay as they are when no list grows or shrinks. */
    private static Set<PatchOperation> names(JsonNode from, List<PatchOperation> operations) {
        Set<PatchOperation> tests = new LinkedHashSet<>();
        boolean listsKeepTheirLength = operations.stream()
                .filter(operation ->
                        operation.op() == PatchOperation.Op.ADD || operation.op() == PatchOperation.Op.REMOVE)
                .noneMatch(operation -> at(from, parent(operation.path())).isArray());
        if (listsKeepTheirLength) {
            operations.forEach(operation -> names(from, operation.path(), tests));
        }
        return tests;
    }

    private static void names(JsonNode from, String path, Set<PatchOperation> tests) {
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
            JsonNode name = at(from, above).path("name");
            if (at(from, parent(above)).isArray() && name.isTextual() && !path.equals(above + "/name")) {
                tests.add(PatchOperation.test(above + "/name", name));
            }
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static JsonNode at(JsonNode node, String path) {
        return node.at(JsonPointer.compile(path));
    }

    private static JsonNode asked(JsonNode object) {
        ObjectNode asked = object.deepCopy();
        asked.remove("status");
        if (asked.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(BOOKKEEPING);
        }
        return asked;
    }

    private static @Nullable String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String text = value.toString();
        // What is shown is what is decided about: a fingerprint stands for the part that is cut off.
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE - FINGERPRINT) + "… sha256:" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
