package org.yichuang.fees.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Charges.Matter;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Relief;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Demands of payment (缴款通知): what a case costs is reckoned, and never typed. */
public class Bills {
    private final Transactions transactions;
    private final BillWork work;
    private final Charges charges;
    private final Codes codes;
    private final Cases cases;

    Bills(Transactions transactions, BillWork work, Charges charges, Codes codes, Cases cases) {
        this.transactions = transactions;
        this.work = work;
        this.charges = charges;
        this.codes = codes;
        this.cases = cases;
    }

    /**
     * Demands what is due in a case: all its fees in one demand (一次性收费), or those that are named.
     *
     * @throws ProblemException {@code case-not-open}, {@code fee-none}, {@code fee-not-linked}, {@code fee-no-basis},
     *     {@code fee-expired}, {@code fee-unreviewed}, {@code fee-not-due}, {@code fee-billed}, {@code
     *     fee-amount-typed}, {@code fee-range-undecided}, {@code code-series-shared}, {@code code-port-missing},
     *     {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.BILL)
    public BillView demand(Demand command, CallContext context) {
        context.require(FeePermission.BILL);
        Demand given = FieldRules.require(command);
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = work.posting(unit);
            // first: whoever demands something of the same case waits here, and then sees this demand
            String number = work.nextNumber(now, unit);
            Matter matter = matter(given.caseNumber(), unit);
            List<BillLine> lines = charges.reckon(matter, given.lines(), billed(given.caseNumber(), unit), unit);
            Bill bill = billed(number, matter, lines, now, unit);
            work.keep(bill, BillStep.BILL, unit);
            work.ledger()
                    .post(
                            EntryKind.BILLED,
                            bill,
                            lines.stream().map(BillLine::gross).toList(),
                            now,
                            unit);
            return new Written(number);
        });
        // as soon as it is written down, and again by a job where nobody answers: the demand stands either way
        codes.tell(done.id(), context.withoutKey());
        return find(done.id(), context.withoutKey());
    }

    private Bill billed(String number, Matter matter, List<BillLine> lines, Now now, UnitOfWork unit) {
        Bill.Matter of = new Bill.Matter(
                matter.file().number(),
                matter.file().item(),
                matter.file().itemName(),
                matter.file().department());
        Bill.Payer payer = new Bill.Payer(matter.application().applicant().name(), matter.payer());
        if (Codes.isAskedFor(now.centre())) {
            return codes.pending(number, of, payer, lines, now);
        }
        Bill bill = Bill.billed(number, work.nextCode(now, unit), of, payer, lines, now);
        work.papers().demanded(bill, now, unit);
        return bill;
    }

    /**
     * Asks the treasury at once for the code of a demand that has none, as somebody waits for it.
     *
     * @throws ProblemException {@code bill-unknown}, {@code code-unanswered}, {@code code-refused}, {@code bill-state}
     *     where it has become one meanwhile that gets none
     */
    @RequiresPermission(FeePermission.BILL)
    public BillView askCode(String number, CallContext context) {
        context.require(FeePermission.BILL);
        find(number, context.withoutKey());
        Codes.Answer told = codes.tell(number, context.withoutKey());
        BillView view = find(number, context.withoutKey());
        switch (told) {
            case TOLD -> {}
            case NONE -> throw ProblemException.of(FeeError.CODE_UNANSWERED, number);
            case REFUSED -> {
                // without words it has become another one meanwhile, of which the treasury has said nothing
                if (!view.codeWords().isEmpty()) {
                    throw new ProblemException(FeeError.CODE_REFUSED, LocalizedMessage.verbatim(view.codeWords()));
                }
            }
        }
        if (view.code().isEmpty()) {
            throw ProblemException.of(
                    FeeError.BILL_STATE, view.summary().state().label(), BillStep.CODE.label());
        }
        return view;
    }

    private Matter matter(String number, UnitOfWork unit) {
        CaseRecord file = cases.find(number, unit)
                .filter(found -> !found.state().isEnd() && found.state() != CaseState.ISSUED)
                .filter(found -> unit.context().actor().worksFor(found.department()))
                .orElseThrow(() -> ProblemException.of(FeeError.CASE_NOT_OPEN, number));
        CaseApplication application =
                cases.application(number, unit).orElseThrow(() -> ProblemException.of(FeeError.CASE_NOT_OPEN, number));
        return new Matter(file, application);
    }

    /** What stands in demands already, with their numbers. */
    private Map<String, String> billed(String caseNumber, UnitOfWork unit) {
        Map<String, String> billed = new HashMap<>();
        work.rows().ofCase(caseNumber, unit).stream().filter(Bill::stands).forEach(bill -> bill.held()
                .lines()
                .forEach(line -> billed.put(FeeLink.idOf(line.item(), line.fee()), bill.id())));
        return billed;
    }

