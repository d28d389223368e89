package org.yichuang.linkage.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Errand;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;

/** The modules whose messages are carried, as they come and go; each has the relay woken when it has sent one. */
public class LinkedModules {
    private static final Logger LOG = LoggerFactory.getLogger(LinkedModules.class);

    private final Runnable wake;
    private final Map<String, LinkedModule> byTopic = new TreeMap<>();
    private final Map<String, AutoCloseable> wakes = new HashMap<>();
    private Outbox outbox;

    public LinkedModules(Runnable wake) {
        this.wake = wake;
    }

    /** Returns the topics of those that are here. */
    public synchronized List<String> topics() {
        return List.copyOf(byTopic.keySet());
    }

    /** Returns the topic of a module, if it is here. */
    public synchronized Optional<String> topic(String module) {
        return byTopic.values().stream()
                .filter(each -> each.module().equals(module))
                .map(LinkedModule::topic)
                .findFirst();
    }

    /**
     * Returns the module of a topic.
     *
     * @throws ProblemException {@code receiver-off} when none is here at the moment
     */
    public synchronized LinkedModule of(String topic) {
        LinkedModule module = byTopic.get(topic);
        if (module == null) {
            throw new ProblemException(
                    LinkageError.RECEIVER_OFF, LocalizedMessage.of(LinkedModules.class, "topic.unknown", topic));
        }
        return module;
    }

    /** Returns what a message is about; a notice while its module is not here. */
    public synchronized Errand errand(String topic, String type) {
        LinkedModule module = byTopic.get(topic);
        return module == null ? Errand.NOTICE : module.errand(type);
    }

    /** Returns the newest form of a topic's messages that is read here; 0 while its module is not here. */
    public synchronized int form(String topic) {
        LinkedModule module = byTopic.get(topic);
        return module == null ? 0 : module.form();
    }

    /**
     * Tells whether a message that has arrived is another container's: it is written in a newer form than is read here,
     * and one that reads it works with the same database.
     */
    public boolean isOthers(String topic, String payload) {
        LinkedModule module;
        Outbox present;
        synchronized (this) {
            module = topic == null ? null : byTopic.get(topic);
            present = outbox;
        }
        if (module == null || present == null || payload == null) {
            return false;
        }
        int form = Json.form(payload);
        return module.form() > 0 && form > module.form() && form <= present.newestForm(topic);
    }

    /** Returns what a message is called by its module, or its type as it is while the module is not here. */
    public synchronized LocalizedMessage label(String topic, String type) {
        LinkedModule module = byTopic.get(topic);
        return module == null ? LocalizedMessage.verbatim(type) : module.label(type);
    }

    /** Returns the ids under which messages about an aggregate are sent: its own, and those of its parts. */
    public List<String> ids(String topic, String aggregateId, CallContext context) {
        LinkedModule module;
        synchronized (this) {
            module = byTopic.get(topic);
        }
        Stream<String> parts = module == null ? Stream.empty() : module.parts(aggregateId, context).stream();
        return Stream.concat(Stream.of(aggregateId), parts).toList();
    }

    /** A module has come. */
    public synchronized void bound(LinkedModule module) {
        if (module == null) {
            return; // how Blueprint says that there is none yet
        }
        String topic = module.topic();
        if (byTopic.putIfAbsent(topic, module) != null) {
            LOG.warn("Two modules have the topic {}: the second, {}, is not carried", topic, module.module());
            return;
        }
        listen(topic);
    }

    /** A module goes. */
    public synchronized void unbound(LinkedModule module) {
        byTopic.entrySet().removeIf(entry -> {
            boolean goes = entry.getValue() == module;
            if (goes) {
                hush(entry.getKey());
            }
            return goes;
        });
    }

    /** The outbox has come (again). */
    public synchronized void outboxBound(Outbox come) {
        if (come != null) {
            outbox = come;
            byTopic.keySet().forEach(this::listen);
        }
    }

    /** The outbox goes. */
    public synchronized void outboxUnbound(Outbox gone) {
        List.copyOf(wakes.keySet()).forEach(this::hush);
        outbox = null;
    }

    private void listen(String topic) {
        if (outbox != null) {
            wakes.computeIfAbsent(topic, key -> {
                AutoCloseable written = outbox.onMessage(key, wake);
                AutoCloseable settled = outbox.onSettled(key, new Settled(byTopic.get(key)));
                return () -> {
                    try (written) {
                        settled.close();
                    }
                };
            });
        }
    }

    /** Tells a module what became of its messages. */
    private record Settled(LinkedModule module) implements Outbox.SettlementListener {
        @Override
        public void delivered(Pending message, String receipt, UnitOfWork unit) {
            Receipt read = Json.read(receipt, Receipt.class);
            module.receipted(message.message(), read.words(), read.receivedAt(), unit);
        }

        @Override
        public void parked(Pending message, String reason, UnitOfWork unit) {
            module.parked(message.message(), reason, unit);
        }
    }

    private void hush(String topic) {
        AutoCloseable registration = wakes.remove(topic);
        if (registration != null) {
            try {
                registration.close();
            } catch (Exception e) {
                LOG.debug("The outbox went before its listener", e);
            }
        }
    }
}
