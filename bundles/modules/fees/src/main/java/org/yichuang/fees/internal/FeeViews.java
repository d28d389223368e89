package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.Fund;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeeItem;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.fees.internal.domain.LedgerEntry;
import org.yichuang.fees.internal.domain.Note;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.domain.Relief;
import org.yichuang.fees.internal.domain.Reversal;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.PayerKind;
import org.yichuang.kernel.api.identifier.Masking;

/** What is shown of fees; amounts are in fen. */
public interface FeeViews {
    /**
     * A fee item as everybody sees it (目录清单).
     *
     * @param unit 执收单位
     * @param basisTitle what it rests on
     */
    record Published(
            String code,
            int version,
            String name,
            FeeKind kind,
            String unit,
            String basisTitle,
            String basisArticle,
            BasisRank rank,
            Set<PayerKind> payers,
            FeeStandard standard,
            Fund fund,
            String relief,
            LocalDate from,
            LocalDate to) {
        static Published of(FeeItem item) {
            return new Published(
                    item.code(),
                    item.version(),
                    item.name(),
                    item.kind(),
                    item.unit(),
                    item.held().basisTitle(),
                    item.held().basisArticle(),
                    item.rank(),
                    item.held().payers(),
                    item.held().standard(),
                    item.held().fund(),
                    item.held().relief(),
                    item.validFrom(),
                    item.validTo());
        }
    }

    /**
     * A version of a fee item as the staff see it.
     *
     * @param publisher who has published it, empty before
     * @param revision grows with every step
     */
    record ItemView(
            Published item,
            FeeItemState state,
            String subject,
            LocalDate reviewBy,
            String author,
            String publisher,
            List<NoteView> notes,
            int revision) {
        static ItemView of(FeeItem item) {
            return new ItemView(
                    Published.of(item),
                    item.state(),
                    item.held().subject(),
                    item.reviewBy(),
                    item.author(),
                    item.publisher(),
                    NoteView.of(item.held().notes()),
                    item.steps());
        }
    }

    /** That an item may cost a fee. */
    record LinkView(
            String item,
            String itemName,
            int itemVersion,
            String feeItem,
            DuePoint due,
            String quantity,
            FeeLink.Draft draft,
            int version) {
        static LinkView of(FeeLink link) {
            return new LinkView(
                    link.item(),
                    link.itemName(),
                    link.itemVersion(),
                    link.fee(),
                    link.due(),
                    link.quantity().expression(),
                    link.draft(),
                    link.steps());
        }
    }

    /** What was done, by the word of the step. */
    record NoteView(Instant at, String step, String by, String words) {
        static List<NoteView> of(List<Note> notes) {
            return notes.stream()
                    .map(note -> new NoteView(note.at(), note.step(), note.by(), note.words()))
                    .toList();
        }
    }

    /** What a fee would come to. */
    record QuoteView(String feeItem, int version, long gross, long relief, long net, String arithmetic) {}

    /** A line of a demand, with how it was reckoned. */
    record LineView(
            String item,
            String feeItem,
            int version,
            String name,
            String unit,
            BigDecimal quantity,
            String measure,
            String source,
            String arithmetic,
            long gross,
            long relief,
            long net) {
        static LineView of(BillLine line) {
            return new LineView(
                    line.item(),
                    line.fee(),
                    line.version(),
                    line.name(),
                    line.unit(),
                    line.quantity(),
                    line.measure(),
                    line.source(),
                    line.arithmetic(),
                    line.gross(),
                    line.relief(),
                    line.net());
        }
    }

    /** Relief that was applied for. */
    record ReliefView(
            ReliefKind kind,
            String minutes,
            LocalDate decidedOn,
            String words,
            long fen,
            LocalDate until,
            boolean approved) {
        static ReliefView of(Relief relief) {
            return relief == null
                    ? null
                    : new ReliefView(
                            relief.kind(),
                            relief.number(),
                            relief.decidedOn(),
                            relief.words(),
                            relief.fen(),
                            relief.until(),
                            !relief.isOpen());
        }
    }

    /** A demand in lists. */
    record BillSummary(
            String number,
            String caseNumber,
            String itemName,
            String department,
            BillState state,
            long net,
            LocalDate billedOn,
            LocalDate due) {
        static BillSummary of(Bill bill) {
            return new BillSummary(
                    bill.id(),
                    bill.caseNumber(),
                    bill.itemName(),
                    bill.department(),
                    bill.state(),
                    bill.net(),
                    bill.billedOn(),
                    bill.dueOn());
        }
    }

