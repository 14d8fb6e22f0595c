package io.kubilitics.cli.world;

import io.kubilitics.cli.world.Overview.KindLine;
import io.kubilitics.cli.world.Overview.RelationLine;
import java.util.Map;
import java.util.TreeMap;

/** What many worlds hold together. */
final class Totals {

    private final Map<String, Sum> kinds = new TreeMap<>();
    private final Map<String, Sum> relations = new TreeMap<>();
    private int worlds;
    private int troubled;
    private long problems;

    /** Of one kind, or of one type of relations. */
    private record Sum(int worlds, long count, boolean understood, long toAbsent, long toUnseen) {

        Sum plus(Sum more) {
            return new Sum(
                    worlds + more.worlds,
                    count + more.count,
                    understood || more.understood,
                    toAbsent + more.toAbsent,
                    toUnseen + more.toUnseen);
        }
    }

    void add(Overview world) {
        worlds++;
        problems += world.sight().problems().size();
        troubled += world.sight().problems().isEmpty() ? 0 : 1;
        world.kinds()
                .forEach(line ->
                        kinds.merge(name(line), new Sum(1, line.objects(), line.understood(), 0, 0), Sum::plus));
        world.relations().forEach(line -> relations.merge(line.type(), sum(line), Sum::plus));
    }

    private static String name(KindLine line) {
        return line.group().isEmpty() ? line.kind() : line.kind() + "." + line.group();
    }

    private static Sum sum(RelationLine line) {
        return new Sum(1, line.count(), true, line.toAbsent(), line.toUnseen());
    }

    String text() {
        Table ofKinds = new Table("KIND", "BUNDLES", "OBJECTS", "UNDERSTOOD");
        kinds.forEach((name, sum) -> ofKinds.row(name, sum.worlds(), sum.count(), sum.understood() ? "yes" : "no"));
        Table ofRelations = new Table("RELATION", "BUNDLES", "COUNT", "TO ABSENT", "TO UNSEEN");
        relations.forEach(
                (name, sum) -> ofRelations.row(name, sum.worlds(), sum.count(), sum.toAbsent(), sum.toUnseen()));
        return "%s%n%s%n%d bundles, %d problems in %d of them%n"
                .formatted(ofKinds.text(), ofRelations.text(), worlds, problems, troubled);
    }
}
