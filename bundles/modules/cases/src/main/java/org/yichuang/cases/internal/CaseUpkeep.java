package org.yichuang.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.CalendarPass.Numbers;
import org.yichuang.cases.internal.Followed.CaseStep;
import org.yichuang.cases.internal.Followed.Near;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.cases.internal.domain.CalendarCorrection;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.PastDepartment;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * What is done for all cases of a centre when nobody acts: late answers become acceptances (R1-04), due days follow the
 * calendar (R2-04), search texts follow our folding. Each case has a transaction of its own: one that cannot be read or
 * refuses stops nobody else. What all cases have to go through is a row until it is done, so that neither a restart nor
 * a database that is away makes it forgotten.
 */
public class CaseUpkeep {
    static final String RECKONED = "recompute-deadline";
    static final String KEPT_DAYS = "keep-last-days";
    static final String REFOLDED = "fold-search-text";

    private static final Logger LOG = LoggerFactory.getLogger(CaseUpkeep.class);
    private static final String CALENDAR = "calendar";
    private static final String RESTING_CALENDAR = "calendar-resting";
    /** The last day on which something was said of a last day. */
    private static final String WARNED = "warned";

    private static final String SEARCH = "search";
    /** Grows when search texts are folded in another way. */
    private static final String FOLDING = "1";

    private static final String HANDS = "past-departments";
    private static final String ALL = "1";

    private static final int BATCH = 100;
    private static final int MANY = 1000;

    private final Transactions transactions;
    private final CaseLedger desk;
    private final UpkeepRows rows;
    private final CasesFromBefore before;
    private final SumUpkeep sums;
    private final Tenants tenants;
    /** The centres of whose cases it is known in whose hands they have been. */
    private final Set<TenantId> inHands = ConcurrentHashMap.newKeySet();

    public CaseUpkeep(Transactions transactions, CaseLedger desk, UpkeepRows rows, Tenants tenants) {
        this.transactions = transactions;
        this.desk = desk;
        this.rows = rows;
        this.before = new CasesFromBefore(transactions, desk, rows);
        this.sums = new SumUpkeep(transactions, rows);
        this.tenants = tenants;
    }

    /**
     * Does what there is to do at the centre of a run, as long as that goes on.
     *
     * @return whether to come again before anything changes, since cases failed or the calendar is to be gone through
     *     once more
     */
    boolean attend(JobRun job) {
        Run run = new Run(job);
        run.fold();
        run.keepHands();
        run.goBack();
        boolean followed = run.followCalendar(CALENDAR, CaseFiles::waiting);
        run.follow(Followed.onlineReviews(desk));
        run.deemAccepted();
        Followed.others(desk).forEach(run::follow);
        run.warn();
        followed &= run.followCalendar(RESTING_CALENDAR, CaseFiles::resting);
        boolean isLeft = before.attend(job);
        if (before.hasGoneThrough(job)) {
            sums.attend(job);
        }
        return run.failed > 0 || isLeft || !followed;
    }

    private final class Run {
        private final JobRun job;
        private final TenantId tenant;
        private int failed;

        Run(JobRun job) {
            this.job = job;
            this.tenant = job.context().tenant();
        }

        private Optional<String> doneFor(String task) {
            return transactions.read(context(), unit -> rows.doneFor(unit, task));
        }

        /** Runs a change in a transaction that fails when the lease is lost; empty when it is lost already. */
        private <T> Optional<T> fenced(Class<T> answer, Transactions.Work<T> work) {
            if (!job.goesOn()) {
                return Optional.empty();
            }
            return Optional.of(transactions.write(context(), answer, unit -> {
                unit.require(job.lease());
                return work.run(unit);
            }));
        }

        private void done(String task, String state) {
            fenced(Boolean.class, unit -> {
                rows.done(unit, task, state);
                return true;
            });
        }

        /** Folds all search texts when our folding is new, else only those that nobody has folded yet. */
        private void fold() {
            boolean foldedSo = doneFor(SEARCH).filter(FOLDING::equals).isPresent();
            boolean complete = true;
            Optional<String> after = Optional.of("");
            while (after.isPresent() && job.goesOn()) {
                String from = after.get();
                UpkeepRows.Folding found =
                        transactions.read(context(), unit -> rows.folding(unit, from, foldedSo, MANY));
                for (String number : found.unfolded()) {
                    complete &= inCase(number, this::refold);
                }
                after = found.last();
            }
            if (!foldedSo && complete && after.isEmpty()) {
                done(SEARCH, FOLDING);
            }
        }

