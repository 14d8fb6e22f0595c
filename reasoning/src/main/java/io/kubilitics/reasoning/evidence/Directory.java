package io.kubilitics.reasoning.evidence;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.EndpointsFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.log.Peer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is meant by the names and numbers that programs call. The numbers are read at the first question. */
final class Directory {

    private final World world;
    private final Map<String, ResourceRef> byNumber = new HashMap<>();
    private boolean read;

    Directory(World world) {
        this.world = world;
    }

    /**
     * The Service or pod that is called; it need not exist. Nothing when it is no part of the cluster.
     *
     * @param namespace of the one who calls
     * @param lookedUp whether it is known to be a name, because somebody tried to look it up
     */
    Optional<ResourceRef> find(String namespace, Peer peer, boolean lookedUp) {
        if (!peer.told()) {
            return Optional.empty();
        }
        return Optional.ofNullable(numbers().get(peer.host()))
                .or(() ->
                        named(namespace, peer.host()).filter(service -> lookedUp || !peer.vague() || exists(service)));
    }

    private Optional<ResourceRef> named(String namespace, String host) {
        // No Service may have an underline in its name.
        if (host.chars().noneMatch(Character::isLetter) || host.contains("_")) {
            return Optional.empty();
        }
        Optional<ResourceRef> service = new Address(host, 0).service(namespace);
        if (service.filter(this::exists).isPresent()) {
            return service;
        }
        // The name of one of a StatefulSet's pods stands before that of its Service.
        int dot = host.indexOf('.');
        Optional<ResourceRef> governing =
                dot < 0 ? Optional.empty() : new Address(host.substring(dot + 1), 0).service(namespace);
        return governing.filter(this::exists).or(() -> service.filter(ref -> world.presence(ref) == Presence.ABSENT));
    }

    private boolean exists(ResourceRef service) {
        return world.find(service).isPresent();
    }

    /** An address without a pod is somebody outside, and known by the Service that stands for him. */
    private void read(Resource list) {
        if (list.facts() instanceof EndpointsFacts facts) {
            Optional<ResourceRef> service =
                    world.to(list.ref(), Relation.Type.ENDPOINTS_OF).findFirst();
            facts.endpoints()
                    .forEach(endpoint -> endpoint.target()
                            .or(() -> service)
                            .ifPresent(whom -> byNumber.put(endpoint.address(), whom)));
        }
    }

    private Map<String, ResourceRef> numbers() {
        if (!read) {
            read = true;
            Stream.of(Kind.ENDPOINTS, Kind.ENDPOINT_SLICE).flatMap(world::all).forEach(this::read);
            world.all(Kind.SERVICE).forEach(service -> {
                if (service.facts() instanceof ServiceFacts facts) {
                    facts.addresses().forEach(address -> byNumber.put(address, service.ref()));
                }
            });
        }
        return byNumber;
    }
}
