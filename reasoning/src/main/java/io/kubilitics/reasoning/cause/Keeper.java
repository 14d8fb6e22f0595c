package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.stream.Stream;

/** Who renews credentials that expire: the Secret tells by whom it was written, or a right was given to do just that. */
final class Keeper {

    /** Shorter names say too little: many words contain them. */
    private static final int TELLING = 6;

    private Keeper() {}

    /** The one who should, and is suspended. */
    static Optional<ResourceRef> suspended(ResourceRef secret, Inquiry inquiry) {
        return inquiry.object(secret).stream()
                .flatMap(object -> inquiry.all(Kind.CRON_JOB, "").stream()
                        .filter(cron -> cron.facts() instanceof CronJobFacts facts && facts.suspended())
                        .filter(cron -> wrote(cron, object) || mayWrite(cron, secret, inquiry)))
                .map(Resource::ref)
                .findFirst();
    }

    static Claim claim(ResourceRef cron) {
        return Claim.of("%s, which keeps it fresh, is suspended".formatted(cron), new Probe.OfObject(cron));
    }

    private static boolean wrote(Resource cron, Resource secret) {
        String name = cron.ref().name();
        Meta meta = secret.meta();
        return meta.edits().stream()
                        .map(Meta.Edit::manager)
                        .anyMatch(writer -> tells(writer, name) || (writer.length() >= TELLING && runs(cron, writer)))
                || Stream.of(meta.labels(), meta.annotations())
                        .flatMap(all -> all.values().stream())
                        .anyMatch(value -> tells(value, name));
    }

    private static boolean tells(String text, String name) {
        return name.length() >= TELLING && text.contains(name);
    }

    /** Programs are mostly called as their images are. */
    private static boolean runs(Resource cron, String program) {
        return Traffic.template(cron).stream()
                .flatMap(template -> template.containers().stream())
                .map(container -> container.image().replaceFirst("^.*/", "").replaceFirst("[:@].*$", ""))
                .anyMatch(program::equals);
    }

    /** Not by a right to everything: whoever keeps credentials fresh was given the right to do just that. */
    private static boolean mayWrite(Resource cron, ResourceRef secret, Inquiry inquiry) {
        return inquiry.to(cron.ref(), Relation.Type.USES_ACCOUNT).stream()
                .flatMap(account -> Stream.of("patch", "update", "create")
                        .map(verb -> new Wanted(account, verb, "", "secrets", secret.namespace())))
                .anyMatch(wanted -> Rights.of(wanted, inquiry).allowed());
    }
}
