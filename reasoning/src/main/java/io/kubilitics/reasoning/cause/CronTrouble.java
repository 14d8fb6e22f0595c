package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.CronJobFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;

/** A CronJob is not started when it should be, for a reason of its own. */
enum CronTrouble implements Cause {
    SCHEDULE(
            "cron-schedule-invalid",
            "its schedule, time zone or deadline cannot be read",
            Ailment.SCHEDULE_INVALID,
            "correct the schedule: five fields, and a time zone that exists"),
    BLOCKED(
            "cron-run-blocked",
            "its last run is not over, and it may not run twice at a time",
            Ailment.SCHEDULE_MISSED,
            "find out why the last run does not end; give the Job a deadline (activeDeadlineSeconds)"),
    MISSED(
            "cron-start-missed",
            "it may not start as late as it would have to",
            Ailment.SCHEDULE_MISSED,
            "give it a longer startingDeadlineSeconds");

    private final String id;
    private final String words;
    private final Ailment ailment;
    private final String cure;

    CronTrouble(String id, String words, Ailment ailment, String cure) {
        this.id = id;
        this.words = words;
        this.ailment = ailment;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, "config-value-invalid", ailment)
                .means("A CronJob is not started: %s.".formatted(words))
                .confirmedBy("its specification and its state")
                .refutedBy("its specification and its state do not say so")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<CronJobFacts> cron = inquiry.facts(symptom.subject(), CronJobFacts.class);
        if (cron.isEmpty()) {
            return new Ruling.Open("the CronJob cannot be seen", inquiry.unavailable());
        }
        return isAtWork(cron.get())
                ? confirmed(symptom, inquiry, cron.get())
                : new Ruling.Refuted("it is not so that " + words);
    }

    private boolean isAtWork(CronJobFacts cron) {
        boolean blocked = cron.active() > 0 && cron.concurrency().equals("Forbid");
        return switch (this) {
            case SCHEDULE -> true;
            case BLOCKED -> blocked;
            case MISSED -> !blocked;
        };
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, CronJobFacts cron) {
        ResourceRef subject = symptom.subject();
        Optional<Edited> changed =
                Recent.change(subject, symptom, inquiry, change -> change.edit().under("/spec"));
        Ruling.Confirmed ruling = Ruling.confirmed(
                        subject,
                        this == SCHEDULE ? Confidence.PROVEN : Confidence.LIKELY,
                        "%s is not started: %s".formatted(subject, words))
                .claim(Claim.of(
                        "schedule '%s' %s, %d active, concurrency %s"
                                .formatted(cron.schedule(), cron.timeZone(), cron.active(), cron.concurrency()),
                        new Probe.OfObject(subject)))
                .claim(Claim.tainted("the cluster says: " + symptom.says(), new Probe.OfEvents(subject)))
                .advice(cure);
        return Recent.tell(ruling, changed);
    }
}
