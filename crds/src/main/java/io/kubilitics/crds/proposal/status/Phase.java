package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a proposal stands. A finished one never leaves its phase. */
public enum Phase {
    /** Not looked at yet; also a proposal without any status. */
    @JsonProperty("Pending")
    PENDING,
    /** What it would do is known. */
    @JsonProperty("Simulated")
    SIMULATED,
    /** A rule says no, for now. */
    @JsonProperty("Blocked")
    BLOCKED,
    @JsonProperty("AwaitingApproval")
    AWAITING_APPROVAL,
    @JsonProperty("Approved")
    APPROVED,
    /** Claimed by a body. */
    @JsonProperty("Executing")
    EXECUTING,
    /** Written; whether it helped is being watched. */
    @JsonProperty("Verifying")
    VERIFYING,
    @JsonProperty("Succeeded")
    SUCCEEDED,
    /** Written; whether it helped could not be told in time. */
    @JsonProperty("Unverified")
    UNVERIFIED,
    @JsonProperty("Failed")
    FAILED,
    @JsonProperty("Rejected")
    REJECTED,
    @JsonProperty("Expired")
    EXPIRED,
    /** The world is no longer the one that the plan was made for. */
    @JsonProperty("Stale")
    STALE;

    public boolean isFinished() {
        return switch (this) {
            case SUCCEEDED, UNVERIFIED, FAILED, REJECTED, EXPIRED -> true;
            case PENDING, SIMULATED, BLOCKED, AWAITING_APPROVAL, APPROVED, EXECUTING, VERIFYING, STALE -> false;
        };
    }
}
