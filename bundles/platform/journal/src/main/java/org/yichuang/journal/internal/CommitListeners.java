package org.yichuang.journal.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.persistence.StepRows;

/** What is told after a commit: the relays of the topics. */
public class CommitListeners {
    private static final Logger LOG = LoggerFactory.getLogger(CommitListeners.class);

    private final Map<String, List<Runnable>> wakes = new ConcurrentHashMap<>();

    /** Registers what is run when a message of the topic has been committed. */
    AutoCloseable onMessage(String topic, Runnable wake) {
        List<Runnable> ofTopic = wakes.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>());
        ofTopic.add(wake);
        return () -> ofTopic.remove(wake);
    }

    /** Tells everybody whom the rows of a committed step concern. */
    void committed(StepRows rows) {
        rows.messages().stream().map(row -> row.message().topic()).distinct().forEach(this::wake);
    }

    /** Wakes the relays of a topic. */
    void wake(String topic) {
        wakes.getOrDefault(topic, List.of()).forEach(CommitListeners::runSafely);
    }

    /** The commit has happened: whatever fails now must not look like a failed command. */
    static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            if (!Failures.isSurvivable(e)) {
                throw e;
            }
            LOG.warn("What was to be done after a commit failed", e);
        }
    }
}
