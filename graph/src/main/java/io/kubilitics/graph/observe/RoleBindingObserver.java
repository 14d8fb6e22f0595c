package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BindingFacts;
import io.kubilitics.graph.facts.BindingFacts.Subject;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Optional;

/** RoleBindings and ClusterRoleBindings. */
final class RoleBindingObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field roleRef = sight.object().at("roleRef");
        Kind kind = roleRef.at("kind").text().equals("Role") ? Kind.ROLE : Kind.CLUSTER_ROLE;
        Optional<ResourceRef> role =
                Sight.target(kind, sight.namespace(), roleRef.at("name").text());
        List<Subject> subjects = sight.object().at("subjects").list(subject -> subject(sight, subject));
        role.ifPresent(ref -> sight.refer(Relation.Type.GRANTS, ref));
        subjects.stream()
                .filter(subject -> subject.kind().equals("ServiceAccount"))
                .flatMap(subject -> Sight.target(Kind.SERVICE_ACCOUNT, subject.namespace(), subject.name()).stream())
                .forEach(account -> sight.refer(Relation.Type.BINDS, account));
        return new BindingFacts(role, subjects);
    }

    private static Subject subject(Sight sight, Field subject) {
        boolean account = subject.at("kind").text().equals("ServiceAccount");
        return new Subject(
                subject.at("kind").text(),
                account ? subject.at("namespace").text(sight.namespace()) : "",
                subject.at("name").text());
    }
}
