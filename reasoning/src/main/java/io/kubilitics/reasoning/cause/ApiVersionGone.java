package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody uses a version of an API that the cluster serves no longer. */
final class ApiVersionGone implements Cause {

    private static final Pattern QUOTES = Pattern.compile("[\\\\\"'`]");
    /** A kind and a version, in the words of kubectl and Helm, of the scheme of client-go, and of delivery tools. */
    private static final Pattern KIND =
            Pattern.compile("no matches for kind (?<a>\\w{1,63}) in version (?<b>[\\w./-]{1,253})"
                    + "|no kind (?<c>\\w{1,63}) is registered for version (?<d>[\\w./-]{1,253})"
                    + "|could not find version (?<h>[\\w.-]{1,60}) of (?<i>[\\w.-]{1,200})/(?<g>\\w{1,63})"
                    + "|could not find (?<f>[\\w.-]{1,200}/v\\d\\w{0,20})/(?<e>\\w{1,63})");

    private record Used(String kind, String version) {

        String group() {
            return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        }

        /** Parts of the API that come with the cluster; all others come with their definitions. */
        boolean builtIn() {
            return !group().contains(".") || group().endsWith(".k8s.io");
        }
    }

    @Override
    public About about() {
        return About.of(
                        "api-version-removed",
                        "deprecated-api",
                        Traffic.cutOffAnd(Ailment.NOT_RECONCILED, Ailment.AUTOSCALER_STUCK))
                .means("Somebody uses a version of an API that the cluster serves no longer.")
                .confirmedBy("the API server's answer, as a log or a controller tells it")
                .refutedBy("nobody asks for a version that is not there")
                .cure("use the version that the cluster serves: newer software, or a manifest brought up to date");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> complaint = Traffic.complaints(symptom, inquiry)
                .filter(one -> one.grievance() == Grievance.API_GONE)
                .findFirst();
        String said = complaint.map(Complaint::sample).orElse(symptom.says());
        Optional<Used> used = used(said);
        if (used.isEmpty()) {
            return complaint.isEmpty()
                    ? new Ruling.Refuted("nobody asks for a version of the API that is not there")
                    : confirmed(symptom, inquiry, said, "what it asks the API server for", Confidence.WEAK);
        }
        List<Resource> definitions = inquiry.all(Kind.CUSTOM_RESOURCE, "").stream()
                .filter(one -> defines(one, used.get()))
                .toList();
        if (!used.get().builtIn() && definitions.isEmpty()) {
            return new Ruling.Refuted("%s comes with a definition that is not installed"
                    .formatted(used.get().kind()));
        }
        if (definitions.stream().anyMatch(one -> serves(one, used.get()))) {
            return new Ruling.Refuted(
                    "the cluster serves %s".formatted(used.get().version()));
        }
        return confirmed(
                symptom,
                inquiry,
                said,
                "%s of version %s".formatted(used.get().kind(), used.get().version()),
                Confidence.STRONG);
    }

    private static boolean defines(Resource definition, Used used) {
        return definition.facts() instanceof CustomResourceFacts facts
                && facts.defines().name().equals(used.kind())
                && definition.ref().name().endsWith("." + used.group());
    }

    /** It may have come back since, or been asked for before it was there. */
    private static boolean serves(Resource definition, Used used) {
        return definition.facts() instanceof CustomResourceFacts facts
                && facts.versions().stream()
                        .anyMatch(version ->
                                version.served() && used.version().equals(used.group() + "/" + version.name()));
    }

    private static Optional<Used> used(String said) {
        Matcher words = KIND.matcher(QUOTES.matcher(said).replaceAll(""));
        return words.find()
                ? Optional.of(
                        words.group("g") == null
                                ? new Used(first(words, "a", "c", "e"), first(words, "b", "d", "f"))
                                : new Used(words.group("g"), words.group("i") + "/" + words.group("h")))
                : Optional.empty();
    }

    private static String first(Matcher words, String... groups) {
        return Stream.of(groups)
                .flatMap(group -> Stream.ofNullable(words.group(group)))
                .findFirst()
                .orElse("");
    }

    private static Ruling confirmed(Symptom symptom, Inquiry inquiry, String said, String what, Confidence confidence) {
        ResourceRef user = inquiry.topOwner(symptom.subject());
        return Ruling.confirmed(user, confidence, "%s uses %s, which the cluster does not serve".formatted(user, what))
                .claim(Claim.tainted("it is said: " + said, new Probe.OfComplaints(user)))
                .advice("bring %s up to date with the versions that the cluster serves".formatted(user))
                .harmful("restarting: it asks for the same version again");
    }
}
