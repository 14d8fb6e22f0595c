package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The network plugin gives a pod no address, and what it is set by was changed before. */
final class NetworkPluginSettings implements Cause {

    private static final Pattern PLUGIN = Pattern.compile("plugin type=\"([a-z0-9-]{1,40})\"");

    /** What plugins are set by, beside the ConfigMaps that they read. */
    private static final List<Kind> SETTINGS = List.of(
            new Kind("crd.projectcalico.org", "IPPool"),
            new Kind("projectcalico.org", "IPPool"),
            new Kind("crd.projectcalico.org", "FelixConfiguration"),
            new Kind("crd.projectcalico.org", "IPAMConfig"),
            new Kind("crd.k8s.amazonaws.com", "ENIConfig"),
            new Kind("cilium.io", "CiliumNodeConfig"),
            new Kind("cilium.io", "CiliumPodIPPool"),
            new Kind("kubeovn.io", "Subnet"),
            new Kind("whereabouts.cni.cncf.io", "IPPool"));

    @Override
    public About about() {
        return About.of("network-plugin-settings", "config-value-invalid", Ailment.SANDBOX_NOT_CREATED)
                .means("The network plugin gives a pod no address since its settings were changed.")
                .confirmedBy("the plugin's words, and a change of what it is set by before them")
                .refutedBy("no plugin complains, or nothing that it is set by is known to have changed")
                .cure("take the change of the plugin's settings back");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Matcher named = PLUGIN.matcher(symptom.says());
        if (!named.find()) {
            return new Ruling.Refuted("no network plugin complains");
        }
        return Recent.before(symptom.since(), settings(named.group(1), inquiry), inquiry)
                .<Ruling>map(change -> confirmed(change, named.group(1), symptom))
                .orElseGet(() -> new Ruling.Refuted("nothing that the plugin is set by is known to have changed"));
    }

    private static Stream<ResourceRef> settings(String plugin, Inquiry inquiry) {
        String family = plugin.split("-", 2)[0];
        Stream<ResourceRef> custom = SETTINGS.stream()
                .filter(kind -> kind.group().contains(family)
                        || (family.equals("aws") && kind.group().contains("amazonaws")))
                .flatMap(kind -> inquiry.all(kind, "").stream())
                .map(Resource::ref);
        Stream<ResourceRef> read = inquiry.all(Kind.DAEMON_SET, "").stream()
                .map(Resource::ref)
                .filter(set -> set.name().contains(family))
                .flatMap(set -> Settings.of(set, Kind.CONFIG_MAP, inquiry));
        return Stream.concat(custom, read).distinct();
    }

    private static Ruling confirmed(Edited change, String plugin, Symptom symptom) {
        return Recent.tell(
                Ruling.confirmed(
                                change.ref(),
                                Confidence.LIKELY,
                                "Network plugin %s gives no address since %s was changed"
                                        .formatted(plugin, change.ref()))
                        .claim(Claim.tainted("it is said: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                        .advice("take the change of %s back".formatted(change.ref()))
                        .harmful("deleting the waiting pods: the next ones get no address either"),
                Optional.of(change));
    }
}
