package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsViews.LeaderView;
import org.yichuang.windows.internal.WindowsViews.VisitView;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LeaderVisit;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.VisitRows;

/** Which leaders of departments have come to the hall: heads once in half a year, deputies once a month (C2.6). */
public class Visits {
    private static final int MOST_MINUTES = 24 * 60;

    private final Transactions transactions;
    private final VisitRows rows;
    private final LetterRows letters;
    private final Departments departments;

    Visits(Transactions transactions, VisitRows rows, LetterRows letters, Departments departments) {
        this.transactions = transactions;
        this.rows = rows;
        this.letters = letters;
        this.departments = departments;
    }

    /**
     * Writes down that one has come.
     *
     * @throws ProblemException {@code department-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public VisitView record(RecordVisit command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        RecordVisit given = FieldRules.require(command);
        departments.check(List.of(given.department()), context);
        if (given.day().isAfter(context.today())) {
            throw invalid("day", "visit.later");
        }
        if (given.minutes() < 1 || given.minutes() > MOST_MINUTES) {
            throw invalid("minutes", "visit.minutes");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            LeaderVisit made = LeaderVisit.made(
                    Ids.next(context.at()),
                    given.department(),
                    given.name(),
                    given.rank(),
                    given.day(),
                    new LeaderVisit.Course(given.purpose(), given.minutes(), given.words()));
            rows.keep(made, "record", Map.of("name", made.name()), "leader-came", made.changed(), unit);
            return new Written(made.id());
        });
        return transactions.read(
                context.withoutKey(),
                unit -> Shown.of(rows.find(done.id(), unit).orElseThrow()));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Visits.class, key));
    }

    /** A leader who is to come, or has. */
    private record Leader(String department, String name, LeaderRank rank) {}

    /**
     * Returns by name who has come in a month, of heads in its half-year, whether that is enough, and whether it had to
     * be by then: those whom the letters of the month name, and whoever else has come. What is asked of a deputy is due
     * when the month is over, what is asked of a head when the half-year is: in its last month alone.
     *
     * @param month as 2026-03; this one where none is said
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<LeaderView> leaders(String month, CallContext context) {
        context.require(WindowsPermission.VIEW);
        YearMonth asked = month(month, context);
        return transactions.read(context, unit -> leaders(asked, unit));
    }

    /** The same in a running transaction. */
    List<LeaderView> leaders(YearMonth asked, UnitOfWork unit) {
        LocalDate half = asked.getMonth().compareTo(Month.JUNE) <= 0
                ? asked.atDay(1).withMonth(Month.JANUARY.getValue())
                : asked.atDay(1).withMonth(Month.JULY.getValue());
        List<LeaderVisit> visits = rows.between(half, asked.atEndOfMonth(), unit).stream()
                .filter(each -> each.rank() == LeaderRank.HEAD || !each.day().isBefore(asked.atDay(1)))
                .toList();
        List<LeaderView> shown = new ArrayList<>();
        for (Leader leader : leaders(asked, visits, unit)) {
            List<LeaderVisit> its = visits.stream()
                    .filter(each -> each.department().equals(leader.department())
                            && each.name().equals(leader.name())
                            && each.rank() == leader.rank())
                    .toList();
            shown.add(new LeaderView(
                    leader.department(),
                    leader.name(),
                    leader.rank(),
                    its.size(),
                    its.stream().mapToInt(each -> each.held().minutes()).sum(),
                    !its.isEmpty(),
                    isDue(leader.rank(), asked, unit.context().today())));
        }
        return shown;
    }

    private static boolean isDue(LeaderRank rank, YearMonth asked, LocalDate today) {
        boolean isLast = asked.getMonth() == Month.JUNE || asked.getMonth() == Month.DECEMBER;
        return asked.atEndOfMonth().isBefore(today) && (rank == LeaderRank.DEPUTY || isLast);
    }

    private Set<Leader> leaders(YearMonth month, List<LeaderVisit> visits, UnitOfWork unit) {
        Set<Leader> all = new LinkedHashSet<>();
        for (DelegationLetter letter : letters.heldBetween(month.atDay(1), month.atEndOfMonth(), unit)) {
            all.add(new Leader(letter.department(), letter.held().principal().name(), LeaderRank.HEAD));
            all.add(new Leader(letter.department(), letter.a().name(), LeaderRank.DEPUTY));
        }
        visits.forEach(each -> all.add(new Leader(each.department(), each.name(), each.rank())));
        return all;
    }

    private static YearMonth month(String text, CallContext context) {
        if (text == null || text.isBlank()) {
            return YearMonth.from(context.today());
        }
        if (!text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            throw invalid("month", "visit.month");
        }
        return YearMonth.parse(text);
    }
}
