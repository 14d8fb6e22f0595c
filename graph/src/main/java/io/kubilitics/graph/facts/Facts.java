package io.kubilitics.graph.facts;

/** What is remembered of one resource. Closed: a new kind of facts makes the compiler name every place that must know it. */
public sealed interface Facts
        permits PodFacts, DeploymentFacts, ReplicaSetFacts, ConfigFacts, NodeFacts, NamespaceFacts {}
