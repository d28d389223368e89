package org.yichuang.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Finds out which older master keys nothing is kept under any more; from then on a container may be without them. That
 * nobody names a key is believed after a day in which everybody could be asked and nobody did: a module that is late,
 * or a container that still writes under the key, is heard by then. Who may keep something under the key and is not
 * there is waited for, however long that takes. A key that was retired and is named all the same is taken into use
 * again.
 */
public class KeyRetirement implements LeasedJob {
    /** So long nobody names a key before it goes. */
    static final Duration UNUSED = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirement.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final KeyMarks marks;
    private final KeyUsage usage;
    private final Transactions transactions;
    private final Clock machineClock;
    private final Map<String, Instant> unusedSince = new ConcurrentHashMap<>();

    public KeyRetirement(KeyMarks marks, KeyUsage usage, Transactions transactions, Clock machineClock) {
        this.marks = marks;
        this.usage = usage;
        this.transactions = transactions;
        this.machineClock = machineClock;
    }

    @Override
    public String name() {
        return "identity-key-retirement";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public void run(JobRun run) {
        KeyState state = marks.look();
        if (!state.isLatest() || !state.isWhole()) {
            unusedSince.clear();
            return;
        }
        Map<String, Set<String>> modules = usage.modules();
        usage.note(modules);
        Set<String> used = modules.keySet();
        used.stream()
                .filter(name -> !name.isEmpty() && !state.inUse().contains(name))
                .forEach(name -> reuse(name, run));
        if (used.contains("") || !usage.isComplete()) {
            unusedSince.clear();
            return;
        }
        Set<String> unknown = usage.absent().keySet();
        Instant now = machineClock.instant();
        for (String name : state.inUse().subList(0, Math.max(0, state.inUse().size() - 1))) {
            if (used.contains(name) || unknown.contains(name)) {
                unusedSince.remove(name);
            } else if (!now.isBefore(
                    unusedSince.computeIfAbsent(name, key -> now).plus(UNUSED))) {
                retire(name, run);
            }
        }
    }

    private void retire(String name, JobRun run) {
        note(run, unit -> {
            marks.retire(name, unit);
            usage.forget(name, unit);
        });
        unusedSince.remove(name);
        LOG.info("Personal data: nothing is kept under the master key {} any more; its line may go", name);
    }

    private void reuse(String name, JobRun run) {
        note(run, unit -> marks.reuse(name, unit));
        LOG.warn("Personal data: something is kept under the retired master key {}; keep its line", name);
    }

    private void note(JobRun run, Consumer<UnitOfWork> change) {
        transactions.write(marks.context().orElseThrow(), Void.class, unit -> {
            unit.require(run.lease());
            change.accept(unit);
            return null;
        });
    }
}
