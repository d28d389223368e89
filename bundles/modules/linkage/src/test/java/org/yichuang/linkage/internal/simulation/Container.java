package org.yichuang.linkage.internal.simulation;

import java.io.IOException;
import java.util.List;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.TestRelay;

/** One container of a deployment, with a sending and a receiving end; what it has in memory dies with it. */
final class Container {
    /** Shorter than a claim, as the settings ask for. */
    private static final long TIME_OUT = 10 * Faults.SECOND;

    private static final long LONGEST_POLL = 5 * Faults.MINUTE;

    private final Simulation run;
    private final Deployment home;
    private final String name;
    private TestRelay relay;
    private Receiver receiver;
    private boolean isUp;
    private int life;
    private long frozenUntil;
    private int polls;
    private long rest;

    Container(Simulation run, Deployment home, String name) {
        this.run = run;
        this.home = home;
        this.name = name;
    }

    boolean isUp() {
        return isUp;
    }

    void start() {
        frozenUntil = 0;
        if (!isUp) {
            isUp = true;
            rest = Faults.SECOND;
            relay = home.relay();
            receiver = home.receiver();
            run.note(name, "starts");
            pollAfter(1);
        }
    }

    void die(long downtime) {
        if (isUp) {
            isUp = false;
            life++;
            run.note(name, "dies");
            run.schedule().after(downtime, this::start);
        }
    }

    /** It stands still for a while, and then goes on as if nothing had been. */
    void freeze(long time) {
        frozenUntil = run.schedule().now() + time;
        run.note(name, "is frozen");
    }

    /** Does something as long as it lives. */
    void living(Runnable what) {
        living(life, what);
    }

    private void living(int inLife, Runnable what) {
        long thaws = frozenUntil - run.schedule().now();
        if (!isUp || inLife != life) {
            return;
        }
        if (thaws > 0) {
            run.schedule().after(thaws, () -> living(inLife, what));
            return;
        }
        try {
            what.run();
        } catch (Killed e) {
            die(run.faults().between(Faults.SECOND, Faults.MINUTE));
        }
    }

    void wake() {
        rest = Faults.SECOND;
        pollAfter(run.faults().between(1, 20));
    }

    private void pollAfter(long delay) {
        int poll = ++polls;
        run.schedule().after(delay, () -> {
            if (poll == polls) {
                living(this::poll);
            }
        });
    }

    private void poll() {
        List<Pending> claimed = relay.claim();
        rest = claimed.isEmpty() ? Math.min(2 * rest, LONGEST_POLL) : Faults.SECOND;
        pollAfter(rest);
        claimed.forEach(this::send);
    }

    private void send(Pending pending) {
        Envelope sealed;
        try {
            sealed = relay.seal(pending);
        } catch (RuntimeException e) {
            fail(pending, e);
            return;
        }
        Attempt attempt = new Attempt(pending, sealed, life);
        if (run.faults().isByMessages) {
            handOver(attempt);
        } else {
            ask(attempt);
        }
    }

    /** The answer comes by itself, whenever that is, to either container. */
    private void handOver(Attempt attempt) {
        if (run.faults().isRefused()) {
            fail(attempt.pending, new IOException("The broker is away"));
        } else {
            relay.handOver(attempt.pending, attempt.envelope, () -> leave(attempt));
        }
    }

    /** The answer is waited for, for a while. */
    private void ask(Attempt attempt) {
        leave(attempt);
        run.schedule()
                .after(
                        TIME_OUT,
                        () -> living(attempt.life, () -> {
                            if (!attempt.isAnswered) {
                                fail(attempt.pending, new IOException("No answer"));
                            }
                        }));
    }

    private void leave(Attempt attempt) {
        run.carry(
                () -> run.reach(attempt.envelope.receiver()).ifPresent(other -> other.take(attempt, this)),
                attempt.envelope.id(),
                "from",
                name);
    }

    private void fail(Pending pending, Exception reason) {
        run.note(name, "fails with", pending.message().id(), reason);
        relay.failed(pending, reason);
    }

    private void take(Attempt attempt, Container sender) {
        living(() -> {
            Reply reply = receiver.receive(attempt.envelope);
            run.carry(() -> answer(attempt, garbled(reply), sender), attempt.envelope.id(), "answered by", name, reply);
        });
    }

    private void answer(Attempt attempt, Reply reply, Container sender) {
        if (run.faults().isByMessages) {
            run.reach(attempt.envelope.sender()).ifPresent(any -> any.living(() -> any.relay.settle(reply)));
        } else {
            sender.hear(attempt, reply);
        }
    }

    private Reply garbled(Reply reply) {
        Receipt receipt = reply.receipt();
        return receipt != null && run.faults().isLost() ? Reply.received(receipt.signed("AAAA")) : reply;
    }

    private void hear(Attempt attempt, Reply reply) {
        living(attempt.life, () -> {
            attempt.isAnswered = true;
            try {
                relay.settle(attempt.pending, attempt.envelope, reply);
            } catch (RuntimeException e) {
                fail(attempt.pending, e);
            }
        });
    }

    /** A message on its way, as the container that sent it remembers it. */
    private static final class Attempt {
        private final Pending pending;
        private final Envelope envelope;
        private final int life;
        private boolean isAnswered;

        private Attempt(Pending pending, Envelope envelope, int life) {
            this.pending = pending;
            this.envelope = envelope;
            this.life = life;
        }
    }
}
