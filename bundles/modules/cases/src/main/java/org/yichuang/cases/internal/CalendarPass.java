package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.internal.domain.CaseFiles;

/**
 * How far the cases of a centre have been taken through a calendar, as one text of a row. A node may write a case by an
 * older calendar while, or shortly after, all cases were taken through a new one: hence a calendar counts as followed
 * only when a second pass has been made, after every such transaction has ended.
 */
final class CalendarPass {
    /** Nodes follow a calendar within two seconds, and no transaction takes longer than two minutes. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(5);

    private static final String FIRST = "~";
    /** Of the fingerprint, so that mark and second stand in the row's 64 characters as well. */
    private static final int KEPT = 50;

    private static final int BASE = 36;

    /** The cases that it goes through. */
    @FunctionalInterface
    interface Numbers {
        List<String> after(CaseFiles files, String number, int most);
    }

    private final String fingerprint;
    private final String state;

    /**
     * @param fingerprint of the calendar in force
     * @param state what the row says
     */
    CalendarPass(String fingerprint, Optional<String> state) {
        this.fingerprint = fingerprint;
        this.state = state.orElse("");
    }

    /** Whether nothing is to be done for this calendar any more. */
    boolean isSettled() {
        return state.equals(fingerprint);
    }

    /** Whether a pass is to be made now. */
    boolean isDue(Instant now) {
        return !isSettled() && (!hasPassedOnce(now) || !now.isBefore(firstAt().plus(SETTLED_AFTER)));
    }

    /** What the row says once a pass that began at a moment has been through all cases. */
    String completed(Instant began) {
        return hasPassedOnce(began) ? fingerprint : first() + Long.toString(began.getEpochSecond(), BASE);
    }

    /** A pass that lies ahead was made while a clock was moved on, and counts as none. */
    private boolean hasPassedOnce(Instant now) {
        return state.startsWith(first()) && !now.isBefore(firstAt());
    }

    private Instant firstAt() {
        return Instant.ofEpochSecond(Long.parseLong(state.substring(first().length()), BASE));
    }

    private String first() {
        return FIRST + fingerprint.substring(0, KEPT);
    }
}
