package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.RetentionCommands.Hold;
import org.yichuang.cases.internal.RetentionCommands.Lift;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionCommands.Reject;
import org.yichuang.cases.internal.RetentionViews.Counts;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.HoldView;
import org.yichuang.cases.internal.RetentionViews.RemovalSummary;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.RetentionViews.RemovedView;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.LegalHold;
import org.yichuang.cases.internal.domain.RemovalBatch;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalContent.Listed;
import org.yichuang.cases.internal.domain.RetentionSchedule;
import org.yichuang.cases.internal.persistence.RetentionRows;
import org.yichuang.cases.internal.persistence.RetentionRows.Kept;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What is kept for its years and then no longer (R9-20): whoever keeps the archive sees which cases are due, says which
 * are wanted longer, and proposes what is removed; somebody else confirms it. One method is one transaction.
 */
public class CaseRetention {
    private final Transactions transactions;
    private final RetentionWork work;
    private final RetentionRows rows;

    CaseRetention(Transactions transactions, RetentionWork work) {
        this.transactions = transactions;
        this.work = work;
        this.rows = work.rows();
    }

    /** What is kept as the answer of a command; it names nobody. */
    record Written(String id) {}

    /** Returns the cases whose years have passed, the oldest first, with what keeps them longer. */
    @RequiresPermission(CasePermission.RETAIN)
    public Page<DueView> due(PageRequest page, CallContext context) {
        context.require(CasePermission.RETAIN);
        RetentionSchedule schedule = work.schedule(context);
        Set<String> unsent = work.unsent(context);
        return transactions.read(context, unit -> {
            Place after = page.cursor().map(CaseRetention::place).orElse(Place.START);
            List<Place> places = rows.due(schedule, work.today(context), after, page.limit() + 1, unit);
            Page<Place> part = Page.of(places, page.limit(), CaseRetention::cursor);
            List<DueView> due = new ArrayList<>();
            work.holds(part.items().stream().map(Place::number).toList(), unsent, unit)
                    .forEach((found, holds) -> due.add(due(found, holds, schedule)));
            return new Page<>(due, part.next());
        });
    }

    private static String cursor(Place place) {
        return place.due() + " " + place.number();
    }

    private static Place place(String cursor) {
        String[] parts = cursor.split(" ", 2);
        if (parts.length < 2 || !CaseNumbers.isWellFormed(parts[1])) {
            throw noPlace();
        }
        try {
            return new Place(LocalDate.parse(parts[0]), parts[1]);
        } catch (DateTimeParseException e) {
            throw noPlace();
        }
    }

