package io.kubilitics.reasoning.symptom;

import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Severity;

/** Which complaints a program means seriously. */
final class Severities {

    private Severities() {}

    static boolean count(Complaint complaint) {
        return complaint.severity() != Severity.INFORMATION;
    }
}
