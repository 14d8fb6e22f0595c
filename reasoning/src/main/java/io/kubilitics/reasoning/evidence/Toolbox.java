package io.kubilitics.reasoning.evidence;

/** Looks at things for the reasoner. Port: the brain answers from its world and asks the body for the rest. */
public interface Toolbox {

    /** Always answers; what cannot be seen is {@link Evidence.Unavailable}. */
    Evidence answer(Probe probe);
}
