package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.symptom.Keeping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workloads that keep data for others. */
final class Stores {

    private Stores() {}

    static boolean ofMysql(Resource workload) {
        return Traffic.template(workload).filter(Keeping::isDoneByMysql).isPresent();
    }

    /** The one that a workload complains of: as it tells, as the store itself tells, or else the one that nobody else has for himself. */
    static Optional<ResourceRef> of(Complaint complaint, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(complaint.by());
        List<Resource> stores = inquiry.stores(workload.namespace());
        if (stores.stream().anyMatch(store -> store.ref().equals(workload))) {
            return Optional.of(workload);
        }
        Optional<ResourceRef> told = complaint.target().stream()
                .flatMap(target -> Traffic.behind(target, inquiry).stream())
                .findFirst();
        return told.or(() -> itself(stores, complaint, inquiry))
                .or(() -> called(stores, workload, inquiry))
                .or(() -> shared(stores, workload, inquiry));
    }

    private static Optional<ResourceRef> itself(List<Resource> stores, Complaint complaint, Inquiry inquiry) {
        return stores.stream()
                .map(Resource::ref)
                .filter(store -> inquiry.complaints(store).stream()
                        .anyMatch(own -> own.grievance() == complaint.grievance() && own.count() > 1))
                .findFirst();
    }

    private static Optional<ResourceRef> called(List<Resource> stores, ResourceRef workload, Inquiry inquiry) {
        Set<ResourceRef> known = stores.stream().map(Resource::ref).collect(Collectors.toSet());
        return inquiry.to(workload, Relation.Type.CONNECTS_TO).stream()
                .flatMap(service -> Traffic.behind(service, inquiry).stream())
                .filter(known::contains)
                .findFirst();
    }

    /** Whose settings are secret names nobody; what others name openly is theirs, and of the rest the most like by name is meant. */
    private static Optional<ResourceRef> shared(List<Resource> stores, ResourceRef workload, Inquiry inquiry) {
        List<ResourceRef> free = stores.stream()
                .map(Resource::ref)
                .filter(store -> !taken(store, inquiry))
                .toList();
        return (free.isEmpty() ? stores.stream().map(Resource::ref).toList() : free)
                .stream()
                        .max(Comparator.comparingInt((ResourceRef store) -> alike(store.name(), workload.name()))
                                .thenComparing(Comparator.reverseOrder()));
    }

    private static boolean taken(ResourceRef store, Inquiry inquiry) {
        return inquiry.all(Kind.SERVICE, store.namespace()).stream()
                .map(Resource::ref)
                .filter(service -> Traffic.behind(service, inquiry).contains(store))
                .anyMatch(service ->
                        !inquiry.from(service, Relation.Type.CONNECTS_TO).isEmpty());
    }

    private static int alike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
