package io.kubilitics.gateway.watch;

import io.kubilitics.reasoning.recommendation.FindingId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is at work now, and from one look to the next: what is new. A finding stays open as long as anything that it caused is
 * unwell without another cause for it: when a log cannot be read for once, nothing was mended. What is gone has to stay gone
 * for a while before it counts: between two pods of a workload there is a moment in which nothing is unwell.
 */
final class OpenFindings {

    private final Duration settling;
    private final Map<FindingId, Finding> open = new LinkedHashMap<>();
    private final Map<FindingId, Duration> goneSince = new HashMap<>();
    private final Map<Trouble, Duration> unexplainedSince = new LinkedHashMap<>();
    private final Set<Trouble> told = new HashSet<>();
    private boolean well;

    /** What is gone, or unexplained, for so long is news. */
    OpenFindings(Duration settling) {
        this.settling = settling;
    }

    /** What is new in a look that was taken at some time since the start. */
    List<News> take(Look look, Duration at) {
        List<News> news = new ArrayList<>();
        look.findings().forEach(finding -> seen(finding).ifPresent(news::add));
        news.addAll(resolved(look, at));
        unexplained(look, at).ifPresent(news::add);
        if (!news.isEmpty()) {
            well = false;
        }
        boolean nothing = open.isEmpty() && unexplainedSince.isEmpty();
        if (nothing && !well) {
            well = true;
            news.add(new News.Well(look.unseen()));
        }
        return news;
    }

    Set<FindingId> ids() {
        return Set.copyOf(open.keySet());
    }

    /** When another look is worth while even if nothing changes. */
    Optional<Duration> next() {
        return Stream.concat(
                        goneSince.values().stream(),
                        unexplainedSince.entrySet().stream()
                                .filter(entry -> !told.contains(entry.getKey()))
                                .map(Map.Entry::getValue))
                .min(Duration::compareTo)
                .map(settling::plus);
    }

    private Optional<News> seen(Finding finding) {
        goneSince.remove(finding.id());
        Finding before = open.put(finding.id(), finding);
        if (before == null) {
            return Optional.of(new News.Found(finding));
        }
        return before.saysTheSameAs(finding) ? Optional.empty() : Optional.of(new News.Changed(finding));
    }

    private List<News> resolved(Look look, Duration at) {
        Set<FindingId> seen = new HashSet<>();
        look.findings().forEach(finding -> seen.add(finding.id()));
        List<News> news = new ArrayList<>();
        for (Finding finding : List.copyOf(open.values())) {
            if (seen.contains(finding.id())) {
                continue;
            }
            if (!Collections.disjoint(finding.troubles(), look.unexplained())) {
                goneSince.remove(finding.id());
            } else if (hasSettled(goneSince.computeIfAbsent(finding.id(), _ -> at), at)) {
                goneSince.remove(finding.id());
                open.remove(finding.id());
                news.add(new News.Resolved(finding));
            }
        }
        return news;
    }

    private Optional<News> unexplained(Look look, Duration at) {
        Set<Trouble> now = new LinkedHashSet<>(look.unexplained());
        open.values().forEach(finding -> now.removeAll(finding.troubles()));
        unexplainedSince.keySet().retainAll(now);
        told.retainAll(now);
        now.forEach(trouble -> unexplainedSince.putIfAbsent(trouble, at));
        List<Trouble> settled = now.stream()
                .filter(trouble -> hasSettled(unexplainedSince.getOrDefault(trouble, at), at))
                .filter(told::add)
                .toList();
        return settled.isEmpty() ? Optional.empty() : Optional.of(new News.Unexplained(settled, look.decides()));
    }

    private boolean hasSettled(Duration since, Duration at) {
        return at.minus(since).compareTo(settling) >= 0;
    }
}
