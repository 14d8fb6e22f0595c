package io.kubilitics.operator.feed;

/** Is told everything that is known, then every change. Called by one thread; must not block it. */
public interface Follower {

    void tell(Update update);
}
