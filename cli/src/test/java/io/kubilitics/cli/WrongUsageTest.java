package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "clutser | kubilitics: unknown command 'clutser', did you mean 'cluster'?; see 'kubilitics --help'",
                "--verbos | kubilitics: unknown option '--verbos', did you mean '--verbose'?; see 'kubilitics --help'",
                "cluster upp | kubilitics: unknown command 'upp', did you mean 'up'?; see 'kubilitics cluster --help'",
                "cluster up --node 3 | kubilitics: unknown option '--node', did you mean '--nodes'?; see 'kubilitics cluster up --help'",
                "cluster up --nodes many | kubilitics: Invalid value for option '--nodes': 'many' is not an int; see 'kubilitics cluster up --help'",
                "cluster up now | kubilitics: unknown argument 'now'; see 'kubilitics cluster up --help'",
            })
    void isAnsweredWithOneSentenceAndTheNearestName(String line, String sentence) {
        Called called = Called.with(line.split(" ", -1));

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).isEqualToIgnoringNewLines(sentence);
        assertThat(called.out()).isEmpty();
    }
}
