package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.PodTemplate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Programs that keep data for others, known by their image, port, command, or the settings that only a server needs: an image may
 * be called anything. What they complain of is mostly done by those who call them.
 */
public final class Keeping {

    private static final Pattern IMAGE = Pattern.compile(
            "(?:^|[/_-])(mysql|mariadb|percona|xtrabackup|postgres|postgresql|spilo|cockroach|redis|valkey|keydb|mongo|mongodb|cassandra|"
                    + "scylla|elasticsearch|opensearch|mssql|oracle|etcd|clickhouse|tidb|vitess|kafka|rabbitmq|nats|minio)(?:[-_:@/]|$)");
    private static final Pattern COMMAND = Pattern.compile(
            "\\b(?:mysqld|mariadbd|postgres|cockroach|redis-server|valkey-server|mongod|cassandra|sqlservr|etcd|clickhouse-server)\\b");
    private static final Pattern SETTING = Pattern.compile(
            "(?:MYSQL|MARIADB)_(?:RANDOM_|ALLOW_EMPTY_)?ROOT_.*|POSTGRES_(?:PASSWORD|DB|USER|INITDB_ARGS)(?:_FILE)?|PGDATA|"
                    + "MONGO_INITDB_.*|MSSQL_SA_PASSWORD|REDIS_REPLICATION_MODE|ALLOW_EMPTY_PASSWORD|CASSANDRA_CLUSTER_NAME");
    private static final Set<Integer> PORTS = Set.of(3306, 5432, 6379, 27017, 9042, 1433, 1521, 26257);

    private static final Pattern MYSQL_IMAGE = Pattern.compile("mysql|mariadb|percona|xtrabackup|tidb|vitess");
    private static final Pattern MYSQL_COMMAND = Pattern.compile("\\b(?:mysqld|mariadbd)\\b");
    private static final Pattern MYSQL_SETTING = Pattern.compile("(?:MYSQL|MARIADB)_(?:RANDOM_|ALLOW_EMPTY_)?ROOT_.*");
    private static final int MYSQL_PORT = 3306;

    private Keeping() {}

    public static boolean isDone(PodTemplate template) {
        return template.containers().stream().anyMatch(Keeping::any);
    }

    public static boolean isDoneByMysql(PodTemplate template) {
        return template.containers().stream().anyMatch(Keeping::ofMysql);
    }

    private static boolean any(ContainerSpec container) {
        return IMAGE.matcher(container.image()).find()
                || says(container, COMMAND)
                || isSet(container, SETTING)
                || container.ports().stream().anyMatch(port -> PORTS.contains(port.number()));
    }

    private static boolean ofMysql(ContainerSpec container) {
        return (IMAGE.matcher(container.image()).find()
                        && MYSQL_IMAGE.matcher(container.image()).find())
                || says(container, MYSQL_COMMAND)
                || isSet(container, MYSQL_SETTING)
                || container.ports().stream().anyMatch(port -> port.number() == MYSQL_PORT);
    }

    private static boolean says(ContainerSpec container, Pattern words) {
        return container.command().stream().anyMatch(word -> words.matcher(word).find());
    }

    private static boolean isSet(ContainerSpec container, Pattern name) {
        return container.environment().variables().stream()
                .anyMatch(variable -> name.matcher(variable.name()).matches());
    }
}
