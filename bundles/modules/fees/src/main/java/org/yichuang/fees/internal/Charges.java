package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.internal.FeeCommands.Counted;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeeItem;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.fees.internal.domain.Quantity;
import org.yichuang.fees.internal.persistence.FeeItemRows;
import org.yichuang.fees.internal.persistence.FeeLinkRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.fee.FeeAmount;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.PayerKind;

/** Reckons what a case costs: of what is linked to its items, by the standards of the day, and by nothing else. */
class Charges {
    private static final Set<CaseState> ACCEPTED =
            Set.of(CaseState.ACCEPTED, CaseState.FORWARDED, CaseState.QUESTIONED, CaseState.GRANTED);

    /** Ten trillion yuan, in fen: no line of a demand is larger. */
    private static final long MOST = 1_000_000_000_000_000L;

    private final FeeItemRows items;
    private final FeeLinkRows links;
    private final Catalogue catalogue;

    Charges(FeeItemRows items, FeeLinkRows links, Catalogue catalogue) {
        this.items = items;
        this.links = links;
        this.catalogue = catalogue;
    }

    /** A case whose fees are reckoned. */
    record Matter(CaseRecord file, CaseApplication application) {
        PayerKind payer() {
            return application.applicant().kind().equals("person") ? PayerKind.PERSON : PayerKind.ENTERPRISE;
        }

        List<CaseItem> items() {
            return file.items().isEmpty()
                    ? List.of(new CaseItem(file.owner(), file.item(), file.itemVersion(), file.itemName()))
                    : file.items();
        }
    }

    /**
     * Reckons what is demanded.
     *
     * @param counted what is asked for, with what the window has counted; empty for all that is due
     * @param billed the number of the demand that has a fee of an item already, by {@link FeeLink#idOf}
     * @throws ProblemException {@code fee-none}, {@code fee-not-linked}, {@code fee-not-due}, {@code fee-billed} and
     *     what an amount is refused with
     */
    List<BillLine> reckon(Matter matter, List<Counted> counted, Map<String, String> billed, UnitOfWork unit) {
        List<FeeLink> linked =
                links.of(matter.items().stream().map(CaseItem::code).collect(Collectors.toSet()), unit);
        List<BillLine> lines = counted.isEmpty()
                ? whatIsDue(matter, linked, billed, unit)
                : whatIsAsked(matter, linked, counted, billed, unit);
        if (lines.stream().mapToLong(BillLine::gross).sum() == 0) {
            throw ProblemException.of(FeeError.FEE_NONE);
        }
        return lines;
    }

    /** Whether items cost something on a day whoever has the case. */
    boolean isCharged(Matter matter, LocalDate day, UnitOfWork unit) {
        Set<String> codes = matter.items().stream().map(CaseItem::code).collect(Collectors.toSet());
        return links.of(codes, unit).stream()
                .flatMap(link -> items.valid(link.fee(), day, unit).stream())
                .anyMatch(item -> item.isCharged(day) && item.held().payers().contains(matter.payer()));
    }

    private List<BillLine> whatIsDue(Matter matter, List<FeeLink> linked, Map<String, String> billed, UnitOfWork unit) {
        List<BillLine> lines = new ArrayList<>();
        for (FeeLink link : linked) {
            if (isDue(link.due(), matter.file().state()) && !billed.containsKey(link.id())) {
                FeeItem item = valid(link, unit);
                if (item.held().payers().contains(matter.payer())) {
                    lines.add(line(matter, link, item, new Counted(link.fee(), null, null), unit));
                }
            }
        }
        return lines;
    }

    private List<BillLine> whatIsAsked(
            Matter matter, List<FeeLink> linked, List<Counted> counted, Map<String, String> billed, UnitOfWork unit) {
        Map<String, Counted> asked = counted.stream()
                .collect(Collectors.toMap(Counted::feeItem, Function.identity(), (first, second) -> {
                    throw invalid("lines", "bill.twice");
                }));
        Set<String> fees = linked.stream().map(FeeLink::fee).collect(Collectors.toSet());
        if (!fees.containsAll(asked.keySet())) {
            throw ProblemException.of(FeeError.FEE_NOT_LINKED);
        }
        List<BillLine> lines = new ArrayList<>();
        for (FeeLink link : linked) {
            Counted line = asked.get(link.fee());
            if (line != null) {
                requireOpen(link, matter, billed);
                FeeItem item = valid(link, unit);
                if (!item.held().payers().contains(matter.payer())) {
                    throw ProblemException.of(FeeError.FEE_NOT_OF_PAYER, link.fee());
                }
                lines.add(line(matter, link, item, line, unit));
            }
        }
        return lines;
    }

