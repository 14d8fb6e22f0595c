package io.kubilitics.graph.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubilitics.graph.change.Wish;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** An object as JSON, compressed: a world keeps hundreds of thousands and few are ever looked at again. */
public final class Kept {

    /** What most objects contain; the most frequent last, as the algorithm likes it. */
    private static final byte[] USUAL = """
            "ownerReferences":[{"apiVersion":"apps/v1","blockOwnerDeletion":true,"controller":true,"kind":"ReplicaSet","tolerations":\
            [{"effect":"NoExecute","key":"node.kubernetes.io/not-ready","operator":"Exists","tolerationSeconds":300},{"effect":\
            "NoExecute","key":"node.kubernetes.io/unreachable","operator":"Exists","tolerationSeconds":300}],"volumes":[{"name":\
            "kube-api-access-","projected":{"defaultMode":420,"sources":[{"serviceAccountToken":{"expirationSeconds":3607,"path":\
            "token"}},{"configMap":{"items":[{"key":"ca.crt","path":"ca.crt"}],"name":"kube-root-ca.crt"}},{"downwardAPI":{"items":\
            [{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.namespace"},"path":"namespace"}]}}]}}],"terminationMessagePath":\
            "/dev/termination-log","terminationMessagePolicy":"File","volumeMounts":[{"mountPath":\
            "/var/run/secrets/kubernetes.io/serviceaccount","name":"kube-api-access-","readOnly":true}],"dnsPolicy":"ClusterFirst",\
            "enableServiceLinks":true,"preemptionPolicy":"PreemptLowerPriority","priority":0,"restartPolicy":"Always",\
            "schedulerName":"default-scheduler","securityContext":{},"serviceAccount":"default","serviceAccountName":"default",\
            "terminationGracePeriodSeconds":30,"nodeName":"resources":{"limits":{"cpu":"memory":"requests":{"cpu":"memory":\
            "imagePullPolicy":"IfNotPresent","env":[{"name":"value":"valueFrom":{"configMapKeyRef":{"key":"secretKeyRef":{"key":\
            "status":{"conditions":[{"lastProbeTime":null,"lastTransitionTime":"status":"True","type":"PodReadyToStartContainers"},\
            "Initialized"},"ContainersReady"},"PodScheduled"},"Ready"}],"containerStatuses":[{"containerID":"containerd://",\
            "image":"imageID":"lastState":{},"name":"ready":true,"restartCount":0,"started":true,"state":{"running":{"startedAt":\
            "hostIP":"hostIPs":[{"ip":"phase":"Running","podIP":"podIPs":[{"ip":"qosClass":"Burstable","startTime":"spec":{\
            "containers":[{"metadata":{"annotations":{"creationTimestamp":"labels":{"app":"app.kubernetes.io/name":\
            "pod-template-hash":"namespace":"resourceVersion":"uid":"kind":"Pod","apiVersion":"v1",""".getBytes(StandardCharsets.UTF_8);

    /** Each holds native memory of its own, so a thread keeps one. */
    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] bytes;
    private final int length;
    private final long wish;

    private Kept(byte[] bytes, int length, long wish) {
        this.bytes = bytes;
        this.length = length;
        this.wish = wish;
    }

    /** One object; what cannot be read wants nothing. */
    public static Kept of(String json) {
        try {
            return of(json, JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            return of(json, MissingNode.getInstance());
        }
    }

    /** One object, as text and as what was read from it. */
    public static Kept of(String json, JsonNode object) {
        byte[] plain = json.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setDictionary(USUAL);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
        byte[] part = new byte[4096];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        return new Kept(packed.toByteArray(), plain.length, Wish.print(object));
    }

    /** The object, as it was given. */
    public String json() {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(USUAL);
            inflater.setInput(bytes);
            byte[] plain = new byte[length];
            int done = 0;
            while (done < length) {
                done += inflater.inflate(plain, done, length - done);
            }
            return new String(plain, StandardCharsets.UTF_8);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("what was compressed here cannot be read", damaged);
        } finally {
            inflater.end();
        }
    }

    /** The object as a tree of its own. */
    public JsonNode tree() {
        try {
            return JSON.readTree(json());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an object that was observed once cannot be read", damaged);
        }
    }

    /** Whether both want the same of the cluster; when not, they probably do not. */
    boolean wishesAlike(Kept other) {
        return wish == other.wish;
    }

    /** That it takes in memory, but for a small constant. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kept kept && length == kept.length && Arrays.equals(bytes, kept.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "%d bytes, compressed to %d".formatted(length, bytes.length);
    }
}
