package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.basic.BasicCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryRanking;
import org.yichuang.catalogue.internal.domain.entry.EntryRanking.Ranked;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.catalogue.internal.domain.entry.Exemption;
import org.yichuang.catalogue.internal.domain.entry.HallEntry;
import org.yichuang.catalogue.internal.domain.entry.ListedItem;
import org.yichuang.catalogue.internal.domain.entry.Removal;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Which items a hall should take in and has taken in (应进、实进), and the rates over the tree (C1.6, K7). */
public class HallEntries {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "hall-entry";

    /** So many items are listed at once. */
    public static final int MOST_ITEMS = 5_000;

    private static final int LONGEST_DEPARTMENT = 100;

    private final Transactions transactions;
    private final Tenants tenants;
    private final HallEntryRows rows;
    private final PublishedRows published;
    private final BasicEntries basics;

    /** Over the entries of each centre. */
    public HallEntries(
            Transactions transactions, Tenants tenants, HallEntryRows rows, PublishedRows published, Items items) {
        this.basics = new BasicEntries(tenants, items);
        this.published = published;
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = rows;
    }

    /**
     * What became of a list.
     *
     * @param changed how many items are listed anew or changed
     * @param unchanged how many were listed so before
     */
    public record Listed(int changed, int unchanged) {}

    /** What is kept for a repeated command. */
    record Kept(String code) {}

    /** The items of a list. */
    public record ItemList(
            @javax.validation.constraints.NotEmpty @javax.validation.constraints.Size(max = MOST_ITEMS)
                    List<@javax.validation.Valid ListedItem> items) {}

    /**
     * The rates of a centre and those below it.
     *
     * @param own what the centre itself has
     * @param below the sum of all centres below; nothing when the tree was not asked for
     * @param centres each centre below that has items, level by level, the best first
     * @param basic how far the centre is with the items of the basic catalogue: nothing enters that nobody does
     */
    public record Rates(EntryCounts own, EntryCounts below, List<Ranked> centres, BasicCounts basic) {}

    /**
     * Lists items that the hall should take in, or changes what is said of them; others stay as they are.
     *
     * @throws ProblemException {@code fields-invalid} with the fields; {@code entry-state} for an item that has entered
     *     and would be outside
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public Listed list(ItemList given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        List<ListedItem> items = FieldRules.require(given).items();
        requireEachOnce(items);
        List<String> codes = items.stream().map(ListedItem::code).toList();
        return transactions.write(context, Listed.class, unit -> {
            Map<String, HallEntry> present = rows.find(codes, unit);
            int changed = 0;
            for (ListedItem item : items) {
                HallEntry entry = present.get(item.code());
                if (entry == null) {
                    add(item, unit);
                    changed++;
                } else if (!entry.isAsListed(item)) {
                    record(entry, "list", entry.list(item, context.today()), unit);
                    changed++;
                }
            }
            return new Listed(changed, items.size() - changed);
        });
    }

    /**
     * Lists what the centre publishes and has not listed yet, as entered: it is taken in there. What was listed stays
     * as it is.
     *
     * @throws ProblemException {@code too-large} for more than five thousand items at once
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public Listed listPublished(CallContext context) {
        context.require(CataloguePermission.REVIEW);
        return transactions.write(context, Listed.class, unit -> {
            List<ListedItem> items = new ArrayList<>();
            CatalogueScan.each(
                    published,
                    unit,
                    item -> items.add(
                            new ListedItem(item.code(), item.name(), item.department(), Boolean.FALSE, Boolean.TRUE)));
            Map<String, HallEntry> present =
                    rows.find(items.stream().map(ListedItem::code).toList(), unit);
            List<ListedItem> missing = items.stream()
                    .filter(item -> !present.containsKey(item.code()))
                    .toList();
            if (missing.size() > MOST_ITEMS) {
                throw new ProblemException(
                        CommonError.TOO_LARGE, LocalizedMessage.of(HallEntries.class, "entry.too-many", MOST_ITEMS));
            }
            missing.forEach(item -> add(item, unit));
            return new Listed(missing.size(), items.size() - missing.size());
        });
    }

    private void add(ListedItem item, UnitOfWork unit) {
        HallEntry added = new HallEntry(item, unit.context().today());
        rows.add(added, unit);
        record(added, "list", new CatalogueEvent.EntryListed(item.entered()), unit);
    }

    private static void requireEachOnce(List<ListedItem> items) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Integer before = seen.putIfAbsent(items.get(i).code(), i);
            if (before != null) {
                LocalizedMessage message = LocalizedMessage.of(
                        HallEntries.class,
                        "entry.code-repeated",
                        i + 1,
                        items.get(i).code(),
                        before + 1);
                throw new ProblemException(
                        CommonError.FIELDS_INVALID,
                        message,
                        List.of(new FieldProblem("items[" + i + "].code", message)));
            }
        }
    }

    /** Lets an item stay outside by consent; see {@link HallEntry#exempt}. */
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView exempt(String code, Exemption given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Exemption by = FieldRules.require(given);
        boolean isRoot = tenants.get(context.tenant()).parent().isEmpty();
        return change(code, "exempt", entry -> entry.exempt(by, isRoot, context.today()), context);
    }

