package org.yichuang.journal.internal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.OptimisticLockException;
import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Tells what a failed transaction died of; the reason may hide among causes, suppressed and next exceptions. */
final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> LOST_RACES = Set.of(
            "40001", // deadlock on Derby, serialization failure on PostgreSQL
            "40P01", // deadlock on PostgreSQL
            "40XL1", // lock not granted in time on Derby
            "40XL2",
            "55P03", // and on PostgreSQL
            UNIQUE_VIOLATION); // somebody else wrote the same key first: on a second look the work sees it
    private static final Set<String> DATABASE_AWAY =
            Set.of("57P01", "57P02", "57P03", "25P03", "XJ004", "XJ015", "XJ040");

    /** The server has ended the session, or is going down or coming up. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "25P03");
    /** PostgreSQL has ended a statement at its limit. */
    private static final String OVERDUE = "57014";

    /** PostgreSQL keeps no null character, and no other broken text, wherever it comes from. */
    private static final String UNKEEPABLE_TEXT = "22021";

    private Failures() {}

    /** Whether another transaction was faster, so that trying again makes sense. */
    static boolean isLostRace(Throwable failure) {
        return any(failure, it -> it instanceof OptimisticLockException || LOST_RACES.contains(state(it)));
    }

    /** Whether that race was about what was read: who named its version is told that it has been changed. */
    static boolean isOvertaken(Throwable failure) {
        return any(failure, OptimisticLockException.class::isInstance);
    }

    /**
     * What the caller is told: refusals as they are, an absent database as {@link DatabaseAwayException}, text that
     * cannot be kept as unreadable, faults of ours as they are.
     */
    static RuntimeException forCaller(RuntimeException failure) {
        if (failure instanceof ProblemException) {
            return failure;
        }
        ProblemException problem;
        if (any(failure, Failures::isDatabaseAway)) {
            problem = new DatabaseAwayException();
        } else if (failure instanceof EventFailure) {
            return failure; // whatever its cause, it stays known which event it was
        } else if (any(failure, it -> state(it).equals(OVERDUE))) {
            problem = tookTooLong();
        } else if (any(failure, it -> state(it).equals(UNKEEPABLE_TEXT))) {
            problem = new ProblemException(
                    CommonError.PARAMETER_UNREADABLE,
                    LocalizedMessage.of(Failures.class, "failures.there-character-cannot-kept"));
        } else {
            return failure;
        }
        problem.initCause(failure);
        return problem;
    }

    static ProblemException changedMeanwhile(Throwable cause) {
        ProblemException problem = new ProblemException(
                CommonError.CHANGED_MEANWHILE,
                LocalizedMessage.of(Failures.class, "failures.just-been-changed-somebody-else"));
        problem.initCause(cause);
        return problem;
    }

    static ProblemException leaseLost() {
        return new ProblemException(JournalError.LEASE_LOST, LocalizedMessage.of(Failures.class, "lease-lost"));
    }

    static ProblemException tookTooLong() {
        return ProblemException.of(CommonError.TOOK_TOO_LONG);
    }

    static ProblemException tookTooLong(Throwable cause) {
        ProblemException problem = tookTooLong();
        problem.initCause(cause);
        return problem;
    }

    /** Whether the connection is gone, and with it whatever was not committed. */
    static boolean isLostConnection(Throwable failure) {
        return any(failure, it -> state(it).startsWith("08") || LOST.contains(state(it)) || isClosed(it));
    }

    /** A pool, or a driver, that says so in words only. */
    private static boolean isClosed(Throwable it) {
        return it instanceof SQLException
                && state(it).isEmpty()
                && it.getMessage() != null
                && it.getMessage().toLowerCase(Locale.ROOT).contains("closed");
    }

    private static boolean isDatabaseAway(Throwable it) {
        boolean poolIsEmpty = it instanceof SQLException && it.getCause() instanceof NoSuchElementException;
        return it instanceof NoConnection
                || poolIsEmpty
                || isClosed(it)
                || state(it).startsWith("08")
                || DATABASE_AWAY.contains(state(it));
    }

    /**
     * Whether a failure says nothing about the work that met it: the lease has passed to another node, or there is no
     * database. Everything else, also work that is too slow or a value that cannot be read, is the work's own.
     */
    static boolean isNobodysFault(Throwable failure) {
        return failure instanceof DatabaseAwayException
                || failure instanceof ProblemException problem && problem.code() == JournalError.LEASE_LOST;
    }

    /**
     * Whether a thread goes on after this: an error that escaped would end a timer or a follower for good, silently. A
     * virtual machine that is out of memory or broken is left to end; a stack that overflowed is whole again.
     */
    static boolean isSurvivable(Throwable failure) {
        return !(failure instanceof VirtualMachineError) || failure instanceof StackOverflowError;
    }

    private static String state(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!met.add(next)) {
                continue;
            }
            if (wanted.test(next)) {
                return true;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof SQLException sql && sql.getNextException() != null) {
                open.add(sql.getNextException());
            }
            Collections.addAll(open, next.getSuppressed());
        }
        return false;
    }

    /** There is no database at present; whoever else asks for {@code unavailable} means something else. */
    static final class DatabaseAwayException extends ProblemException {
        private static final long serialVersionUID = 1L;

        DatabaseAwayException() {
            super(CommonError.UNAVAILABLE, LocalizedMessage.of(Failures.class, "database-away"));
        }
    }

    /** The pool gave no connection. */
    static final class NoConnection extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoConnection(Exception cause) {
            super("No connection to the database", cause);
        }
    }
}
