package org.yichuang.linkage.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.tenancy.api.Tenants;

/** The sending end step by step, without a route. */
public class TestRelay {
    private static final Duration CLAIM = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final LinkedModules modules;
    private final EnvelopeSealer sealer;
    private final DeliveryRecorder recorder;

    public TestRelay(Outbox outbox, LinkedModules modules, Tenants tenants, KeyRing keys, Settings.Values settings) {
        this(outbox, modules, tenants, keys, settings, new MemoryEpochs());
    }

    /** One of a database that may be set back. */
    public TestRelay(
            Outbox outbox,
            LinkedModules modules,
            Tenants tenants,
            KeyRing keys,
            Settings.Values settings,
            Epochs epochs) {
        this.outbox = outbox;
        this.modules = modules;
        this.sealer = new EnvelopeSealer(outbox, modules, tenants, keys, epochs);
        this.recorder = new DeliveryRecorder(outbox, modules, keys, settings);
    }

    public List<Pending> claim() {
        List<Pending> claimed = new ArrayList<>();
        modules.topics().forEach(topic -> claimed.addAll(outbox.claim(topic, 32, CLAIM)));
        return claimed;
    }

    public Envelope seal(Pending pending) {
        return sealer.seal(pending);
    }

    public void settle(Pending pending, Envelope envelope, Reply reply) {
        recorder.settle(pending, envelope, reply);
    }

    public void failed(Pending pending, Throwable reason) {
        recorder.failed(pending, reason);
    }

    /** Hands a message to somebody who carries it on, and waits for its receipt no more. */
    public void handOver(Pending pending, Envelope envelope, Runnable carrier) {
        recorder.leaves(pending, envelope);
        carrier.run();
        recorder.handedOver(pending);
    }

    /** Takes an answer that has come by itself. */
    public void settle(Reply reply) {
        recorder.settle(reply);
    }
}
