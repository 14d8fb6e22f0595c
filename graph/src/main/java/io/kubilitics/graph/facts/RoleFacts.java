package io.kubilitics.graph.facts;

import java.util.List;
import java.util.Set;

/**
 * A Role or ClusterRole.
 *
 * @param aggregates whether its rules are gathered from other roles
 */
public record RoleFacts(List<Rule> rules, boolean aggregates) implements Background {

    private static final String ALL = "*";

    public RoleFacts {
        rules = List.copyOf(rules);
    }

    /** What may be done to what. {@code *} stands for everything; no names stand for every name. */
    public record Rule(
            Set<String> groups, Set<String> resources, Set<String> names, Set<String> verbs, Set<String> paths) {

        public Rule {
            groups = Set.copyOf(groups);
            resources = Set.copyOf(resources);
            names = Set.copyOf(names);
            verbs = Set.copyOf(verbs);
            paths = Set.copyOf(paths);
        }

        /**
         * Whether it allows it.
         *
         * @param resource in the plural, with a subresource after a slash
         * @param name empty when no single object is meant, as with list
         */
        public boolean allows(String verb, String group, String resource, String name) {
            return has(verbs, verb)
                    && has(groups, group)
                    && (has(resources, resource) || ofAll(resource))
                    && (names.isEmpty() || names.contains(name));
        }

        private boolean ofAll(String resource) {
            int slash = resource.indexOf('/');
            return slash >= 0 && resources.contains(ALL + resource.substring(slash));
        }

        private static boolean has(Set<String> allowed, String one) {
            return allowed.contains(ALL) || allowed.contains(one);
        }
    }

    public boolean allows(String verb, String group, String resource, String name) {
        return rules.stream().anyMatch(rule -> rule.allows(verb, group, resource, name));
    }
}
