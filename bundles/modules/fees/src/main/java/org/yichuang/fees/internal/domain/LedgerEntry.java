package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.LedgerAccount;

/**
 * An entry of the ledger: what one account gives another gets, so that all accounts together are always nothing. It is
 * never changed, and never taken away but by another entry.
 */
@Entity(name = "LedgerEntry")
@Table(name = "FEES_ENTRY")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class LedgerEntry extends Chained {
    @Column(name = "BOOKED_ON")
    private LocalDate bookedOn;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "DEBIT")
    private String debit;

    @Column(name = "CREDIT")
    private String credit;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "BILL")
    private String bill;

    @Column(name = "FEE")
    private String fee;

    @Column(name = "FEE_KIND")
    private String feeKind;

    @Column(name = "EXECUTING_UNIT")
    private String unit;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    protected LedgerEntry() {} // for JPA

    /** Money of a line of a demand, or of none. */
    public static LedgerEntry posted(String id, EntryKind kind, long fen, Now now) {
        if (fen <= 0) {
            throw new IllegalArgumentException("An entry of " + fen);
        }
        LedgerEntry made = new LedgerEntry();
        made.id = id;
        made.kind = kind.name();
        made.debit = debit(kind).name();
        made.credit = credit(kind).name();
        made.fen = fen;
        made.bookedOn = now.today();
        made.bill = "";
        made.fee = "";
        made.feeKind = "";
        made.unit = "";
        made.item = "";
        made.itemName = "";
        made.steps = 1;
        return made;
    }

    /** The same, of a line of a demand. */
    public LedgerEntry of(Bill its, BillLine line) {
        bill = its.id();
        fee = line.fee();
        feeKind = line.kind().name();
        unit = line.unit();
        item = line.item();
        itemName = its.itemName();
        return this;
    }

    private static LedgerAccount debit(EntryKind kind) {
        return switch (kind) {
            case BILLED, PAID_REVERSED -> LedgerAccount.RECEIVABLE;
            case RELIEVED, VOIDED, REFUNDED, RETURNED -> LedgerAccount.INCOME;
            case PAID, UNMATCHED, UNSWEPT -> LedgerAccount.BANK;
            case SETTLED, SWEPT -> LedgerAccount.TREASURY;
            case CLEARED, APPLIED, UNMATCHED_REVERSED, REPAID -> LedgerAccount.SUSPENSE;
        };
    }

    private static LedgerAccount credit(EntryKind kind) {
        return switch (kind) {
            case BILLED -> LedgerAccount.INCOME;
            case RELIEVED, VOIDED, PAID, APPLIED -> LedgerAccount.RECEIVABLE;
            case UNMATCHED -> LedgerAccount.SUSPENSE;
            case SETTLED, REFUNDED, CLEARED, PAID_REVERSED, UNMATCHED_REVERSED, SWEPT -> LedgerAccount.BANK;
            case RETURNED, REPAID, UNSWEPT -> LedgerAccount.TREASURY;
        };
    }

    public LocalDate bookedOn() {
        return bookedOn;
    }

    public EntryKind kind() {
        return EntryKind.valueOf(kind);
    }

    public LedgerAccount debit() {
        return LedgerAccount.valueOf(debit);
    }

    public LedgerAccount credit() {
        return LedgerAccount.valueOf(credit);
    }

    public long fen() {
        return fen;
    }

    public String bill() {
        return bill;
    }

    public String fee() {
        return fee;
    }

    public String unit() {
        return unit;
    }

    public String item() {
        return item;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.Posted(kind(), debit(), credit(), fen, bill);
    }
}
