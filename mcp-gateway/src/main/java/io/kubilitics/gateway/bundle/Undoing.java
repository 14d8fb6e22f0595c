package io.kubilitics.gateway.bundle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.bundle.TimelineStep.FieldEdit;
import java.util.List;

/** Takes edits of one object back. What does not fit, because the object is another one by now, is left as it is. */
final class Undoing {

    private final ObjectNode object;

    private Undoing(ObjectNode object) {
        this.object = object;
    }

    /** The object as it was before; the given one stays as it is. */
    static ObjectNode of(JsonNode after, List<FieldEdit> edits) {
        Undoing undoing = new Undoing(after.deepCopy());
        edits.reversed().stream().filter(edit -> !edit.path().matches()).forEach(undoing::undo);
        return undoing.object;
    }

    private void undo(FieldEdit edit) {
        JsonPointer path = edit.path();
        switch (parent(path, !edit.from().isMissingNode())) {
            case ObjectNode parent -> undo(parent, path.last().getMatchingProperty(), edit.from());
            case ArrayNode parent -> undo(parent, path.last().getMatchingIndex(), edit);
            default -> {}
        }
    }

    /** Fields above one that went may have gone with it. */
    private JsonNode parent(JsonPointer path, boolean comesBack) {
        JsonNode parent = object.at(path.head());
        return parent.isMissingNode() && comesBack && parents(path.head()) ? object.withObject(path.head()) : parent;
    }

    /** Whether nothing but fields lies above. */
    private boolean parents(JsonPointer path) {
        JsonNode node = object;
        for (JsonPointer rest = path; !rest.matches(); rest = rest.tail()) {
            if (!node.isObject() && !node.isMissingNode()) {
                return false;
            }
            node = node.path(rest.getMatchingProperty());
        }
        return true;
    }

    private static void undo(ObjectNode parent, String name, JsonNode from) {
        if (from.isMissingNode()) {
            parent.remove(name);
        } else {
            parent.set(name, from.deepCopy());
        }
    }

    private static void undo(ArrayNode parent, int place, FieldEdit edit) {
        if (place < 0 || place > parent.size()) {
            return;
        }
        if (edit.from().isMissingNode()) {
            parent.remove(place);
        } else if (edit.to().isMissingNode() || place == parent.size()) {
            parent.insert(place, edit.from().deepCopy());
        } else {
            parent.set(place, edit.from().deepCopy());
        }
    }
}
