package io.kubilitics.operator.proposal;

/** Everything outside that the road of a proposal reaches. */
public record Ports(Hand hand, Ledger ledger, Rights rights, Safeguards safeguards, Announcer announcer) {}
