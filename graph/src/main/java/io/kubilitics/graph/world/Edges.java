package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.util.List;

/**
 * All relations, findable from both ends; shares what a change does not touch.
 *
 * @param declared by which resource's own fields: an owner reference stands in the owned
 */
record Edges(
        Map<ResourceRef, List<Relation>> declared,
        Map<ResourceRef, Set<Relation>> out,
        Map<ResourceRef, Set<Relation>> in) {

    static final Edges NONE = new Edges(HashMap.empty(), HashMap.empty(), HashMap.empty());

    boolean declares(ResourceRef by, List<Relation> relations) {
        return declared.getOrElse(by, List.of()).equals(relations);
    }

    /** The same with the relations that one resource declares replaced. */
    Edges declare(ResourceRef by, List<Relation> relations) {
        List<Relation> before = declared.getOrElse(by, List.of());
        if (declares(by, relations)) {
            return this;
        }
        Map<ResourceRef, Set<Relation>> nextOut = out;
        Map<ResourceRef, Set<Relation>> nextIn = in;
        for (Relation relation : before) {
            nextOut = without(nextOut, relation.from(), relation);
            nextIn = without(nextIn, relation.to(), relation);
        }
        for (Relation relation : relations) {
            nextOut = with(nextOut, relation.from(), relation);
            nextIn = with(nextIn, relation.to(), relation);
        }
        return new Edges(relations.isEmpty() ? declared.remove(by) : declared.put(by, relations), nextOut, nextIn);
    }

    private static Map<ResourceRef, Set<Relation>> with(
            Map<ResourceRef, Set<Relation>> ends, ResourceRef end, Relation relation) {
        return ends.put(end, ends.getOrElse(end, HashSet.empty()).add(relation));
    }

    private static Map<ResourceRef, Set<Relation>> without(
            Map<ResourceRef, Set<Relation>> ends, ResourceRef end, Relation relation) {
        Set<Relation> rest = ends.getOrElse(end, HashSet.empty()).remove(relation);
        return rest.isEmpty() ? ends.remove(end) : ends.put(end, rest);
    }
}