    /** What a unit is owed of a demand. */
    record ShareView(String unit, long net) {}

    /**
     * A demand.
     *
     * @param units what each unit is owed of it
     * @param code by which it is paid, empty as long as the treasury has given none
     * @param codeWords why it gives none, empty for nothing
     * @param payer masked
     * @param receipt absent before it is paid
     * @param reversal absent where it stands
     * @param steps what may be done
     * @param version grows with every step
     */
    record BillView(
            BillSummary summary,
            String code,
            String codeWords,
            String payer,
            List<LineView> lines,
            List<ShareView> units,
            long gross,
            long relief,
            long paid,
            long refunded,
            LocalDate paidOn,
            ReliefView reliefAsked,
            Receipt receipt,
            Receipt reversal,
            List<BillStep> steps,
            List<NoteView> notes,
            int version) {
        static BillView of(Bill bill) {
            return new BillView(
                    BillSummary.of(bill),
                    bill.code(),
                    bill.codeWords(),
                    Masking.name(
                            bill.held().payerKind() == PayerKind.PERSON,
                            bill.held().payer()),
                    bill.held().lines().stream().map(LineView::of).toList(),
                    bill.units().entrySet().stream()
                            .map(unit -> new ShareView(unit.getKey(), unit.getValue()))
                            .toList(),
                    bill.gross(),
                    bill.relief(),
                    bill.paidFen(),
                    bill.refundedFen(),
                    bill.paidOn(),
                    ReliefView.of(bill.held().relief()),
                    bill.held().receipt(),
                    bill.held().reversal(),
                    bill.possible(),
                    NoteView.of(bill.held().notes()),
                    bill.steps());
        }
    }

    /**
     * Money that has come.
     *
     * @param bill the number of the demand that has the code, empty for none
     * @param account masked, empty for cash
     * @param signed whether the bank itself has said so
     * @param recordedBy who has written it down
     * @param reversal that somebody has asked that it is reversed, absent where nobody has
     * @param reversedOn when it was, absent where it has come
     */
    record PaymentView(
            String id,
            String bank,
            String serial,
            String code,
            long fen,
            Instant at,
            LocalDate bookedOn,
            String branch,
            PaymentChannel channel,
            PaymentOutcome outcome,
            String bill,
            String account,
            boolean signed,
            String recordedBy,
            ReversalView reversal,
            LocalDate reversedOn,
            int version) {
        static PaymentView of(Payment payment) {
            return new PaymentView(
                    payment.id(),
                    payment.bank(),
                    payment.serial(),
                    payment.code(),
                    payment.fen(),
                    payment.paidAt(),
                    payment.bookedOn(),
                    payment.branch(),
                    payment.channel(),
                    payment.outcome(),
                    payment.bill(),
                    payment.isCash() ? "" : Masking.number(payment.held().account()),
                    payment.held().signed(),
                    payment.recordedBy(),
                    ReversalView.of(payment.held().reversal()),
                    payment.reversedOn(),
                    payment.steps());
        }
    }

    /**
     * That somebody has asked that a payment is reversed.
     *
     * @param words what was mistyped
     */
    record ReversalView(ReversalGround ground, String words, String askedBy) {
        static ReversalView of(Reversal asked) {
            return asked == null ? null : new ReversalView(asked.ground(), asked.words(), asked.askedBy());
        }
    }

    /** An entry of the ledger. */
    record EntryView(
            String id,
            LocalDate bookedOn,
            EntryKind kind,
            LedgerAccount debit,
            LedgerAccount credit,
            long fen,
            String bill,
            String feeItem,
            String unit) {
        static EntryView of(LedgerEntry entry) {
            return new EntryView(
                    entry.id(),
                    entry.bookedOn(),
                    entry.kind(),
                    entry.debit(),
                    entry.credit(),
                    entry.fen(),
                    entry.bill(),
                    entry.fee(),
                    entry.unit());
        }
    }

    /** What an account has. */
    record AccountView(LedgerAccount account, long balance) {}

    /** All accounts, and what they come to together, which is nothing. */
    record BalanceView(LocalDate at, long sum, List<AccountView> accounts) {}
}
