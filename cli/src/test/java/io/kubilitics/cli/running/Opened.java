package io.kubilitics.cli.running;

import java.util.concurrent.TimeUnit;

/** Opens three things and runs until it is told to end, or ends by itself; the one in the middle may refuse to close, or hang. */
final class Opened {

    private Opened() {}

    public static void main(String[] arguments) throws InterruptedException {
        String middle = arguments[0];
        try (Lifetime lifetime = new Lifetime()) {
            open(lifetime, "first", "closes");
            open(lifetime, "second", middle);
            open(lifetime, "third", "closes");
            System.out.println("runs");
            if (arguments.length == 1) {
                lifetime.await();
            }
        }
    }

    private static void open(Lifetime lifetime, String name, String way) {
        lifetime.with(name, () -> {
            if (way.equals("hangs")) {
                TimeUnit.MINUTES.sleep(1);
            }
            if (way.equals("breaks")) {
                throw new IllegalStateException("no");
            }
            System.out.println("closed " + name);
        });
    }
}
