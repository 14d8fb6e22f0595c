package io.kubilitics.operator.wire;

import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The wire inside one process: the same messages as between two, no isolation. */
public final class LocalWire implements AutoCloseable {

    private final String name = "body-" + UUID.randomUUID();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;

    public LocalWire(BodyService service) {
        server = InProcessServerBuilder.forName(name)
                .executor(threads)
                .addService(service)
                .build();
        try {
            server.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Where the brain finds the body. */
    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.shutdownNow();
        threads.shutdownNow();
    }
}
