package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.LedgerEntry;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Ids;

/** The ledger in the database. */
public class EntryRows extends FeeRows<LedgerEntry> {
    private static final int MOST_PARTS = 10_000;
    private static final int ACCOUNTS = LedgerAccount.values().length;

    public EntryRows(EntityManagerFactory entities) {
        super(entities, LedgerEntry.class, "fee-entry");
    }

    /**
     * Posts what becomes of a demand, an entry for each line.
     *
     * @param fen of each line; nothing is posted of what is nothing
     */
    public void post(EntryKind kind, Bill bill, List<Long> fen, Now now, UnitOfWork unit) {
        List<BillLine> lines = bill.held().lines();
        for (int i = 0; i < lines.size(); i++) {
            if (fen.get(i) > 0) {
                add(
                        LedgerEntry.posted(Ids.next(now.context().at()), kind, fen.get(i), now)
                                .of(bill, lines.get(i)),
                        unit);
            }
        }
    }

    /** Posts money that no demand explains. */
    public void post(EntryKind kind, long fen, Now now, UnitOfWork unit) {
        add(LedgerEntry.posted(Ids.next(now.context().at()), kind, fen, now), unit);
    }

    private void add(LedgerEntry entry, UnitOfWork unit) {
        keep(entry, "post", Map.of(), "posted", entry.changed(), unit);
    }

    /** What each account has at the end of a day: what it got less what it gave. */
    public Map<LedgerAccount, Long> balances(LocalDate at, UnitOfWork unit) {
        Map<LedgerAccount, Long> balances = new EnumMap<>(LedgerAccount.class);
        for (LedgerAccount account : LedgerAccount.values()) {
            balances.put(account, 0L);
        }
        sums("debit", at, unit).forEach((account, fen) -> balances.merge(account, fen, Long::sum));
        sums("credit", at, unit).forEach((account, fen) -> balances.merge(account, -fen, Long::sum));
        return balances;
    }

    private Map<LedgerAccount, Long> sums(String side, LocalDate at, UnitOfWork unit) {
        Map<LedgerAccount, Long> sums = new EnumMap<>(LedgerAccount.class);
        values(
                        "select e." + side + ", sum(e.fen) from LedgerEntry e where e.bookedOn <= :at group by e."
                                + side,
                        Map.of("at", at),
                        Object[].class,
                        ACCOUNTS,
                        unit)
                .forEach(row -> sums.put(LedgerAccount.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return sums;
    }

    /** What was posted of a kind within some days. */
    public Map<EntryKind, Long> turnover(LocalDate first, LocalDate last, UnitOfWork unit) {
        Map<EntryKind, Long> sums = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            sums.put(kind, 0L);
        }
        values(
                        "select e.kind, sum(e.fen) from LedgerEntry e where e.bookedOn between :first and :last"
                                + " group by e.kind",
                        Map.of("first", first, "last", last),
                        Object[].class,
                        sums.size(),
                        unit)
                .forEach(row -> sums.put(EntryKind.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return sums;
    }

    /**
     * What was posted of a kind for a fee item of a unit.
     *
     * @param unit 执收单位
     */
    public record Turnover(String unit, String fee, EntryKind kind, long fen) {}

    /** What was posted within some days for demands, by unit, fee item and kind. */
    public List<Turnover> turnoverByFee(LocalDate first, LocalDate last, UnitOfWork unit) {
        return values(
                        "select e.unit, e.fee, e.kind, sum(e.fen) from LedgerEntry e"
                                + " where e.bookedOn between :first and :last and e.fee <> ''"
                                + " group by e.unit, e.fee, e.kind order by e.unit, e.fee, e.kind",
                        Map.of("first", first, "last", last),
                        Object[].class,
                        MOST_PARTS,
                        unit)
                .stream()
                .map(row -> new Turnover(
                        (String) row[0],
                        (String) row[1],
                        EntryKind.valueOf((String) row[2]),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    /** What was posted within some days for demands, by the kind of the fee. */
    public Map<String, Map<EntryKind, Long>> turnoverByKind(LocalDate first, LocalDate last, UnitOfWork unit) {
        return parted(
                "select e.feeKind, e.kind, sum(e.fen) from LedgerEntry e"
                        + " where e.bookedOn between :first and :last and e.fee <> '' group by e.feeKind, e.kind",
                first,
                last,
                unit);
    }

    /** The same, by the department whose window has demanded it. */
    public Map<String, Map<EntryKind, Long>> turnoverByWindow(LocalDate first, LocalDate last, UnitOfWork unit) {
        return parted(
                "select b.department, e.kind, sum(e.fen) from LedgerEntry e, Bill b"
                        + " where b.id = e.bill and e.bookedOn between :first and :last"
                        + " group by b.department, e.kind",
                first,
                last,
                unit);
    }

    private Map<String, Map<EntryKind, Long>> parted(
            String question, LocalDate first, LocalDate last, UnitOfWork unit) {
        Map<String, Map<EntryKind, Long>> parts = new TreeMap<>();
        values(question, Map.of("first", first, "last", last), Object[].class, MOST_PARTS, unit)
                .forEach(row -> parts.computeIfAbsent((String) row[0], part -> new EnumMap<>(EntryKind.class))
                        .put(EntryKind.valueOf((String) row[1]), ((Number) row[2]).longValue()));
        return parts;
    }

    /** What was posted of a kind for each line of a demand, in their order. */
    public List<Long> ofBill(Bill bill, EntryKind kind, UnitOfWork unit) {
        Map<List<String>, Long> sums = new HashMap<>();
        List<BillLine> lines = bill.held().lines();
        values(
                        "select e.item, e.fee, sum(e.fen) from LedgerEntry e where e.bill = :bill and e.kind = :kind"
                                + " group by e.item, e.fee",
                        Map.of("bill", bill.id(), "kind", kind.name()),
                        Object[].class,
                        lines.size(),
                        unit)
                .forEach(row -> sums.put(List.of((String) row[0], (String) row[1]), ((Number) row[2]).longValue()));
        return lines.stream()
                .map(line -> sums.getOrDefault(List.of(line.item(), line.fee()), 0L))
                .toList();
    }

    /** The entries, the newest first, from behind one. */
    public List<LedgerEntry> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select e from LedgerEntry e where e.id < :after order by e.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }
}
