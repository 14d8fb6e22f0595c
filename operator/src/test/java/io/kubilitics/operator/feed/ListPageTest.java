package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListPageTest {

    private final List<String> names = new ArrayList<>();

    @Test
    void itsItemsAreTakenOneByOne() throws Exception {
        ListPage page = read("""
                {"kind":"PodList","metadata":{"resourceVersion":"7","continue":"more"},"items":[
                  {"metadata":{"name":"a"}},{"metadata":{"name":"b"},"spec":{"items":[{"metadata":{"name":"no"}}]}}]}""");

        assertThat(page).isEqualTo(new ListPage("7", "more"));
        assertThat(names).containsExactly("a", "b");
    }

    @Test
    void whatItSaysOfItselfMayComeLast() throws Exception {
        assertThat(read("{\"items\":[{\"metadata\":{\"name\":\"a\"}}],\"metadata\":{\"resourceVersion\":\"7\"}}"))
                .isEqualTo(new ListPage("7", ""));
        assertThat(names).containsExactly("a");
    }

    @Test
    void nothingIsAnEmptyList() throws Exception {
        assertThat(read("{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":null}"))
                .isEqualTo(new ListPage("7", ""));
        assertThat(names).isEmpty();
    }

    @Test
    void halfAListIsNone() {
        assertThatThrownBy(() ->
                        read("{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\":{\"name\":\"a\"}}"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\""))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> read("{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<html>")).isInstanceOf(IOException.class);
    }

    private ListPage read(String json) throws IOException, InterruptedException {
        return ListPage.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                item -> names.add(item.path("metadata").path("name").asText()));
    }
}
