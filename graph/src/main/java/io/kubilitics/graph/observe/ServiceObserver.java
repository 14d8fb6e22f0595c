package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services. */
final class ServiceObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        String type = spec.at("type").text("ClusterIP");
        boolean elsewhere = type.equals("ExternalName");
        Map<String, String> selector =
                elsewhere ? Map.of() : spec.at("selector").pairs();
        String externalName = elsewhere ? spec.at("externalName").text() : "";
        // Without a selector somebody else keeps the endpoints; it does not mean every pod.
        if (!selector.isEmpty()) {
            sight.selectPods(Relation.Type.SELECTS, Selector.of(selector));
        }
        if (externalName.contains(".svc")) {
            new Address(externalName, 0)
                    .service("")
                    .ifPresent(service -> sight.refer(Relation.Type.ROUTES_TO, service));
        }
        return new ServiceFacts(
                type,
                selector,
                spec.at("ports").list(ServiceObserver::port),
                addresses(spec),
                spec.at("clusterIP").text().equals("None"),
                externalName,
                spec.at("publishNotReadyAddresses").yes(),
                reachedAt(sight.status().at("loadBalancer").at("ingress")));
    }

    /** The older field holds one of them, or says that there is none. */
    private static List<String> addresses(Field spec) {
        List<String> several = spec.at("clusterIPs").texts();
        List<String> told =
                several.isEmpty() ? spec.at("clusterIP").given().stream().toList() : several;
        return told.stream().filter(address -> !address.equals("None")).toList();
    }

    private static ServiceFacts.Port port(Field port) {
        String number = port.at("port").text();
        return new ServiceFacts.Port(
                port.at("name").text(),
                port.at("port").number(0),
                port.at("targetPort").text(number),
                port.at("protocol").text("TCP"),
                port.at("appProtocol").text(),
                port.at("nodePort").number(0));
    }

    /** Names and numbers under which something is reached from outside. */
    static List<String> reachedAt(Field entries) {
        List<String> addresses = new ArrayList<>();
        entries.each()
                .forEach(entry -> entry.at("ip")
                        .given()
                        .or(() -> entry.at("hostname").given())
                        .or(() -> entry.at("value").given())
                        .ifPresent(addresses::add));
        return addresses;
    }
}