        private void refold(UnitOfWork unit, CaseFile file) {
            file.fold();
            desk.record(unit, file, REFOLDED, Map.of(), DomainEvent.NONE);
        }

        /** Notes once of all cases from before that was kept in whose hands they have been. */
        private void keepHands() {
            if (inHands.contains(tenant)) {
                return;
            }
            boolean known = doneFor(HANDS).isPresent();
            if (!known && keepHands(CaseFiles::waiting) && keepHands(CaseFiles::resting)) {
                done(HANDS, ALL);
                known = true;
            }
            if (known) {
                inHands.add(tenant);
            }
        }

        /** Returns whether it is noted of every one of some cases. */
        private boolean keepHands(Numbers some) {
            int before = failed;
            String after = "";
            List<String> numbers;
            do {
                String from = after;
                numbers = transactions.read(context(), unit -> some.after(desk.cases(unit), from, BATCH));
                chosen(numbers, (unit, file) -> !PastDepartment.of(file, tenant.value())
                                .isEmpty())
                        .forEach(number -> inCase(number, desk::passedOn));
                after = numbers.isEmpty() ? after : numbers.get(numbers.size() - 1);
            } while (numbers.size() == BATCH && job.goesOn());
            return failed == before && numbers.size() < BATCH;
        }

        /** Returns whether every one of some cases goes by the calendar that is in force, and always will. */
        private boolean followCalendar(String task, Numbers some) {
            Almanac almanac = almanac();
            CalendarPass pass = new CalendarPass(fingerprint(task, almanac), doneFor(task));
            Instant began = context().at();
            if (!pass.isDue(began)) {
                return pass.isSettled();
            }
            int before = failed;
            int moved = 0;
            String after = "";
            List<String> numbers;
            do {
                String from = after;
                numbers = transactions.read(context(), unit -> some.after(desk.cases(unit), from, BATCH));
                for (String number : moving(numbers, almanac)) {
                    moved += inCase(number, (unit, file) -> move(unit, file, almanac)) ? 1 : 0;
                }
                after = numbers.isEmpty() ? after : numbers.get(numbers.size() - 1);
            } while (numbers.size() == BATCH && job.goesOn() && isInForce(almanac));
            if (moved > 0) {
                LOG.info("{}: the calendar has moved days of {} cases", tenant, moved);
            }
            boolean complete = failed == before && numbers.size() < BATCH && isInForce(almanac);
            if (complete) {
                done(task, pass.completed(began));
            }
            return complete && new CalendarPass(fingerprint(task, almanac), doneFor(task)).isSettled();
        }

        private Almanac almanac() {
            return Almanac.of(desk.moment(context()));
        }

        /** Of what cases do in which nothing is due, nobody is warned. */
        private String fingerprint(String task, Almanac almanac) {
            return task.equals(CALENDAR)
                    ? CalendarFingerprint.of(almanac)
                    : CalendarFingerprint.of(almanac.calendar(), almanac.today());
        }

        /** Whether no other calendar or setting has come while this one was followed. */
        private boolean isInForce(Almanac almanac) {
            return fingerprint(CALENDAR, almanac()).equals(fingerprint(CALENDAR, almanac));
        }

        /** Of which cases the calendar moves a day, or counts other working days: the others are read only. */
        private List<String> moving(List<String> numbers, Almanac almanac) {
            return chosen(
                    numbers,
                    (unit, file) -> CalendarCorrection.of(file, almanac).isPresent() || !desk.isCharged(unit, file));
        }

        private List<String> chosen(List<String> numbers, BiPredicate<UnitOfWork, CaseFile> which) {
            return numbers.isEmpty()
                    ? numbers
                    : transactions.read(
                            context(),
                            unit -> ChosenCases.of(
                                    desk.cases(unit), numbers, file -> which.test(unit, file), this::failed));
        }

        private void move(UnitOfWork unit, CaseFile file, Almanac almanac) {
            if (!isInForce(almanac)) {
                return;
            }
            CalendarCorrection.of(file, almanac).ifPresent(correction -> correct(unit, file, correction));
            desk.judge(unit, file);
        }