    /** Takes an item out of the hall by approval; see {@link HallEntry#remove}. */
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView remove(String code, Removal given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Removal by = FieldRules.require(given);
        return change(code, "remove", entry -> entry.remove(by, context.today()), context);
    }

    /** Takes back what was listed by mistake; see {@link HallEntry#takeBack}. */
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView takeBack(String code, Mistake given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Mistake mistake = FieldRules.require(given);
        return change(code, "take-back", entry -> entry.takeBack(mistake.reason(), context.today()), context);
    }

    private EntryView change(String code, String action, Function<HallEntry, CatalogueEvent> act, CallContext context) {
        Kept kept = transactions.write(context, Kept.class, unit -> {
            HallEntry entry = found(code, unit);
            record(entry, action, act.apply(entry), unit);
            return new Kept(entry.code());
        });
        return find(kept.code(), context.withoutKey());
    }

    private void record(HallEntry entry, String action, CatalogueEvent event, UnitOfWork unit) {
        EntryView view = entry.view();
        Map<String, String> facts = new HashMap<>();
        facts.put("name", view.name());
        facts.put("state", view.state().key());
        if (!view.document().isEmpty()) {
            facts.put("decidedBy", view.decidedBy());
            facts.put("document", view.document());
        }
        if (!view.reason().isEmpty()) {
            facts.put("reason", view.reason());
        }
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(entry.code(), entry.code())
                .at(TextRules.first(view.department(), LONGEST_DEPARTMENT), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry written = new AuditEntry(
                AGGREGATE,
                entry.code(),
                action,
                rows.loadedDigest(entry, unit),
                rows.digest(entry, unit),
                facts,
                happened);
        entry.head(unit.record(written, entry.head()));
    }

    /** Returns an entry; {@code entry-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public EntryView find(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> found(code, unit).view());
    }

    /** Returns the items of a state, or all, by code. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<EntryView> entries(Optional<EntryState> state, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<EntryView> found = transactions.read(
                context, unit -> rows.list(state, page.cursor().orElse(""), page.limit() + 1, unit).stream()
                        .map(HallEntry::view)
                        .toList());
        return Page.of(found, page.limit(), EntryView::code);
    }

    /**
     * Returns the rates: figures only, of the centre and, where asked for, of all centres below it.
     *
     * @throws ProblemException {@code too-large} for a tree of more than three thousand centres
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Rates rates(boolean tree, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<Tenant> below = tree ? CentreTree.below(context.tenant(), tenants) : List.of();
        return transactions.read(context, unit -> {
            EntryCounts sum = EntryCounts.NONE;
            Map<Level, List<Ranked>> levels = new EnumMap<>(Level.class);
            for (Tenant centre : below) {
                EntryCounts counts = unit.reading(centre.id(), rows::counts);
                sum = sum.plus(counts);
                if (!counts.equals(EntryCounts.NONE)) {
                    levels.computeIfAbsent(centre.level(), level -> new ArrayList<>())
                            .add(new Ranked(centre.id(), counts, 0));
                }
            }
            List<Ranked> ranked = levels.values().stream()
                    .flatMap(level -> EntryRanking.of(level).stream())
                    .toList();
            BasicCounts basic = basics.coverage(published.all(unit), unit).counts();
            return new Rates(rows.counts(unit), sum, ranked, basic);
        });
    }

    private HallEntry found(String code, UnitOfWork unit) {
        return Optional.of(code)
                .filter(each -> !TextRules.isUnfit(each))
                .map(each -> rows.find(List.of(each), unit).get(each))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.ENTRY_UNKNOWN,
                        LocalizedMessage.of(HallEntries.class, "entry.unknown", TextRules.cleaned(code))));
    }
}
