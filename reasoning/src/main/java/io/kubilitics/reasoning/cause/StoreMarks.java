package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.ContainerSpec;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a container shows that it keeps data for others: its image, its port, its command, the settings that only a server
 * needs. An image may be called anything, so any one of them will do.
 */
final class StoreMarks {

    private static final Pattern IMAGE = Pattern.compile(
            "(?:^|[/_-])(mysql|mariadb|percona|xtrabackup|postgres|postgresql|spilo|cockroach|redis|valkey|keydb|mongo|mongodb|cassandra|"
                    + "scylla|elasticsearch|opensearch|mssql|oracle|etcd|clickhouse|tidb|vitess)(?:[-_:@/]|$)");
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

    private StoreMarks() {}

    static boolean any(ContainerSpec container) {
        return IMAGE.matcher(container.image()).find()
                || says(container, COMMAND)
                || isSet(container, SETTING)
                || container.ports().stream().anyMatch(port -> PORTS.contains(port.number()));
    }

    static boolean ofMysql(ContainerSpec container) {
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
