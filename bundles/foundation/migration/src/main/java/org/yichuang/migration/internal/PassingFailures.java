package org.yichuang.migration.internal;

import java.sql.SQLException;
import java.util.Set;

/** Tells failures that pass, a lost deadlock or a full disk, from those of a changelog that does not fit. */
final class PassingFailures {
    /** SQL states by class: connection, rollback (deadlock), resources, intervention of an operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");
    /** A lock that was not to be had in time, an object in use. */
    private static final Set<String> STATES = Set.of("55P03", "55006");
    /** Of the rollbacks: the data themselves do not fit. */
    private static final String INTEGRITY = "40002";

    private PassingFailures() {}

    /** Whether a database among the causes says that to try again may help. */
    static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && passes(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(String state) {
        return state != null
                && state.length() == 5
                && !state.equals(INTEGRITY)
                && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }
}
