package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Environment;
import io.kubilitics.graph.facts.Environment.Source;
import io.kubilitics.graph.facts.Environment.Variable;
import io.kubilitics.graph.facts.Environment.Whole;
import io.kubilitics.graph.facts.KeyUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment of a container: names, sources and addresses; no value is kept. */
final class Environments {

    private Environments() {}

    static Environment of(Sight sight, Field container, List<String> command) {
        List<Variable> variables = new ArrayList<>();
        List<KeyUse> reads = new ArrayList<>();
        Set<Address> calls = new LinkedHashSet<>();
        for (Field variable : container.at("env").each().toList()) {
            String name = variable.at("name").text();
            Optional<KeyUse> use = keyUse(sight, name, variable.at("valueFrom"));
            use.ifPresent(reads::add);
            variables.add(new Variable(name, source(variable, use.isPresent())));
            calls.addAll(Address.in(name, variable.at("value").text()));
        }
        command.forEach(word -> calls.addAll(argument(word)));
        List<Whole> whole = new ArrayList<>();
        for (Field source : container.at("envFrom").each().toList()) {
            String prefix = source.at("prefix").text();
            whole(sight, Kind.CONFIG_MAP, source.at("configMapRef"), prefix).ifPresent(whole::add);
            whole(sight, Kind.SECRET, source.at("secretRef"), prefix).ifPresent(whole::add);
        }
        Environment environment = new Environment(variables, reads, whole, List.copyOf(calls));
        return environment.equals(Environment.EMPTY) ? Environment.EMPTY : environment;
    }

    /** {@code --name=value} is read as a variable of that name would be. */
    private static List<Address> argument(String word) {
        int equals = word.startsWith("-") ? word.indexOf('=') : -1;
        return equals < 0 ? Address.in("", word) : Address.in(word.substring(0, equals), word.substring(equals + 1));
    }

    private static Source source(Field variable, boolean key) {
        Field from = variable.at("valueFrom");
        if (key) {
            return Source.KEY;
        }
        if (from.at("fieldRef").exists()) {
            return Source.POD_FIELD;
        }
        if (from.at("resourceFieldRef").exists()) {
            return Source.RESOURCE;
        }
        return from.exists() ? Source.UNKNOWN : Source.LITERAL;
    }

    private static Optional<KeyUse> keyUse(Sight sight, String as, Field from) {
        return keyUse(sight, Kind.CONFIG_MAP, as, from.at("configMapKeyRef"))
                .or(() -> keyUse(sight, Kind.SECRET, as, from.at("secretKeyRef")));
    }

    private static Optional<KeyUse> keyUse(Sight sight, Kind kind, String as, Field key) {
        return Sight.target(kind, sight.namespace(), key.at("name").text())
                .map(source -> new KeyUse(
                        source, key.at("key").text(), as, key.at("optional").yes()));
    }

    private static Optional<Whole> whole(Sight sight, Kind kind, Field reference, String prefix) {
        return Sight.target(kind, sight.namespace(), reference.at("name").text())
                .map(source ->
                        new Whole(source, prefix, reference.at("optional").yes()));
    }
}
