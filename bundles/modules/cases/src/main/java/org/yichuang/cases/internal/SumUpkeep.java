package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.yichuang.cases.internal.persistence.SumRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;

/**
 * Adds up what has happened on days that are over, a month in a transaction, and notes up to which day: figures count
 * from the facts themselves what has happened since.
 */
class SumUpkeep {
    /**
     * So many days are looked at with each that is added, and added up anew where they have changed: what a node with a
     * slow clock, or one that was moved back for less than a visit, has dated on a day that was added up already.
     */
    private static final int AGAIN = 7;

    private final Transactions transactions;
    private final UpkeepRows rows;

    SumUpkeep(Transactions transactions, UpkeepRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    void attend(JobRun job) {
        LocalDate last = SumRows.last(job.context());
        Optional<LocalDate> noted = transactions.read(job.context(), unit -> new SumRows(unit).noted());
        if (noted.filter(last::isBefore).isPresent()) {
            noted = setBack(last, job);
        }
        LocalDate until = noted.map(day -> day.isBefore(last) ? unchanged(day, job) : day)
                .orElseGet(() -> transactions
                        .read(job.context(), unit -> new SumRows(unit).beginning())
                        .map(day -> day.minusDays(1))
                        .orElse(last));
        boolean isNoted = noted.isPresent();
        while ((until.isBefore(last) || !isNoted) && job.goesOn()) {
            until = fold(until.plusDays(1), last, job);
            isNoted = true;
        }
    }

    /** The last day until which what was added up of the last ones is what there is. */
    private LocalDate unchanged(LocalDate noted, JobRun job) {
        return transactions
                .read(job.context(), unit -> new SumRows(unit).otherwise(noted.minusDays(AGAIN - 1L), noted))
                .map(day -> day.minusDays(1))
                .orElse(noted);
    }

    /** What was added up ahead while a clock was moved on is added up anew, day by day, when it is over. */
    private Optional<LocalDate> setBack(LocalDate last, JobRun job) {
        return Optional.of(transactions.write(job.context(), LocalDate.class, unit -> {
            unit.require(job.lease());
            rows.done(unit, SumRows.TASK, last.toString());
            return last;
        }));
    }

    private LocalDate fold(LocalDate from, LocalDate last, JobRun job) {
        LocalDate month = from.with(TemporalAdjusters.lastDayOfMonth());
        LocalDate to = month.isBefore(last) ? month : last;
        return transactions.write(job.context(), LocalDate.class, unit -> {
            unit.require(job.lease());
            new SumRows(unit).fold(from, to, to);
            rows.done(unit, SumRows.TASK, to.toString());
            return to;
        });
    }
}
