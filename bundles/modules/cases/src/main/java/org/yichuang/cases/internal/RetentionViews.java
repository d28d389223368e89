package org.yichuang.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalState;

/** What is shown of what is kept, and what no longer; nothing of people. */
public interface RetentionViews {
    /**
     * A case whose years have passed.
     *
     * @param over since when it is over here
     * @param keptUntil the last day of its years
     * @param outcome how it has ended here
     * @param holds what keeps it longer; nothing where it may be removed
     */
    record DueView(
            String number,
            String item,
            String itemName,
            LocalDate receivedOn,
            LocalDate over,
            LocalDate keptUntil,
            CaseState outcome,
            List<RetentionHold> holds) {}

    /** A proposal, in a list. */
    record RemovalSummary(
            String id,
            RemovalState state,
            String proposedBy,
            Instant proposedAt,
            String answeredBy,
            Instant answeredAt,
            Counts counts) {}

    /** How many cases a proposal has, how many of them are removed, and how many are kept after all. */
    record Counts(int cases, int removed, int kept) {}

    /**
     * A proposal: the register of what was removed.
     *
     * @param words why
     * @param answer why not; empty where it was not turned down
     */
    record RemovalView(RemovalSummary summary, String words, String answer, List<RemovedView> cases, int version) {}

    /**
     * A case of a proposal.
     *
     * @param fate what has become of it; null before
     * @param holds why it is kept after all
     */
    record RemovedView(
            String number,
            String item,
            String itemName,
            LocalDate receivedOn,
            LocalDate over,
            LocalDate keptUntil,
            CaseState outcome,
            Fate fate,
            List<RetentionHold> holds) {}

    /** A case that is kept whatever its years are. */
    record HoldView(String number, String basis, String setBy, LocalDate setOn, LocalDate liftedOn, int version) {}
}
