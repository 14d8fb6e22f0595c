package io.kubilitics.gateway.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks the protocol over two streams, one message a line, until the client closes its end. */
public final class StdioServer {

    /** A longer line is no message; reading it whole would let a client take all memory. */
    private static final int LONGEST_LINE = 4 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Protocol protocol;

    public StdioServer(Protocol protocol) {
        this.protocol = protocol;
    }

    public void serve(InputStream in, OutputStream out) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        @Nullable String line;
        while ((line = line(reader)) != null) {
            if (!line.isBlank()) {
                Optional<JsonNode> answer = answer(line);
                if (answer.isPresent()) {
                    out.write((answer.get() + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        }
    }

    private Optional<JsonNode> answer(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.of(Protocol.error(null, ErrorCode.INVALID_REQUEST, "the message is longer than 4 MiB"));
        }
        try {
            return protocol.answer(JSON.readTree(line));
        } catch (JsonProcessingException wrong) {
            return Optional.of(Protocol.error(null, ErrorCode.PARSE, "the line is not JSON"));
        }
    }

    /** One line, cut off where it is too long, so that the cut shows in its length. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = reader.read();
        if (letter < 0) {
            return null;
        }
        while (letter >= 0 && letter != '\n') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) letter);
            }
            letter = reader.read();
        }
        return line.toString();
    }
}
