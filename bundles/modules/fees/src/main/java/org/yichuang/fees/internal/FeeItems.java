package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.Ask;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Standard;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.FeeViews.ItemView;
import org.yichuang.fees.internal.FeeViews.LinkView;
import org.yichuang.fees.internal.FeeViews.Published;
import org.yichuang.fees.internal.FeeViews.QuoteView;
import org.yichuang.fees.internal.domain.FeeItem;
import org.yichuang.fees.internal.domain.FeeItemContent;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.fees.internal.domain.Quantity;
import org.yichuang.fees.internal.persistence.FeeItemRows;
import org.yichuang.fees.internal.persistence.FeeLinkRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.fee.FeeAmount;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.StandardLine;

/** Fee items and their versions, what they cost, and with which items of the catalogue they may be charged. */
public class FeeItems {
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int VERSIONS = 50;
    private static final Set<FormField.Type> NUMERIC = Set.of(FormField.Type.INTEGER, FormField.Type.DECIMAL);

    private final Transactions transactions;
    private final FeeItemRows rows;
    private final FeeLinkRows links;
    private final Catalogue catalogue;
    private final Clocked clocked;

    FeeItems(Transactions transactions, FeeItemRows rows, FeeLinkRows links, Catalogue catalogue, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.links = links;
        this.catalogue = catalogue;
        this.clocked = clocked;
    }

    /**
     * Drafts the first or the next version of a fee item; kind and unit are fixed for ever with the code.
     *
     * @throws ProblemException {@code fields-invalid}, {@code fee-drafted}, {@code agency-free}
     */
    @RequiresPermission(FeePermission.EDIT)
    public ItemView draft(Draft command, CallContext context) {
        context.require(FeePermission.EDIT);
        Draft given = FieldRules.require(command);
        if (!CODE.matcher(given.code()).matches()) {
            throw invalid("code", "item.code");
        }
        if (given.to() != null && given.to().isBefore(given.from())) {
            throw invalid("to", "item.to");
        }
        if (given.reviewBy().isBefore(given.from())) {
            throw invalid("reviewBy", "item.review");
        }
        requireCharged(given.name());
        FeeStandard standard = standard(given.standard());
        Written done = transactions.write(context, Written.class, unit -> {
            int version = next(given, unit);
            FeeItem.Frame frame = new FeeItem.Frame(
                    given.code(),
                    given.name(),
                    given.kind(),
                    given.unit(),
                    given.basis().rank(),
                    given.from(),
                    given.to(),
                    given.reviewBy());
            FeeItemContent content = new FeeItemContent(
                    given.basis().title(),
                    given.basis().article(),
                    Set.copyOf(given.payers()),
                    standard,
                    given.fund(),
                    given.subject(),
                    given.relief(),
                    List.of());
            FeeItem item = FeeItem.drafted(frame, version, content, clocked.now(unit));
            rows.keep(item, "draft", Map.of("code", given.code()), "fee-item-drafted", item.changed(), unit);
            return new Written(item.id());
        });
        return version(done.id(), context.withoutKey());
    }

    private int next(Draft given, UnitOfWork unit) {
        FeeItem newest = rows.newest(given.code(), unit).orElse(null);
        if (newest == null) {
            return 1;
        }
        if (newest.state() == FeeItemState.DRAFT) {
            throw ProblemException.of(FeeError.FEE_DRAFTED, given.code());
        }
        if (newest.kind() != given.kind() || !newest.unit().equals(given.unit())) {
            throw invalid(newest.kind() != given.kind() ? "kind" : "unit", "item.fixed");
        }
        if (!given.from().isAfter(newest.validFrom())) {
            throw invalid("from", "item.from");
        }
        return newest.version() + 1;
    }

    /** Agency is free (代办不收费): nothing is charged in its name. */
    static void requireCharged(String words) {
        if (words.contains(LocalizedMessage.of(FeeItems.class, "agency").zh())) {
            throw ProblemException.of(FeeError.AGENCY_FREE);
        }
    }

    private static FeeStandard standard(Standard given) {
        List<StandardLine> lines = given.lines().stream()
                .map(line -> new StandardLine(
                        line.from(), line.to(), line.price(), line.highest(), line.point(), line.step(), line.growth()))
                .toList();
        FeeStandard standard = new FeeStandard(given.method(), given.measure(), lines, given.floorFor());
        boolean isPossible = given.lines().stream().flatMap(FeeItems::numbers).allMatch(FeeItems::isPossible);
        if (!isPossible || !standard.isSound()) {
            throw invalid("standard.lines", "item.standard");
        }
        if (standard.needsQuantity() && standard.unit().isBlank()) {
            throw invalid("standard.measure", "item.measure");
        }
        return standard;
    }

