package io.kubilitics.operator.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.status.DryRun;
import io.kubilitics.crds.proposal.status.Impact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What a person decides about: the actions, what they would touch and what would differ. */
record Plan(List<ProposedAction> actions, Impact impact, DryRun dryRun) {

    /** They come and go by themselves: a plan is still the same when one of them was replaced meanwhile. */
    private static final Set<String> FLEETING = Set.of("Pod", "ReplicaSet");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The same for the same plan, wherever and whenever it is made. */
    String hash() {
        List<String> touched = impact.objects().stream()
                .filter(object -> !FLEETING.contains(object.object().kind()))
                .map(object -> object.object() + " " + object.effect())
                .sorted()
                .toList();
        return sha256(json(List.of(actions, touched, dryRun.result(), dryRun.diff())));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
