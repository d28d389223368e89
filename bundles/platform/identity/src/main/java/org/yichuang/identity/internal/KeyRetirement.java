package org.yichuang.identity.internal;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;

/**
 * Finds out which older master keys nothing is kept under any more; from then on a container may be without them. Only
 * a container that is with the latest key looks, and all others have gone over to it when nothing new is found under an
 * older one.
 */
public class KeyRetirement implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirement.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final KeyMarks marks;
    private final KeyUsage usage;
    private final Transactions transactions;

    public KeyRetirement(KeyMarks marks, KeyUsage usage, Transactions transactions) {
        this.marks = marks;
        this.usage = usage;
        this.transactions = transactions;
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
        if (state.inUse().size() < 2 || !state.isLatest() || !state.isWhole()) {
            return;
        }
        Set<String> used = usage.modules().keySet();
        List<String> older = state.inUse().subList(0, state.inUse().size() - 1);
        if (used.contains("")) {
            return;
        }
        older.stream().filter(name -> !used.contains(name)).forEach(name -> retire(name, run));
    }

    private void retire(String name, JobRun run) {
        transactions.write(marks.context().orElseThrow(), Void.class, unit -> {
            unit.require(run.lease());
            marks.retire(name, unit);
            return null;
        });
        LOG.info("Personal data: nothing is kept under the master key {} any more; its line may go", name);
    }
}