        private void correct(UnitOfWork unit, CaseFile file, CalendarCorrection correction) {
            file.correct(correction);
            if (correction.isSeen()) {
                desk.record(
                        unit, file, RECKONED, CalendarDetails.of(correction), CaseEvents.dueMoved(file, correction));
            } else {
                desk.record(unit, file, KEPT_DAYS, Map.of(), DomainEvent.NONE);
            }
        }

        private void deemAccepted() {
            int accepted = each(
                    (unit, after, most) ->
                            desk.cases(unit).unanswered(unit.context().today(), after, most),
                    this::licences,
                    this::deem);
            if (accepted > 0) {
                LOG.info("{}: {} cases deemed accepted, as nobody had answered within five days", tenant, accepted);
            }
        }

        /** Which of the cases the law accepts: the others are overdue until somebody acts, and are read only. */
        private List<String> licences(List<String> late) {
            return chosen(
                    late,
                    (unit, file) -> file.submission().item().isLicence()
                            && file.progress().acceptance() == null
                            && CaseWork.isNoticeLate(file.progress(), desk.moment(context())));
        }

        private void follow(Followed followed) {
            CaseStep take = (unit, file) -> followed.due()
                    .apply(file, desk.moment(unit.context()))
                    .ifPresent(command -> desk.step(unit, file, followed.step().apply(command)));
            each(
                    followed.near(),
                    numbers -> {
                        CommandContext now = desk.moment(context());
                        return chosen(
                                numbers,
                                (unit, file) -> followed.due().apply(file, now).isPresent());
                    },
                    take);
        }

        /** Takes a step in those of some cases in which it is to be taken; returns how often that was done. */
        private int each(Near near, UnaryOperator<List<String>> which, CaseStep step) {
            int taken = 0;
            Place after = Place.START;
            List<Place> found;
            do {
                Place from = after;
                found = transactions.read(context(), unit -> near.after(unit, from, BATCH));
                List<String> numbers =
                        found.stream().map(Place::number).distinct().toList();
                for (String number : which.apply(numbers)) {
                    taken += inCase(number, step) ? 1 : 0;
                }
                after = found.isEmpty() ? after : found.get(found.size() - 1);
            } while (found.size() == BATCH && job.goesOn());
            return taken;
        }

        /** Lets all cases be gone through anew where a clock was moved on and is back: what was said then is not. */
        private void goBack() {
            String today = context().today().toString();
            if (doneFor(WARNED).filter(day -> day.compareTo(today) > 0).isPresent()) {
                fenced(Boolean.class, unit -> {
                    rows.done(unit, CALENDAR, "");
                    rows.done(unit, WARNED, today);
                    return true;
                });
            }
        }

        /** Says of which cases a last day is near, or has passed; the others are not looked at. */
        private void warn() {
            each(
                    (unit, after, most) ->
                            desk.cases(unit).toWarn(unit.context().today(), after, most),
                    numbers -> numbers,
                    (unit, file) -> {
                        desk.warn(unit, file);
                        rows.done(unit, WARNED, context().today().toString());
                    });
        }

        private void deem(UnitOfWork unit, CaseFile file) {
            desk.step(unit, file, CaseWork::deemAccepted);
        }

        /**
         * One case in one transaction. What its state no longer calls for is left alone, and a bad one is left out and
         * tried again, as is one that another was changing; without lease or database everything waits.
         */
        private boolean inCase(String number, CaseStep step) {
            try {
                return fenced(Boolean.class, unit -> {
                            step.on(unit, desk.cases(unit).get(number));
                            return true;
                        })
                        .isPresent();
            } catch (ProblemException e) {
                if (e.code() == JournalError.LEASE_LOST || e.code() == CommonError.UNAVAILABLE) {
                    throw e;
                }
                if (e.code() == CaseError.CASE_STATE || e.code() == CaseError.CASE_UNKNOWN) {
                    LOG.debug("{} of {} was left alone: {}", number, tenant, e.getMessage());
                } else {
                    failed(number, e);
                }
                return false;
            } catch (RuntimeException e) {
                failed(number, e);
                return false;
            }
        }

        private void failed(String number, RuntimeException e) {
            failed++;
            LOG.warn("{}: case {} cannot be attended to and is left out for now: {}", tenant, number, e.toString());
            LOG.debug("Why case {} cannot be attended to", number, e);
        }

        private CallContext context() {
            return job.context();
        }
    }
}