    private static ProblemException noPlace() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                "cursor",
                LocalizedMessage.of(CaseRetention.class, "retention.cursor"));
    }

    private static DueView due(Kept found, Set<RetentionHold> holds, RetentionSchedule schedule) {
        LocalDate over = found.over().orElse(null);
        return new DueView(
                found.number(),
                found.item(),
                found.itemName(),
                found.receivedOn(),
                over,
                found.over()
                        .flatMap(day -> schedule.keptUntil(found.items(), day))
                        .orElse(null),
                found.state(),
                List.copyOf(holds));
    }

    /**
     * Proposes that cases be removed.
     *
     * @throws ProblemException {@code fields-invalid} with each case that is kept, and why; {@code gate-away} while a
     *     module that may need them is not there to be asked
     */
    @RequiresPermission(CasePermission.RETAIN)
    public RemovalView propose(Propose command, CallContext context) {
        context.require(CasePermission.RETAIN);
        Propose given = FieldRules.require(command);
        RetentionSchedule schedule = work.schedule(context);
        Set<String> unsent = work.unsent(context);
        String id = transactions
                .write(context, Written.class, unit -> {
                    Map<String, Kept> free = free(given.numbers(), unsent, unit);
                    List<Listed> listed = free.values().stream()
                            .map(each -> listed(each, schedule))
                            .toList();
                    RemovalBatch made =
                            RemovalBatch.proposed(Ids.next(unit.context().at()), given.words(), listed, unit.context());
                    rows.keep(made, "propose", Map.of("cases", Integer.toString(listed.size())), unit);
                    return new Written(made.id());
                })
                .id();
        return view(id, context);
    }

    /** The cases of which nothing is kept, by number. */
    private Map<String, Kept> free(List<String> numbers, Set<String> unsent, UnitOfWork unit) {
        Map<String, Kept> free = new LinkedHashMap<>();
        Map<String, LocalizedMessage> refused = new LinkedHashMap<>();
        Set<String> asked = new LinkedHashSet<>(numbers);
        work.allHolds(asked, unsent, unit).forEach((found, holds) -> {
            if (holds.isEmpty()) {
                free.put(found.number(), found);
            } else {
                refused.put(
                        found.number(),
                        LocalizedMessage.of(
                                CaseRetention.class,
                                "retention.kept",
                                found.number(),
                                holds.iterator().next().label()));
            }
        });
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            if (!free.containsKey(number)) {
                problems.add(new FieldProblem(
                        "numbers[" + i + "]",
                        refused.getOrDefault(
                                number, LocalizedMessage.of(CaseRetention.class, "retention.unknown", number))));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, problems.get(0).message(), problems);
        }
        return free;
    }

    private static Listed listed(Kept each, RetentionSchedule schedule) {
        LocalDate over = each.over().orElseThrow();
        return new Listed(
                each.number(),
                each.item(),
                each.itemName(),
                each.receivedOn(),
                over,
                schedule.keptUntil(each.items(), over).orElseThrow(),
                each.state(),
                null,
                Set.of());
    }

    /**
     * Confirms a proposal: its cases are removed from then on, each if still nothing keeps it.
     *
     * @throws ProblemException {@code removal-unknown}, {@code removal-state}, {@code duties-separate} for whoever has
     *     proposed it
     */
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    public RemovalView confirm(String id, CallContext context) {
        context.require(CasePermission.CONFIRM_REMOVAL);
        transactions.write(context, Written.class, unit -> {
            RemovalBatch batch = locked(id, unit);
            context.requireVersion(batch.steps());
            batch.confirm(unit.context());
            rows.keep(
                    batch,
                    "confirm",
                    Map.of("cases", Integer.toString(batch.content().cases().size())),
                    unit);
            return new Written(id);
        });
        return view(id, context.withoutKey());
    }

    /**
     * Turns a proposal down.
     *
     * @throws ProblemException {@code removal-unknown}, {@code removal-state}
     */
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    public RemovalView reject(String id, Reject command, CallContext context) {
        context.require(CasePermission.CONFIRM_REMOVAL);
        Reject given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            RemovalBatch batch = locked(id, unit);
            context.requireVersion(batch.steps());
            batch.reject(given.reason(), unit.context());
            rows.keep(batch, "reject", Map.of("reason", given.reason()), unit);
            return new Written(id);
        });
        return view(id, context.withoutKey());
    }

    private RemovalBatch locked(String id, UnitOfWork unit) {
        return rows.locked(id, unit).orElseThrow(CaseRetention::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.of(CaseError.REMOVAL_UNKNOWN);
    }

    /** Returns what was proposed, the newest first: the register of what was removed. */
    @RequiresPermission(CasePermission.RETAIN)
    public Page<RemovalSummary> list(PageRequest page, CallContext context) {
        context.require(CasePermission.RETAIN);
        return transactions.read(context, unit -> {
            List<RemovalBatch> found = rows.batches(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), RemovalBatch::id).map(CaseRetention::summary);
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code removal-unknown}
     */
    @RequiresPermission(CasePermission.RETAIN)
    public RemovalView find(String id, CallContext context) {
        context.require(CasePermission.RETAIN);
        return view(id, context);
    }

    private RemovalView view(String id, CallContext context) {
        return transactions.read(
                context.withoutKey(), unit -> view(rows.find(id, unit).orElseThrow(CaseRetention::unknown)));
    }

    private static RemovalView view(RemovalBatch batch) {
        List<RemovedView> cases = batch.content().cases().stream()
                .map(each -> new RemovedView(
                        each.number(),
                        each.item(),
                        each.itemName(),
                        each.receivedOn(),
                        each.over(),
                        each.keptUntil(),
                        each.outcome(),
                        each.fate(),
                        each.holds().stream().sorted().toList()))
                .toList();
        return new RemovalView(
                summary(batch), batch.content().words(), batch.content().answer(), cases, batch.steps());
    }

    private static RemovalSummary summary(RemovalBatch batch) {
        List<Listed> cases = batch.content().cases();
        return new RemovalSummary(
                batch.id(),
                batch.state(),
                batch.proposedBy(),
                batch.proposedAt(),
                batch.answeredBy().orElse(""),
                batch.answeredAt().orElse(null),
                new Counts(cases.size(), count(cases, Fate.REMOVED), count(cases, Fate.KEPT)));
    }

    private static int count(List<Listed> cases, Fate fate) {
        return (int) cases.stream().filter(each -> each.fate() == fate).count();
    }

    /**
     * Says that a case is kept whatever its years are.
     *
     * @throws ProblemException {@code case-unknown}, {@code hold-state}
     */
    @RequiresPermission(CasePermission.RETAIN)
    public HoldView hold(Hold command, CallContext context) {
        context.require(CasePermission.RETAIN);
        Hold given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            if (!rows.lock(given.number(), unit)) {
                throw CaseFiles.unknown(given.number());
            }
            LegalHold hold = rows.lockedHold(given.number(), unit).orElseGet(() -> new LegalHold(given.number()));
            hold.set(given.basis(), unit.context());
            rows.keep(hold, "hold", Map.of("basis", given.basis()), unit);
            return new Written(given.number());
        });
        return held(given.number(), context);
    }

    /**
     * Says that nothing of the kind keeps a case any more.
     *
     * @throws ProblemException {@code case-unknown} where it never was, {@code hold-state} where it is no more
     */
    @RequiresPermission(CasePermission.RETAIN)
    public HoldView lift(String number, Lift command, CallContext context) {
        context.require(CasePermission.RETAIN);
        Lift given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            LegalHold hold = rows.lockedHold(number, unit).orElseThrow(() -> CaseFiles.unknown(number));
            context.requireVersion(hold.steps());
            hold.lift(unit.context());
            rows.keep(hold, "lift", Map.of("reason", given.reason()), unit);
            return new Written(number);
        });
        return held(number, context);
    }

    private HoldView held(String number, CallContext context) {
        return transactions.read(
                context.withoutKey(),
                unit -> rows.hold(number, unit).map(CaseRetention::hold).orElseThrow(() -> CaseFiles.unknown(number)));
    }

    /**
     * Returns what was said last of a case.
     *
     * @throws ProblemException {@code hold-state} where it was never held
     */
    @RequiresPermission(CasePermission.RETAIN)
    public HoldView findHold(String number, CallContext context) {
        context.require(CasePermission.RETAIN);
        return held(number, context);
    }

    /** Returns the cases that are held, by number. */
    @RequiresPermission(CasePermission.RETAIN)
    public Page<HoldView> holds(PageRequest page, CallContext context) {
        context.require(CasePermission.RETAIN);
        return transactions.read(context, unit -> {
            List<LegalHold> found = rows.holds(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), LegalHold::number).map(CaseRetention::hold);
        });
    }

    private static HoldView hold(LegalHold held) {
        Optional<LocalDate> lifted = held.liftedOn();
        return new HoldView(held.number(), held.basis(), held.setBy(), held.setOn(), lifted.orElse(null), held.steps());
    }
}
