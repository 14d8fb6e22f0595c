package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.History;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.fit.NodeFit;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.reach.NetworkReach;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.OwnTrouble;
import io.kubilitics.reasoning.signal.Alert;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Shifts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a look at something showed. */
public sealed interface Evidence {

    record Found(Resource resource) implements Evidence {}

    /** It does not exist: all of its kind are known. */
    record Missing(ResourceRef ref) implements Evidence {}

    /**
     * Objects of a kind.
     *
     * @param complete whether these are all
     */
    record Objects(List<Resource> resources, boolean complete) implements Evidence {
        public Objects {
            resources = List.copyOf(resources);
        }
    }

    /** Who refers, or is referred to; none of them need exist. */
    record Related(List<ResourceRef> refs) implements Evidence {
        public Related {
            refs = List.copyOf(refs);
        }
    }

    record Events(List<EventNote> events) implements Evidence {
        public Events {
            events = List.copyOf(events);
        }
    }

    record Lines(List<String> lines) implements Evidence {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** The last line about each trouble. */
    record Troubles(Map<OwnTrouble, String> lines) implements Evidence {
        public Troubles {
            lines = Map.copyOf(lines);
        }
    }

    record Complaints(List<Complaint> complaints) implements Evidence {
        public Complaints {
            complaints = List.copyOf(complaints);
        }
    }

    record Changes(History history) implements Evidence {}

    /** The workload at the top of its owners; itself when it has none. */
    record Neighbours(ResourceRef topOwner) implements Evidence {}

    record Unwell(List<Symptom> symptoms) implements Evidence {
        public Unwell {
            symptoms = List.copyOf(symptoms);
        }
    }

    record Affected(Set<ResourceRef> refs) implements Evidence {
        public Affected {
            refs = Set.copyOf(refs);
        }
    }

    record Fits(List<NodeFit> nodes) implements Evidence {
        public Fits {
            nodes = List.copyOf(nodes);
        }
    }

    record Reach(NetworkReach.Answer answer) implements Evidence {}

    record Measured(Metrics metrics) implements Evidence {}

    record Shifted(Shifts shifts) implements Evidence {}

    record Alerts(List<Alert> alerts) implements Evidence {
        public Alerts {
            alerts = List.copyOf(alerts);
        }
    }

    record Tried(Probes probes) implements Evidence {}

    /** It cannot be seen, for lack of rights, of a source, or of time. Confirms nothing and refutes nothing. */
    record Unavailable(String why) implements Evidence {}
}
