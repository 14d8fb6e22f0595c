package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a node was told when it wanted an image; the surest to be recognised first. A denial may also say "not found". */
enum PullRefusal {
    TOO_MANY("toomanyrequests|too many requests|\\b429\\b|rate limit"),
    NO_SUCH_HOST(
            "no such host|server misbehaving|temporary failure in name resolution|name or service not known|could not resolve host"
                    + "|lookup \\S{1,256}(?: on \\S{1,64})?: "),
    UNREACHABLE(
            "connection refused|connection reset|i/o timeout|deadline exceeded|no route to host|network is unreachable|x509|tls handshake"
                    + "|client\\.timeout|certificate signed by unknown|HTTP response to HTTPS client|\\b50[0234]\\b.{0,40}(?:bad gateway|unavailable|gateway time|internal)"),
    PLATFORM(
            "no match for platform|no matching manifest|no image found in (?:image index|manifest list)|does not match the specified platform"),
    DENIED(
            "unauthorized|authentication required|\\bdenied\\b|forbidden|insufficient_scope|no basic auth credentials|invalid username/password|\\b40[13]\\b"),
    NOT_FOUND(
            "not found|manifest unknown|name unknown|no such image|couldn't parse image|invalid reference format|pull policy of never|repository does not exist"
                    + "|name invalid|\\b404\\b");

    private final Pattern signs;

    PullRefusal(String signs) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    /** What was said, and what it means. */
    record Said(PullRefusal refusal, String words) {}

    private static Optional<Said> of(String text, String image) {
        String plain = withoutNames(image.isEmpty() ? text : text.replace(image, ""));
        return Stream.of(values())
                .filter(refusal -> refusal.signs.matcher(plain).find())
                .findFirst()
                .map(refusal -> new Said(refusal, text));
    }

    /** The latest that tells anything. An image may be called whatever its owner likes. */
    static Optional<Said> last(Symptom symptom, Inquiry inquiry) {
        String image =
                Containers.spec(symptom, inquiry).map(spec -> spec.image()).orElse("");
        List<EventNote> events = inquiry.events(symptom.subject());
        Stream<String> told = events.reversed().stream()
                .filter(event -> event.warning() || event.message().contains("image"))
                .filter(event ->
                        event.reason().contains("Fail") || event.message().contains("image"))
                .map(EventNote::message)
                .filter(text -> events.size() == 1 || image.isEmpty() || text.contains(image) || !text.contains("\""));
        return Stream.concat(Stream.of(symptom.says()), told)
                .flatMap(text -> of(text, image).stream())
                .findFirst();
    }

    /** Names in quotation marks say nothing. */
    private static String withoutNames(String text) {
        return text.replaceAll("\"[^\"\\s]{1,512}\"", "\"\"").replaceAll("https?://\\S{1,512}", "");
    }
}
