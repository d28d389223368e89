package org.yichuang.fees.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillContent;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.PageRequest;

/** Demands of payment in the database. */
public class BillRows extends KeptRows<Bill, BillContent> {
    /** The kind of aggregate. */
    public static final String TYPE = "fee-bill";

    private static final List<String> OPEN = List.of(BillState.DUE.name(), BillState.DEFERRED.name());
    private static final int MOST_OF_CASE = 200;
    private static final int MOST_WINDOWS = 2000;
    private static final List<String> RESTLESS = List.of(
            BillState.CODE_PENDING.name(), BillState.DUE.name(), BillState.DEFERRED.name(), BillState.PAID.name());

    public BillRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Bill.class, BillContent.class, TYPE, "FEES_BILL");
    }

    @Override
    DomainEvent event(Bill row, String event, FeeEvent data) {
        return super.event(row, event, data).about(row.id(), row.item()).at(row.department(), "");
    }

    /** Keeps a step of which nobody but the audit is told. */
    public void keepQuiet(Bill bill, String action, UnitOfWork unit) {
        keep(bill, action, Map.of("case", bill.caseNumber()), DomainEvent.NONE, unit);
    }

    /** The demands of a case, in the order of their numbers. */
    public List<Bill> ofCase(String number, UnitOfWork unit) {
        return list(
                "select b from Bill b where b.caseNumber = :number order by b.id",
                Map.of("number", number),
                MOST_OF_CASE,
                unit);
    }

    /** Numbers of demands that come to be due and of which nobody was reminded, from behind one. */
    public List<String> toRemind(LocalDate today, LocalDate until, String after, int most, UnitOfWork unit) {
        return ids(
                "select b.id from Bill b where b.state in :open and b.dueOn between :today and :until"
                        + " and (b.remindedFor is null or b.remindedFor <> b.dueOn) and b.id > :after order by b.id",
                Map.of("open", OPEN, "today", today, "until", until, "after", after),
                most,
                unit);
    }

    /** In how many cases something was demanded within some days, by the department whose window did. */
    public Map<String, Long> cases(LocalDate first, LocalDate last, UnitOfWork unit) {
        Map<String, Long> cases = new HashMap<>();
        values(
                        "select b.department, count(distinct b.caseNumber) from Bill b"
                                + " where b.billedOn between :first and :last and b.state <> :void"
                                + " group by b.department",
                        Map.of("first", first, "last", last, "void", BillState.VOID.name()),
                        Object[].class,
                        MOST_WINDOWS,
                        unit)
                .forEach(row -> cases.put((String) row[0], ((Number) row[1]).longValue()));
        return cases;
    }

    /** Numbers of demands of which the treasury is to be told by some moment, from behind one. */
    public List<String> toTell(Instant by, String after, int most, UnitOfWork unit) {
        return ids(
                "select b.id from Bill b where b.isToTell = :yes and b.tellAfter <= :by and b.id > :after"
                        + " order by b.id",
                Map.of("yes", true, "by", by.getEpochSecond(), "after", after),
                most,
                unit);
    }

    /**
     * Numbers of demands with a code of the treasury's that are to be paid, and whose money came before the code was
     * known here, from behind one.
     */
    public List<String> toApply(String after, int most, UnitOfWork unit) {
        return ids(
                "select distinct b.id from Bill b, Payment p where p.code = b.code and p.outcome = :unknown"
                        + " and p.appliedOn is null and p.reversedOn is null and p.fen = b.gross - b.relief"
                        + " and b.request <> '' and b.state in :open and b.id > :after and not exists"
                        + " (select r.id from Refund r where r.payment = p.id and r.state <> :refused) order by b.id",
                Map.of(
                        "unknown",
                        PaymentOutcome.UNKNOWN.name(),
                        "open",
                        OPEN,
                        "after",
                        after,
                        "refused",
                        RefundState.REFUSED.name()),
                most,
                unit);
    }

    /** Of which of some cases money is not at rest. */
    public Set<String> restless(Set<String> numbers, UnitOfWork unit) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Set<String> found = new TreeSet<>(cases("b.state in :open", numbers, Map.of("open", RESTLESS), unit));
        found.addAll(cases(
                "exists (select r.id from Refund r where r.bill = b.id and r.state not in :over)",
                numbers,
                Map.of("over", List.of(RefundState.PAID.name(), RefundState.REFUSED.name())),
                unit));
        found.addAll(cases(
                "exists (select p.id from Payment p where p.bill = b.id and p.outcome <> :matched"
                        + " and p.appliedOn is null and p.reversedOn is null and not exists"
                        + " (select r.id from Refund r where r.payment = p.id and r.state = :paid))",
                numbers,
                Map.of("matched", PaymentOutcome.MATCHED.name(), "paid", RefundState.PAID.name()),
                unit));
        found.addAll(cases(
                "exists (select d.id from FeeDifference d where d.code = b.code and d.closedOn is null)",
                numbers,
                Map.of(),
                unit));
        found.addAll(ids(
                "select distinct b.caseNumber from FeeBypass b where b.caseNumber in :numbers and b.closedOn is null",
                Map.of("numbers", numbers),
                numbers.size(),
                unit));
        return found;
    }

    private List<String> cases(String where, Set<String> numbers, Map<String, Object> values, UnitOfWork unit) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("numbers", numbers);
        return ids(
                "select distinct b.caseNumber from Bill b where b.caseNumber in :numbers and " + where,
                all,
                numbers.size(),
                unit);
    }

    /** The demand that has a code. */
    public Optional<Bill> ofCode(String code, UnitOfWork unit) {
        return list("select b from Bill b where b.code = :code", Map.of("code", code), 1, unit).stream()
                .findFirst();
    }

    /**
     * A page of demands and one more, the newest first.
     *
     * @param state null for any
     * @param departments whose alone, empty for all
     */
    public List<Bill> all(BillState state, Set<String> departments, PageRequest page, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("after", page.cursor().orElse("~")));
        if (state != null) {
            values.put("state", state.name());
        }
        if (!departments.isEmpty()) {
            values.put("departments", departments);
        }
        return list(
                "select b from Bill b where b.id < :after" + (state == null ? "" : " and b.state = :state")
                        + (departments.isEmpty() ? "" : " and b.department in :departments") + " order by b.id desc",
                values,
                page.limit() + 1,
                unit);
    }
}