    private static void requireOpen(FeeLink link, Matter matter, Map<String, String> billed) {
        if (billed.containsKey(link.id())) {
            throw ProblemException.of(FeeError.FEE_BILLED, link.fee(), billed.get(link.id()));
        }
        if (!isDue(link.due(), matter.file().state())) {
            throw ProblemException.of(
                    FeeError.FEE_NOT_DUE,
                    matter.file().state().label(),
                    link.fee(),
                    link.due().label());
        }
    }

    private static boolean isDue(DuePoint from, CaseState state) {
        return from == DuePoint.ACCEPTANCE ? ACCEPTED.contains(state) : state == CaseState.GRANTED;
    }

    private FeeItem valid(FeeLink link, UnitOfWork unit) {
        FeeItem item = items.valid(link.fee(), unit.context().today(), unit)
                .orElseThrow(() -> ProblemException.of(
                        FeeError.FEE_EXPIRED, link.fee(), unit.context().today()));
        item.requireValid(unit.context().today());
        return item;
    }

    private BillLine line(Matter matter, FeeLink link, FeeItem item, Counted counted, UnitOfWork unit) {
        if (counted.amount() != null) {
            throw ProblemException.field(
                    FeeError.FEE_AMOUNT_TYPED, "lines.amount", LocalizedMessage.of(Charges.class, "bill.amount"));
        }
        item.requireBasis(isLicence(matter, link, unit), matter.payer());
        Optional<BigDecimal> told = link.quantity().of(matter.application().form());
        if (told.isEmpty() && link.quantity().isSaid(matter.application().form())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "lines.quantity",
                    LocalizedMessage.of(
                            Charges.class,
                            "bill.quantity-unreadable",
                            link.quantity().expression()));
        }
        if (told.isPresent() && counted.quantity() != null) {
            throw invalid("lines.quantity", "bill.quantity-told");
        }
        boolean isCounted = item.held().standard().needsQuantity();
        BigDecimal quantity = isCounted ? told.orElse(counted.quantity()) : null;
        FeeAmount amount = amount(item, quantity, matter.payer(), "lines.quantity");
        String source = told.isPresent() ? link.quantity().expression() : BillLine.AT_WINDOW;
        return new BillLine(
                link.item(),
                item.code(),
                item.version(),
                item.name(),
                item.kind(),
                item.unit(),
                quantity,
                item.held().standard().unit(),
                isCounted ? source : "",
                amount.arithmetic(),
                amount.fen(),
                0,
                0);
    }

    private boolean isLicence(Matter matter, FeeLink link, UnitOfWork unit) {
        CaseItem of = matter.items().stream()
                .filter(each -> each.code().equals(link.item()))
                .findFirst()
                .orElseThrow();
        return catalogue
                        .version(new TenantId(of.owner()), of.code(), of.version(), unit)
                        .definition()
                        .type()
                == ItemType.LICENCE;
    }

    /**
     * What a version of a fee item comes to.
     *
     * @param quantity null where there is none
     * @param field what is wrong where one is needed
     */
    static FeeAmount amount(FeeItem item, BigDecimal quantity, PayerKind payer, String field) {
        boolean isCounted = item.held().standard().needsQuantity();
        if (isCounted && (quantity == null || !Quantity.isPossible(quantity))) {
            throw invalid(field, "bill.quantity");
        }
        if (!item.held().payers().contains(payer)) {
            throw ProblemException.of(FeeError.FEE_NOT_OF_PAYER, item.code());
        }
        FeeStandard standard = item.held().standard();
        BigDecimal of = isCounted ? quantity : BigDecimal.ONE;
        if (standard.exceeds(MOST, of)) {
            throw invalid(field, "bill.too-much");
        }
        return standard.amount(of, payer)
                .orElseThrow(() -> ProblemException.of(FeeError.FEE_RANGE_UNDECIDED, item.code()));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Charges.class, key));
    }
}
