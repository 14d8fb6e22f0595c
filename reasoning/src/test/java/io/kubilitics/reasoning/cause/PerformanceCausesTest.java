package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Town;
import io.kubilitics.reasoning.Verdict;
import org.junit.jupiter.api.Test;

class PerformanceCausesTest {

    /** A front that calls two, one of which calls a third; each pair of neighbours on different nodes. */
    private static Town town() {
        return new Town("north", "south")
                .app("front", "north", "baker", "mill")
                .app("baker", "south", "well")
                .app("mill", "north")
                .app("well", "north");
    }

    @Test
    void whatIsWellRaisesNothing() {
        assertThat(town().well("front", "baker", "mill", "well").verdict()).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void theDeepestSlowCalleeIsDelayedAndItsCallersWait() {
        Diagnosis found = town().well("mill")
                .slow("front", 20, 900, 31)
                .slow("baker", 9, 800, 30)
                .slow("well", 4, 700, 30)
                .only();

        assertThat(found.cause()).isEqualTo("pod-network-delay");
        assertThat(found.ruling().object()).isEqualTo(Town.app("well"));
        assertThat(found.ruling().confidence()).isEqualTo(Confidence.STRONG);
        assertThat(found.explains()).hasSize(3);
    }

    @Test
    void aCalleeThatBecomesSlowOnlyAfterItsCallerIsDraggedAlong() {
        Diagnosis found = town().well("front", "mill")
                .slow("baker", 9, 6000, 22)
                .slow("well", 4, 900, 33)
                .only();

        assertThat(found.cause()).isEqualTo("pod-network-delay");
        assertThat(found.ruling().object()).isEqualTo(Town.app("baker"));
    }

    @Test
    void alertsTellTheSameLessSurely() {
        Diagnosis found = town().alert("HighLatency", "front", "p99 latency: was=21.5ms -> now=980ms")
                .alert("HighLatency", "mill", "p99 latency: was=3ms -> now=950ms")
                .only();

        assertThat(found.cause()).isEqualTo("pod-network-delay");
        assertThat(found.ruling().object()).isEqualTo(Town.app("mill"));
        assertThat(found.ruling().confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(found.ruling().claims()).allMatch(Claim::tainted);
    }

    @Test
    void whoBurnsCpuForNoRequestIsSlowBecauseOfThat() {
        Diagnosis found = town().well("front", "baker", "well")
                .number("mill", "latency_p90", 5, 90)
                .number("mill", "cpu_seconds", 0.05, 0.45)
                .number("mill", "requests", 20, 20)
                .only();

        assertThat(found.cause()).isEqualTo("pod-cpu-overload");
        assertThat(found.ruling().object()).isEqualTo(Town.app("mill"));
    }

    @Test
    void anOverloadShowsBeforeAnythingIsSlow() {
        Diagnosis found = town().well("front", "baker", "well")
                .number("mill", "cpu_seconds", 0.04, 0.3)
                .number("mill", "cpu_cfs_throttled", 0, 0.9)
                .only();

        assertThat(found.cause()).isEqualTo("pod-cpu-overload");
    }

    @Test
    void moreRequestsExplainMoreCpuAndAreNoFault() {
        Town busy = town().well("front", "baker", "well")
                .number("mill", "latency_p90", 5, 12)
                .number("mill", "cpu_seconds", 0.05, 0.45)
                .number("mill", "requests", 20, 190)
                .number("mill", "cpu_cfs_throttled", 0, 0.9);

        assertThat(busy.verdict()).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void moreToDoForEveryoneIsNoFault() {
        Town busy = town();
        for (String name : new String[] {"front", "baker", "mill", "well"}) {
            busy.number(name, "latency_p90", 5, 14)
                    .number(name, "cpu_seconds", 0.05, 0.3)
                    .number(name, "requests", 20, 130);
        }

        assertThat(busy.verdict()).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void severalThatBecameSlowByThemselvesHaveTheirNodeInCommon() {
        Diagnosis found = new Town("north", "south")
                .app("front", "north", "baker", "mill", "smith", "inn")
                .app("baker", "south")
                .app("mill", "south")
                .app("smith", "north")
                .app("inn", "north")
                .well("smith", "inn")
                .slow("front", 20, 900, 30)
                .slow("baker", 9, 800, 30)
                .slow("mill", 5, 700, 31)
                .only();

        assertThat(found.cause()).isEqualTo("node-network-delay");
        assertThat(found.ruling().object()).isEqualTo(Town.node("south"));
    }

    @Test
    void aNodeThatSendsItsPacketsAgainLosesThem() {
        Diagnosis found = town().well("front", "mill", "well")
                .slow("baker", 9, 220, 30)
                .number("north", "tcp_retransmissions", 0.1, 0.2)
                .number("south", "tcp_retransmissions", 0.1, 9)
                .only();

        assertThat(found.cause()).isEqualTo("node-network-packet-loss");
        assertThat(found.ruling().object()).isEqualTo(Town.node("south"));
    }

    @Test
    void originsOnTwoNodesWithNothingInCommonStayOpen() {
        Town town = town().slow("front", 20, 21, 30)
                .slow("baker", 9, 800, 30)
                .slow("mill", 5, 700, 30)
                .well("well");

        assertThat(town.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void withoutCallsOneOfManySlowOnesIsNotGuessed() {
        Town town = town().nobodyWatchedCalls()
                .well("mill")
                .slow("front", 20, 900, 30)
                .slow("baker", 9, 800, 30)
                .slow("well", 4, 700, 30);

        assertThat(town.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void packetsThatAreSentAgainShowADelayThatNobodyMeasured() {
        Town quiet = new Town("north", "south").app("front", "north", "shop0");
        for (int i = 0; i < 12; i++) {
            quiet.app("shop" + i, i % 2 == 0 ? "north" : "south").well("shop" + i);
        }
        quiet.app("well", "south")
                .number("well", "rx_packets", 60, 150)
                .number("well", "tx_packets", 60, 140)
                .number("well", "requests", 3, 3);

        assertThat(quiet.only().cause()).isEqualTo("pod-network-delay");
        assertThat(quiet.only().ruling().object()).isEqualTo(Town.app("well"));
        assertThat(quiet.only().ruling().confidence()).isEqualTo(Confidence.LIKELY);
    }
}
