package io.kubilitics.cli.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubilitics.cli.CliFault;
import io.kubilitics.crds.Manifests;
import io.kubilitics.operator.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Applies to a cluster what the operator needs there. */
interface Installation {

    void apply();

    /** Until the body brings an installer of its own, kubectl is the one way. */
    static Installation into(Access access) {
        return () -> {
            throw CliFault.failed(
                    "this build cannot apply it to the cluster of %s; instead: ./kubilitics manifests | kubectl apply --server-side -f -"
                            .formatted(access.cluster()));
        };
    }

    /** What the manifests would apply, one line a kind: read from themselves, so that it is always true. */
    static List<String> contents(Manifests manifests) {
        Map<String, List<String>> names;
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(manifests.all())) {
            names = documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .collect(Collectors.groupingBy(
                            document -> document.path("kind").asText(),
                            LinkedHashMap::new,
                            Collectors.mapping(
                                    document -> document.at("/metadata/name").asText(), Collectors.toList())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return names.entrySet().stream()
                .map(entry -> "%s %s".formatted(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }
}
