package io.kubilitics.e2e.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.operator.telemetry.BodyMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of metrics in the text format of Prometheus, read line by line: a line that is not of the format fails. */
public record Page(Map<String, Double> samples) {

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\]|\\\\.)*\",?)+})?) (\\S+)");

    public static Page of(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            samples.put(sample.group(1), Double.valueOf(sample.group(2).replace("+Inf", "Infinity")));
        }
        return new Page(samples);
    }

    public Set<String> names() {
        return samples.keySet();
    }

    public double value(BodyMetric metric) {
        return value(metric.exposed());
    }

    public double value(BodyMetric metric, String suffix, String label) {
        return value(metric.exposed() + suffix + "{" + label + "}");
    }

    /** Of all kinds. */
    public List<Double> values(BodyMetric metric) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(metric.exposed()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private double value(String name) {
        assertThat(samples).containsKey(name);
        return samples.getOrDefault(name, Double.NaN);
    }
}