    /**
     * Applies for relief, which somebody else approves.
     *
     * @throws ProblemException {@code bill-unknown}, {@code bill-state}, {@code relief-no-minutes}, {@code
     *     fields-invalid}
     */
    @RequiresPermission(FeePermission.BILL)
    public BillView askRelief(String number, AskRelief command, CallContext context) {
        context.require(FeePermission.BILL);
        AskRelief given = FieldRules.require(command);
        Relief asked = new Relief(
                given.kind(),
                given.minutes(),
                given.decidedOn(),
                given.words(),
                given.fen() == null ? 0 : given.fen(),
                given.until(),
                context.actor().account(),
                "");
        return step(number, BillStep.ASK_RELIEF, context, (bill, now) -> bill.reliefAsked(asked, now));
    }

    /**
     * Approves relief that somebody else has applied for.
     *
     * @throws ProblemException {@code bill-unknown}, {@code bill-state}, {@code relief-none}, {@code relief-self}
     */
    @RequiresPermission(FeePermission.RELIEVE)
    public BillView relieve(String number, CallContext context) {
        context.require(FeePermission.RELIEVE);
        transactions.write(context, Written.class, unit -> {
            Now now = work.posting(unit);
            Bill bill = work.held(number, unit);
            List<Long> less = bill.relieved(now);
            work.papers().relieved(bill, now, unit);
            work.keep(bill, BillStep.RELIEVE, unit);
            work.ledger().post(EntryKind.RELIEVED, bill, less, now, unit);
            return new Written(number);
        });
        return find(number, context.withoutKey());
    }

    /** @throws ProblemException {@code bill-unknown}, {@code bill-state}, {@code relief-none}, {@code relief-self} */
    @RequiresPermission(FeePermission.RELIEVE)
    public BillView refuseRelief(String number, Reason command, CallContext context) {
        context.require(FeePermission.RELIEVE);
        Reason given = FieldRules.require(command);
        return step(number, BillStep.REFUSE_RELIEF, context, (bill, now) -> bill.reliefRefused(given.reason(), now));
    }

    /**
     * Voids a demand that is not paid; its number stays used.
     *
     * @throws ProblemException {@code bill-unknown}, {@code void-paid}, {@code bill-state}
     */
    @RequiresPermission(FeePermission.CASH)
    public BillView cancel(String number, Reason command, CallContext context) {
        context.require(FeePermission.CASH);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Now now = work.posting(unit);
            Bill bill = work.held(number, unit);
            bill.voided(given.reason(), now);
            work.voided(bill, BillStep.VOID, unit);
            return new Written(number);
        });
        return find(number, context.withoutKey());
    }

    /**
     * Writes down what was settled with the treasury about a demand by which nothing is to be paid any more, and of
     * which it takes no word from us: it is told no more of it.
     *
     * @throws ProblemException {@code bill-unknown}, {@code bill-state}
     */
    @RequiresPermission(FeePermission.CASH)
    public BillView tell(String number, Reason command, CallContext context) {
        context.require(FeePermission.CASH);
        Reason given = FieldRules.require(command);
        return step(number, BillStep.TELL, context, (bill, now) -> bill.toldByHand(given.reason(), now));
    }

    private BillView step(String number, BillStep step, CallContext context, BiConsumer<Bill, Now> taken) {
        transactions.write(context, Written.class, unit -> {
            Bill bill = work.held(number, unit);
            taken.accept(bill, work.now(unit));
            work.keep(bill, step, unit);
            return new Written(number);
        });
        return find(number, context.withoutKey());
    }

    /** @throws ProblemException {@code bill-unknown} */
    @RequiresPermission(FeePermission.VIEW)
    public BillView find(String number, CallContext context) {
        context.require(FeePermission.VIEW);
        return BillView.of(transactions
                .read(context, unit -> work.rows().find(number, unit))
                .filter(bill -> context.actor().worksFor(bill.department()))
                .orElseThrow(() -> BillWork.unknown(number)));
    }

    /** Returns demands, the newest first; those of the departments that whoever asks works for. */
    @RequiresPermission(FeePermission.VIEW)
    public Page<BillSummary> list(BillState state, PageRequest page, CallContext context) {
        context.require(FeePermission.VIEW);
        List<Bill> found = transactions.read(
                context, unit -> work.rows().all(state, context.actor().departments(), page, unit));
        return Page.of(found, page.limit(), Bill::id).map(BillSummary::of);
    }

    /** Returns the demands of a case, in the order of their numbers. */
    @RequiresPermission(FeePermission.VIEW)
    public List<BillSummary> ofCase(String caseNumber, CallContext context) {
        context.require(FeePermission.VIEW);
        if (caseNumber == null || caseNumber.isBlank()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "case", LocalizedMessage.of(Bills.class, "bill.case"));
        }
        return transactions.read(context, unit -> work.rows().ofCase(caseNumber, unit)).stream()
                .filter(bill -> context.actor().worksFor(bill.department()))
                .map(BillSummary::of)
                .toList();
    }
}
