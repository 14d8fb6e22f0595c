package io.kubilitics.e2e.world;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Listable;
import io.kubilitics.e2e.world.ListRequests.Asked;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lists what somebody else listed, in the same manner, and does nothing with it. */
final class RawLists {

    private final List<Callable<Integer>> lists;

    RawLists(KubernetesClient client, Set<Asked> asked) {
        lists = asked.stream()
                .map(one -> {
                    Listable<? extends KubernetesResourceList<?>> source = source(client, one);
                    return (Callable<Integer>) () -> count(source, one);
                })
                .toList();
    }

    private static Listable<? extends KubernetesResourceList<?>> source(KubernetesClient client, Asked asked) {
        String kind = client.getApiResources(asked.apiVersion()).getResources().stream()
                .filter(resource -> resource.getName().equals(asked.plural()))
                .findFirst()
                .orElseThrow()
                .getKind();
        Class<?> type = client.getKubernetesSerialization().getRegisteredKubernetesResource(asked.apiVersion(), kind);
        var all = type == null
                ? client.genericKubernetesResources(asked.apiVersion(), kind)
                : client.resources(type.asSubclass(HasMetadata.class));
        return asked.namespace().isEmpty() ? all.inAnyNamespace() : all.inNamespace(asked.namespace());
    }

    private static int count(Listable<? extends KubernetesResourceList<?>> source, Asked asked) {
        int count = 0;
        String next = "";
        do {
            KubernetesResourceList<?> page = source.list(options(asked, next));
            count += page.getItems().size();
            String more = page.getMetadata().getContinue();
            next = more == null ? "" : more;
        } while (!next.isEmpty());
        return count;
    }

    private static ListOptions options(Asked asked, String next) {
        ListOptionsBuilder options = new ListOptionsBuilder();
        if (!asked.limit().isEmpty()) {
            options.withLimit(Long.valueOf(asked.limit()));
        }
        return next.isEmpty()
                ? options.withResourceVersion(asked.version().isEmpty() ? null : asked.version())
                        .build()
                : options.withContinue(next).build();
    }

    /** One kind after the other; how many objects there were. */
    int oneByOne() throws Exception {
        int count = 0;
        for (Callable<Integer> list : lists) {
            count += list.call();
        }
        return count;
    }

    /** All kinds at once, as informers do. */
    int atOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int count = 0;
            for (Future<Integer> list : threads.invokeAll(lists)) {
                count += list.get();
            }
            return count;
        }
    }
}
