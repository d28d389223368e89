package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.internal.GradualUpkeep.Outcome;
import org.yichuang.cases.internal.domain.CalendarCorrection;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.persistence.SearchRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/** What cases from before have to be given once: what figures count of them, and the parts by which they are found. */
class CasesFromBefore {
    private static final Logger LOG = LoggerFactory.getLogger(CasesFromBefore.class);
    private static final int BATCH = 100;
    private static final int MANY = 500;

    private final CaseLedger desk;
    private final GradualUpkeep facts;
    /**
     * A second time, at a later visit: what was concluded while the first time was at it, and committed afterwards, has
     * not seen what that has written.
     */
    private final GradualUpkeep factsAgain;

    private final GradualUpkeep time;
    /** A second time, at a later visit, for what another node has done meanwhile that charges nobody yet. */
    private final GradualUpkeep timeAgain;

    private final GradualUpkeep parts;
    /** Cases with a hearing or before the government, of which lists find more than before. */
    private final GradualUpkeep found;

    CasesFromBefore(Transactions transactions, CaseLedger desk, UpkeepRows rows) {
        this.desk = desk;
        Each count = (unit, file, now) ->
                desk.facts(unit).complete(file, now.here().id().value(), now.calendar());
        facts = new GradualUpkeep(transactions, rows, "facts", (unit, after) -> each(unit, after, count));
        factsAgain = new GradualUpkeep(transactions, rows, "facts-again", (unit, after) -> each(unit, after, count));
        found = new GradualUpkeep(transactions, rows, "found", (unit, after) -> each(unit, after, this::found));
        Each charge = (unit, file, now) ->
                desk.facts(unit).completeTime(file, now.here().id().value(), now.calendar());
        time = new GradualUpkeep(transactions, rows, "time", (unit, after) -> each(unit, after, charge));
        timeAgain = new GradualUpkeep(transactions, rows, "time-again", (unit, after) -> each(unit, after, charge));
        parts = new GradualUpkeep(transactions, rows, SearchRows.TASK, this::parts);
    }

    /** Returns whether there is something left. */
    boolean attend(JobRun job) {
        boolean wasCounted = facts.isDone(job);
        boolean isLeft = facts.attend(job) || !wasCounted || factsAgain.attend(job);
        isLeft |= found.attend(job);
        boolean wasCharged = time.isDone(job);
        isLeft |= time.attend(job) || !wasCharged || timeAgain.attend(job);
        return parts.attend(job) || isLeft;
    }

    /**
     * Whether each case has been come to of which figures count something: one that cannot be read, and is tried again
     * and again, keeps nobody's days from being added up.
     */
    boolean hasGoneThrough(JobRun job) {
        return facts.hasGoneThrough(job) && time.hasGoneThrough(job);
    }

    /** Does something for a case. */
    @FunctionalInterface
    private interface Each {
        void take(UnitOfWork unit, CaseFile file, CommandContext now);
    }

    private void found(UnitOfWork unit, CaseFile file, CommandContext now) {
        CalendarCorrection.fromBefore(file, now).ifPresent(correction -> {
            file.correct(correction);
            desk.record(unit, file, CaseUpkeep.KEPT_DAYS, Map.of(), DomainEvent.NONE);
        });
    }

    private Outcome each(UnitOfWork unit, String after, Each what) {
        CaseFiles files = desk.cases(unit);
        CommandContext now = desk.moment(unit.context());
        List<String> numbers = files.numbers(after, BATCH);
        boolean isWhole = true;
        for (String number : numbers) {
            try {
                files.find(number).ifPresent(file -> what.take(unit, file, now));
            } catch (RuntimeException unreadable) {
                LOG.warn(
                        "{}: case {} cannot be read and is left as it is for now: {}",
                        unit.context().tenant(),
                        number,
                        unreadable.toString());
                isWhole = false;
            }
        }
        boolean isOver = numbers.size() < BATCH;
        return new Outcome(isOver ? Optional.empty() : Optional.of(numbers.get(BATCH - 1)), isWhole);
    }

    private Outcome parts(UnitOfWork unit, String after) {
        return new Outcome(desk.cases(unit).makeFindable(after, MANY), true);
    }
}
