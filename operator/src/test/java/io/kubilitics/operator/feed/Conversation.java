package io.kubilitics.operator.feed;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The least of HTTP/1.1, one request for each connection, so that a test can break off anywhere. The JDK's own server has limits
 * for the whole JVM, which the body sets.
 */
record Conversation(Socket socket, URI asked) implements Closeable {

    static Conversation begin(Socket socket) throws IOException {
        BufferedReader head =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String request = String.valueOf(head.readLine());
        String header = head.readLine();
        while (header != null && !header.isEmpty()) {
            header = head.readLine();
        }
        String[] words = request.split(" ", -1);
        if (words.length < 3) {
            throw new IOException("no request: " + request);
        }
        return new Conversation(socket, URI.create(words[1]));
    }

    void answer(int status, String json) throws IOException {
        begin(status, "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length);
        say(json);
    }

    /** Promises all and gives half of it. */
    void answerHalf(String json) throws IOException {
        begin(200, "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length);
        say(json.substring(0, json.length() / 2));
    }

    /** What follows goes on until the connection is closed. */
    void beginStream() throws IOException {
        begin(200, "X-Length: unknown");
    }

    private void begin(int status, String length) throws IOException {
        say("HTTP/1.1 %d As said\r\nContent-Type: application/json\r\nConnection: close\r\n%s\r\n\r\n"
                .formatted(status, length));
    }

    void say(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
