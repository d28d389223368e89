package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.RemovalBatch;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalContent.Listed;
import org.yichuang.cases.internal.persistence.CaseRemoval;
import org.yichuang.cases.internal.persistence.RetentionRows.Kept;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/**
 * Removes what two people have agreed to remove, case by case, each in a transaction of its own with what becomes of it
 * in the proposal: whatever kills it, what is removed is removed once, and what is not is looked at again.
 */
public class RemovalJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(RemovalJob.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(12);
    private static final int PART = 20;
    private static final int MOST_NAMED = 10;

    /** What ends a run; of everything else the one case is left out. */
    private static final Set<ErrorCode> ENDS = Set.of(JournalError.LEASE_LOST, CaseError.GATE_AWAY);

    private final Transactions transactions;
    private final RetentionWork work;
    private final CaseRepositories store;
    private final CaseRemoval removal;
    /** Those that could not be removed, by centre and number: what cannot be read today cannot in a minute. */
    private final Map<String, Put> off = new HashMap<>();

    RemovalJob(Transactions transactions, RetentionWork work, CaseRepositories store, CaseRemoval removal) {
        this.transactions = transactions;
        this.work = work;
        this.store = store;
        this.removal = removal;
    }

    @Override
    public String name() {
        return "cases-removal";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        try {
            removeAll(run);
        } catch (ProblemException e) {
            if (e.code() != CaseError.GATE_AWAY) {
                throw e;
            }
            LOG.warn("{}: nothing more is removed for now: {}", run.context().tenant(), e.zh());
        }
    }

    private void removeAll(JobRun run) {
        List<String> part = confirmed("", run);
        Set<String> left = new TreeSet<>();
        if (!part.isEmpty()) {
            Set<String> unsent = work.unsent(run.context());
            while (!part.isEmpty() && run.goesOn()) {
                part.forEach(id -> left.addAll(removeAll(id, unsent, run)));
                part = confirmed(part.get(part.size() - 1), run);
            }
        }
        off.keySet().removeIf(key -> key.startsWith(key(run, "")) && run.goesOn() && !left.contains(key));
        if (!left.isEmpty()) {
            run.failed("cannot be removed: "
                    + left.stream()
                            .map(key -> key.substring(key(run, "").length()))
                            .limit(MOST_NAMED)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String key(JobRun run, String number) {
        return run.context().tenant() + "/" + number;
    }

    private List<String> confirmed(String after, JobRun run) {
        return transactions.read(run.context(), unit -> work.rows().confirmed(after, PART, unit));
    }

    /** Returns those that could not be removed, by centre and number. */
    private Set<String> removeAll(String id, Set<String> unsent, JobRun run) {
        List<String> waiting = transactions.read(
                run.context(), unit -> work.rows().find(id, unit).map(RemovalBatch::waiting).orElse(List.of()).stream()
                        .map(Listed::number)
                        .toList());
        for (String number : waiting) {
            Put put = off.get(key(run, number));
            if (run.goesOn() && (put == null || !work.now().isBefore(put.until()))) {
                remove(id, number, unsent, run);
            }
        }
        return waiting.stream()
                .map(number -> key(run, number))
                .filter(off::containsKey)
                .collect(Collectors.toSet());
    }

    /** One that cannot be read keeps no other; who may need it and cannot be asked keeps them all. */
    private void remove(String id, String number, Set<String> unsent, JobRun run) {
        try {
            transactions.write(run.context(), Boolean.class, unit -> {
                unit.require(run.lease());
                remove(id, number, unsent, unit);
                return true;
            });
            off.remove(key(run, number));
        } catch (RuntimeException e) {
            if (e instanceof ProblemException problem && ENDS.contains(problem.code())) {
                throw e;
            }
            Put next = Put.after(off.get(key(run, number)), work.now());
            off.put(key(run, number), next);
            LOG.warn(
                    "{}: case {} cannot be removed, and is left out until {}",
                    run.context().tenant(),
                    number,
                    next.until(),
                    e);
        }
    }

    private void remove(String id, String number, Set<String> unsent, UnitOfWork unit) {
        Optional<RemovalBatch> batch = work.rows().locked(id, unit);
        batch.map(RemovalBatch::waiting).orElse(List.of()).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .ifPresent(listed -> remove(batch.get(), listed, unsent, unit));
    }

    private void remove(RemovalBatch batch, Listed listed, Set<String> unsent, UnitOfWork unit) {
        work.rows().lock(listed.number(), unit);
        Map<Kept, Set<RetentionHold>> found = work.allHolds(Set.of(listed.number()), unsent, unit);
        Set<RetentionHold> holds = found.values().stream().findFirst().orElse(Set.of());
        Fate fate = found.isEmpty() ? Fate.GONE : holds.isEmpty() ? Fate.REMOVED : Fate.KEPT;
        if (fate == Fate.REMOVED) {
            CaseFile file = store.cases(unit).get(listed.number());
            removal.remove(file, details(batch, listed), unit);
        }
        batch.tell(listed.number(), fate, holds);
        work.rows().keep(batch, "remove", Map.of("case", listed.number(), "fate", fate.name()), unit);
    }

    /** Until when one is left out, and for how long that is. */
    private record Put(Instant until, Duration rest) {
        static Put after(Put before, Instant now) {
            Duration twice = before == null ? PERIOD.multipliedBy(2) : before.rest.multipliedBy(2);
            Duration rest = twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
            return new Put(now.plus(rest), rest);
        }
    }

    private static Map<String, String> details(RemovalBatch batch, Listed listed) {
        return Map.of(
                "removal", batch.id(),
                "item", listed.item(),
                "receivedOn", listed.receivedOn().toString(),
                "endedOn", listed.over().toString(),
                "keptUntil", listed.keptUntil().toString(),
                "outcome", listed.outcome().name());
    }
}