    private static Stream<BigDecimal> numbers(Line line) {
        return Stream.of(line.from(), line.to(), line.price(), line.highest(), line.point(), line.step(), line.growth())
                .filter(number -> number != null);
    }

    private static boolean isPossible(BigDecimal number) {
        return number.signum() >= 0
                && number.scale() <= 10
                && number.precision() <= 30
                && number.compareTo(HIGHEST) <= 0;
    }

    /**
     * Publishes what somebody else has drafted.
     *
     * @throws ProblemException {@code fee-unknown}, {@code fee-not-drafted}, {@code fee-own-draft}
     */
    @RequiresPermission(FeePermission.PUBLISH)
    public ItemView publish(String code, CallContext context) {
        context.require(FeePermission.PUBLISH);
        Written done = transactions.write(context, Written.class, unit -> {
            FeeItem item = rows.newest(code, unit)
                    .flatMap(found -> rows.held(found.id(), unit))
                    .orElseThrow(() -> unknown(code));
            unit.context().requireVersion(item.steps());
            item.published(clocked.now(unit));
            rows.keep(item, "publish", Map.of("code", code), "fee-item-published", item.changed(), unit);
            return new Written(item.id());
        });
        return version(done.id(), context.withoutKey());
    }

    private ItemView version(String id, CallContext context) {
        return ItemView.of(
                transactions.read(context, unit -> rows.find(id, unit)).orElseThrow());
    }

    /** Returns what is charged today (目录清单), in the order of the codes. */
    @NeedsNoPermission("everybody may know what is charged, and what it rests on")
    public Page<Published> published(PageRequest page, CallContext context) {
        List<FeeItem> found = transactions.read(
                context, unit -> rows.published(context.today(), page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), FeeItem::id).map(Published::of);
    }

    /** Returns with which items fee items are charged, by their codes. */
    @NeedsNoPermission("everybody may know with what a fee is charged, and with what it is not")
    public Map<String, List<LinkView>> charged(Collection<String> codes, CallContext context) {
        return transactions.read(context, unit -> links.live(codes, unit)).stream()
                .map(LinkView::of)
                .collect(Collectors.groupingBy(LinkView::feeItem));
    }

