package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.facts.PodTemplate;
import java.util.regex.Pattern;

/** Programs that keep data for others, known by their images. What they complain of is mostly done by those who call them. */
public final class Keeping {

    private static final Pattern IMAGE = Pattern.compile(
            "(?:^|[/_-])(mysql|mariadb|percona|xtrabackup|postgres|postgresql|spilo|cockroach|redis|valkey|keydb|mongo|mongodb|cassandra|"
                    + "scylla|elasticsearch|opensearch|mssql|oracle|etcd|clickhouse|tidb|vitess|kafka|rabbitmq|nats|minio)(?:[-_:@/]|$)");

    private Keeping() {}

    public static boolean isDone(PodTemplate template) {
        return template.containers().stream()
                .anyMatch(container -> IMAGE.matcher(container.image()).find());
    }
}
