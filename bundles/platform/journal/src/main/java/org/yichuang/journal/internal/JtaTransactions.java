package org.yichuang.journal.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Transactions over JTA. */
public class JtaTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);
    private static final String FINGERPRINT = "idempotency-fingerprint";
    private static final String KEPT =
            "SELECT FINGERPRINT, ANSWER FROM JOURNAL_KEY WHERE TENANT=? AND ACCOUNT=? AND KEY_TEXT=?";

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final KeyedDigests digests;
    private final Node node;
    private final CommitListeners afterwards;
    private final AnchorWatch anchors;
    private final Clock machineClock;
    private final FormerRows formers;

    /**
     * @param machineClock the machine's own clock: when a message is due must not depend on a rehearsal's moved time
     */
    public JtaTransactions(
            TransactionBoundary boundary,
            ChainKey key,
            Node node,
            CommitListeners afterwards,
            AnchorWatch anchors,
            Clock machineClock) {
        this.boundary = boundary;
        this.key = key;
        this.digests = new JournalKeyDigests(key);
        this.node = node;
        this.afterwards = afterwards;
        this.anchors = anchors;
        this.machineClock = machineClock;
        this.formers = new FormerRows(boundary, key);
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        boolean hadLostConnection = false;
        long start = System.nanoTime();
        int races = 0;
        while (true) {
            try {
                return once(context, work);
            } catch (RuntimeException failure) {
                Optional<Kept<T>> kept = keptAnswer(context, answer, failure);
                if (kept.isPresent()) {
                    return kept.get().answer();
                }
                boolean isLostConnection = failure instanceof TransactionBoundary.LostConnection;
                if (isLostConnection && !hadLostConnection) {
                    LOG.debug("Lost a connection before anything was committed, trying once more", failure);
                    hadLostConnection = true;
                    continue;
                }
                if (!Failures.isLostRace(failure)) {
                    throw Failures.forCaller(failure);
                }
                races++;
                boolean isOutdated = context.expectedVersion().isPresent() && Failures.isOvertaken(failure);
                if (isOutdated || isLastRace(races, start)) {
                    throw Failures.changedMeanwhile(failure);
                }
                LOG.debug("Lost a race, trying once more", failure);
                TransactionBoundary.pauseAfter(races);
            }
        }
    }

    /** Who has waited long for a lock that another held all the while gets one more try, not many. */
    private static boolean isLastRace(int races, long start) {
        return races >= TransactionBoundary.MOST_RACES || races > 1 && TransactionBoundary.isRacedLong(start);
    }

    /** Writes rows of the journal's own, once: who gets an exception does not know whether they stand. */
    <T> T append(CallContext context, Function<JtaUnitOfWork, T> work) {
        JtaUnitOfWork unit = unit(context, RowScope.of(context.tenant()), true);
        return once(unit, () -> work.apply(unit));
    }

    private <T> T once(CallContext context, Work<T> work) {
        JtaUnitOfWork unit = unit(context, RowScope.of(context.tenant()), true);
        return once(unit, () -> work.run(unit));
    }

    private <T> T once(JtaUnitOfWork unit, Supplier<T> work) {
        T result;
        try {
            result = boundary.commit(unit.scope(), () -> {
                T done = work.get();
                unit.complete(done, this::keptFingerprint);
                return done;
            });
        } finally {
            unit.close();
        }
        afterwards.committed(unit.rows());
        unit.afterCommit().forEach(CommitListeners::runSafely);
        return result;
    }

    @Override
    public boolean isAnswered(CallContext context) {
        return kept(context).isPresent();
    }

    @Override
    public <T> Optional<T> answered(CallContext context, Class<T> answer) {
        return kept(context).flatMap(text -> Json.ifReadable(text, answer));
    }

    /** The text of the answer under a key, whatever it was given to. */
    private Optional<String> kept(CallContext context) {
        return context.idempotencyKey()
                .flatMap(given -> boundary.readSql(
                        RowScope.of(context.tenant()),
                        connection -> Sql.first(
                                connection,
                                KEPT,
                                row -> row.getString(2),
                                context.tenant().value(),
                                context.actor().account(),
                                given.key())));
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        return TransactionBoundary.again(() -> readOnce(context, RowScope.of(context.tenant()), work));
    }

    @Override
    public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
        return TransactionBoundary.again(() -> readOnce(context, RowScope.acrossTenants(reason), work));
    }

    @Override
    public int databaseChanges() {
        return boundary.guard().changes();
    }

    private <T> T readOnce(CallContext context, RowScope scope, Work<T> work) {
        JtaUnitOfWork unit = unit(context, scope, false);
        try {
            return boundary.rollback(scope, () -> work.run(unit));
        } finally {
            unit.close();
        }
    }

    private JtaUnitOfWork unit(CallContext context, RowScope scope, boolean writing) {
        JtaUnitOfWork.Ground ground = new JtaUnitOfWork.Ground(boundary, key, node.id(), anchors, formers);
        return new JtaUnitOfWork(ground, JtaUnitOfWork.micros(machineClock.instant()), context, scope, writing);
    }

    /**
     * Finds the answer of the same command done before. Asked only after a failure, so that a command that succeeds
     * pays nothing for it: done twice, a command fails on its key or because its work has been done.
     */
    private <T> Optional<Kept<T>> keptAnswer(CallContext context, Class<T> answer, RuntimeException failure) {
        if (context.idempotencyKey().isEmpty()
                || !(failure instanceof ProblemException || Failures.isLostRace(failure))) {
            return Optional.empty();
        }
        IdempotencyKey given = context.idempotencyKey().get();
        return boundary.readSql(
                RowScope.of(context.tenant()),
                connection -> Sql.first(
                        connection,
                        KEPT,
                        row -> {
                            requireSame(given, row.getString(1));
                            return new Kept<>(Json.read(row.getString(2), answer));
                        },
                        context.tenant().value(),
                        context.actor().account(),
                        given.key()));
    }

    /** An answer that was kept, which may be null. */
    private record Kept<T>(T answer) {}

    /** What a request was, as it is kept: what somebody typed in it cannot be guessed from the row. */
    private String keptFingerprint(IdempotencyKey given) {
        return digests.digest(FINGERPRINT, given.fingerprint());
    }

    /** Rows of earlier versions hold the plain fingerprint, until they are forgotten after some days. */
    private void requireSame(IdempotencyKey given, String kept) {
        if (!digests.matches(kept, FINGERPRINT, given.fingerprint())
                && !given.fingerprint().equals(kept)) {
            throw new ProblemException(
                    CommonError.IDEMPOTENCY_KEY_REUSED,
                    LocalizedMessage.of(
                            JtaTransactions.class, "jta-transactions.idempotency-key-used-another-request"));
        }
    }
}
