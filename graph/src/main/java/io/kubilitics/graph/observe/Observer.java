package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Facts;

/** Reads one kind of object, whatever its fields may hold: returns its facts and notes in the sight what it refers to. */
interface Observer {

    Facts observe(Sight sight);
}
