package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.StatefulSetFacts;
import io.kubilitics.graph.facts.StatefulSetFacts.ClaimTemplate;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.util.List;

/** StatefulSets. */
final class StatefulSetObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        PodTemplate template = Templates.of(sight, spec.at("template"));
        Templates.refer(sight, template);
        sight.refer(Relation.Type.NAMED_BY, Kind.SERVICE, spec.at("serviceName").text());
        List<ClaimTemplate> claims = spec.at("volumeClaimTemplates")
                .list(claim -> new ClaimTemplate(
                        claim.at("metadata", "name").text(), ClaimObserver.wish(claim.at("spec"), "")));
        claims.forEach(claim -> claim.wish()
                .storageClass()
                .ifPresent(name -> sight.refer(Relation.Type.PROVISIONED_BY, Kind.STORAGE_CLASS, name)));
        return new StatefulSetFacts(
                spec.at("replicas").number(1),
                status.at("readyReplicas").number(0),
                status.at("updatedReplicas").number(0),
                status.at("updateRevision").text(),
                status.at("currentRevision").text(),
                sight.observed(),
                spec.at("updateStrategy", "rollingUpdate", "partition").number(0),
                spec.at("updateStrategy", "type").text().equals("OnDelete"),
                spec.at("serviceName").text(),
                Selectors.of(spec.at("selector"), Selector.NOTHING),
                claims,
                template);
    }
}