    /** Returns all versions, in the order of codes and versions. */
    @RequiresPermission(FeePermission.VIEW)
    public Page<ItemView> list(PageRequest page, CallContext context) {
        context.require(FeePermission.VIEW);
        List<FeeItem> found = transactions.read(context, unit -> rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), FeeItem::id).map(ItemView::of);
    }

    /**
     * Returns the versions of a code, the newest first.
     *
     * @throws ProblemException {@code fee-unknown}
     */
    @RequiresPermission(FeePermission.VIEW)
    public List<ItemView> versions(String code, CallContext context) {
        context.require(FeePermission.VIEW);
        List<FeeItem> found = transactions.read(context, unit -> rows.versions(code, VERSIONS, unit));
        if (found.isEmpty()) {
            throw unknown(code);
        }
        return found.stream().map(ItemView::of).toList();
    }

    /** Whether there is any version of a code. */
    boolean isKnown(String code, CallContext context) {
        context.require(FeePermission.VIEW);
        return transactions.read(context, unit -> rows.newest(code, unit)).isPresent();
    }

    /** Whether the newest version of a code is somebody's draft. */
    boolean isDraftOf(String code, String author, CallContext context) {
        context.require(FeePermission.VIEW);
        return transactions
                .read(context, unit -> rows.newest(code, unit))
                .filter(item ->
                        item.state() == FeeItemState.DRAFT && item.author().equals(author))
                .isPresent();
    }

    /** Whether a fee item is linked to an item, was, or is drafted to be, and by whom. */
    Optional<FeeLink> linkOf(String code, String item, CallContext context) {
        context.require(FeePermission.VIEW);
        return transactions.read(context, unit -> links.find(FeeLink.idOf(item, code), unit));
    }

    /**
     * Returns what is to be reviewed within some days (定期清理), what is due first before the others.
     *
     * @param days from today on
     */
    @RequiresPermission(FeePermission.VIEW)
    public List<ItemView> toReview(int days, CallContext context) {
        context.require(FeePermission.VIEW);
        return transactions
                .read(context, unit -> rows.toReview(context.today().plusDays(days), PageRequest.MAXIMUM, unit))
                .stream()
                .map(ItemView::of)
                .toList();
    }

    /**
     * Returns what a fee would come to today.
     *
     * @throws ProblemException {@code fee-unknown}, {@code fee-expired}, {@code fee-unreviewed}, {@code
     *     fee-not-of-payer}, {@code fee-range-undecided}, {@code fields-invalid}
     */
    @NeedsNoPermission("everybody may know what something would cost")
    public QuoteView quote(Ask command, CallContext context) {
        Ask given = FieldRules.require(command);
        BigDecimal quantity = given.inputs() == null ? null : given.inputs().quantity();
        return transactions.read(context, unit -> {
            rows.newest(given.feeItem(), unit).orElseThrow(() -> unknown(given.feeItem()));
            FeeItem item = rows.valid(given.feeItem(), context.today(), unit)
                    .orElseThrow(() -> ProblemException.of(FeeError.FEE_EXPIRED, given.feeItem(), context.today()));
            item.requireValid(context.today());
            FeeAmount amount = Charges.amount(item, quantity, given.payerKind(), "inputs.quantity");
            return new QuoteView(item.code(), item.version(), amount.fen(), 0, amount.fen(), amount.arithmetic());
        });
    }

    /**
     * Drafts a link of a fee item to an item of the catalogue, or how it is to be linked otherwise.
     *
     * @throws ProblemException {@code fee-unknown}, {@code item-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.EDIT)
    public LinkView link(String code, Link command, CallContext context) {
        context.require(FeePermission.EDIT);
        Link given = FieldRules.require(command);
        Quantity quantity = new Quantity(given.quantity());
        Written done = transactions.write(context, Written.class, unit -> {
            rows.newest(code, unit).orElseThrow(() -> unknown(code));
            ItemVersion item = catalogue.offered(given.item(), unit);
            Set<String> numeric = item.definition().form().stream()
                    .filter(field -> NUMERIC.contains(field.type()))
                    .map(FormField::name)
                    .collect(Collectors.toSet());
            if (!quantity.isOf(numeric)) {
                throw invalid("quantity", "link.quantity");
            }
            FeeLink link = links.held(FeeLink.idOf(given.item(), code), unit)
                    .orElseGet(() ->
                            FeeLink.between(given.item(), item.definition().name(), code));
            String author = context.actor().account();
            link.drafted(new FeeLink.Draft(item.number(), given.due(), quantity.expression(), author));
            links.keep(link, "link", Map.of("fee", code), "fee-link-drafted", link.changed(), unit);
            return new Written(link.id());
        });
        return link(done.id(), context.withoutKey());
    }

    private LinkView link(String id, CallContext context) {
        return LinkView.of(
                transactions.read(context, unit -> links.find(id, unit)).orElseThrow());
    }

    /**
     * Publishes a link that somebody else has drafted: what makes a quantity decides an amount as a price does.
     *
     * @throws ProblemException {@code fee-not-linked}, {@code fee-not-drafted}, {@code fee-own-draft}
     */
    @RequiresPermission(FeePermission.PUBLISH)
    public LinkView publishLink(String code, Unlink command, CallContext context) {
        context.require(FeePermission.PUBLISH);
        Unlink given = FieldRules.require(command);
        Written done = transactions.write(context, Written.class, unit -> {
            FeeLink link = links.held(FeeLink.idOf(given.item(), code), unit)
                    .orElseThrow(() -> ProblemException.of(FeeError.FEE_NOT_LINKED));
            unit.context().requireVersion(link.steps());
            link.published(clocked.now(unit));
            links.keep(link, "publish-link", Map.of("fee", code), "fee-linked", link.changed(), unit);
            return new Written(link.id());
        });
        return link(done.id(), context.withoutKey());
    }

    /**
     * Ends a link, and drops what is drafted of it.
     *
     * @throws ProblemException {@code fee-not-linked}
     */
    @RequiresPermission(FeePermission.EDIT)
    public void unlink(String code, Unlink command, CallContext context) {
        context.require(FeePermission.EDIT);
        Unlink given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            FeeLink link = links.held(FeeLink.idOf(given.item(), code), unit)
                    .filter(found -> found.isLive() || found.draft() != null)
                    .orElseThrow(() -> ProblemException.of(FeeError.FEE_NOT_LINKED));
            link.end(context.today());
            links.keep(link, "unlink", Map.of("fee", code), "fee-unlinked", link.changed(), unit);
            return new Written(link.id());
        });
    }

    /** Returns what items may cost, in the order of their codes. */
    @RequiresPermission(FeePermission.VIEW)
    public Page<LinkView> links(PageRequest page, CallContext context) {
        context.require(FeePermission.VIEW);
        List<FeeLink> found = transactions.read(context, unit -> links.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), FeeLink::id).map(LinkView::of);
    }

    /** Returns what items a fee item is linked to, or drafted to be, in the order of their codes. */
    @RequiresPermission(FeePermission.VIEW)
    public List<LinkView> linksOf(String code, CallContext context) {
        context.require(FeePermission.VIEW);
        return transactions.read(context, unit -> links.ofFee(code, unit)).stream()
                .map(LinkView::of)
                .toList();
    }

    private static ProblemException unknown(String code) {
        return ProblemException.of(FeeError.FEE_UNKNOWN, code);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(FeeItems.class, key));
    }
}
