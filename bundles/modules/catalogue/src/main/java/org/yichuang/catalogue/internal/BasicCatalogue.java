package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.BasicEntries.Coverage;
import org.yichuang.catalogue.internal.BasicEntries.Entry;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.basic.BasicItem;
import org.yichuang.catalogue.internal.domain.basic.NewBasic;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.ItemCode;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * The basic catalogue (基本目录) over the implementation lists (实施清单): a province or a city says which items there are,
 * and the centres below draft theirs from it (R3-05).
 */
public class BasicCatalogue {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "basic-item";

    /** So many items are set at once. */
    public static final int MOST_AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final PublishedRows published;
    private final Unification unification;
    private final BasicEntries entries;

    /** Over the catalogues of all centres. */
    public BasicCatalogue(
            Transactions transactions, Tenants tenants, Items items, PublishedRows published, Unification unification) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.published = published;
        this.unification = unification;
        this.entries = new BasicEntries(tenants, items);
    }

    /** An item and who has set it. */
    public record Listed(Tenant centre, BasicItem.View item) {
        private static Listed of(Entry entry) {
            return new Listed(entry.centre(), entry.item());
        }
    }

    /** Items that there are from now on. */
    public record NewList(@NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid NewBasic> entries) {}

    /**
     * What became of a list.
     *
     * @param changed how many are set anew or changed
     * @param unchanged how many were so before
     */
    public record Put(int changed, int unchanged) {}

    /** An item that is published. */
    public record Named(String code, String name) {}

    /**
     * How far a centre is.
     *
     * @param due how many items of its level there are
     * @param missing those of them that it does not publish
     * @param unnamed what it publishes and no basic catalogue names
     */
    public record Standing(int due, List<Listed> missing, List<Named> unnamed) {
        /** How many it publishes. */
        public int implemented() {
            return due - missing.size();
        }
    }

    /** What is kept for a repeated command. */
    record Kept(List<String> codes) {}

    /**
     * Returns which items there are at a centre: what is listed above, from the top down, and its own list.
     *
     * @param words a part of a name, or a code; empty for all
     * @throws ProblemException {@code parameter-unreadable} for a cursor that is none of ours
     */
    @NeedsNoPermission("which items there are is known to everybody")
    public Page<Listed> list(String words, PageRequest page, CallContext context) {
        return transactions
                .read(context, unit -> entries.page(words, page, unit))
                .map(Listed::of);
    }

    /** Returns how far this centre is with the items that there are. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Standing standing(CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> {
            Coverage coverage = entries.coverage(published.all(unit), unit);
            return new Standing(
                    coverage.due().size(),
                    coverage.missing().stream().map(Listed::of).toList(),
                    coverage.unnamed().stream()
                            .map(ref -> new Named(ref.code(), ref.name()))
                            .toList());
        });
    }

    /**
     * Says which items there are for this centre and all below, in place of what it said of them before; others stay.
     *
     * @throws ProblemException {@code fields-invalid} with the fields: at a county or a township, which set none, for a
     *     code that names an organ, and for an item that a centre above has set; {@code precondition-failed} where
     *     somebody has said something else of an item since its revision; {@code too-large} for more than five
     *     thousand items
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Put put(NewList given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        List<NewBasic> said = FieldRules.require(given).entries();
        requireSetter(context);
        return transactions.write(context, Put.class, unit -> {
            check(said, unit);
            int changed = 0;
            Problems meanwhile = new Problems();
            for (int i = 0; i < said.size(); i++) {
                NewBasic each = said.get(i);
                Optional<BasicItem> present = items.basics().find(each.code(), unit);
                if (present.filter(item -> item.says(each)).isEmpty()) {
                    checkRevision(i, each, present.filter(BasicItem::isListed), meanwhile);
                    BasicItem item = present.orElseGet(() -> new BasicItem(each.code()));
                    CatalogueEvent event = item.set(each, context.today());
                    if (present.isEmpty()) {
                        items.basics().add(item, unit);
                    }
                    record(item, "set", event, unit);
                    changed++;
                }
            }
            meanwhile.refuse(
                    CommonError.PRECONDITION_FAILED, LocalizedMessage.of(BasicCatalogue.class, "basic.meanwhile"));
            if (items.basics().count(unit) > BasicEntries.MOST) {
                throw new ProblemException(
                        CommonError.TOO_LARGE,
                        LocalizedMessage.of(BasicCatalogue.class, "basic.too-many", BasicEntries.MOST));
            }
            return new Put(changed, said.size() - changed);
        });
    }

    /** Nobody writes over what he has not seen. */
    private static void checkRevision(int index, NewBasic said, Optional<BasicItem> listed, Problems problems) {
        long present = listed.map(item -> item.view().revision()).orElse(0L);
        if (said.revision() != null && said.revision() != present) {
            problems.add(
                    "entries[" + index + "].revision",
                    LocalizedMessage.of(
                            BasicCatalogue.class,
                            said.revision() == 0 ? "basic.there-already" : "basic.changed-since",
                            said.code()));
        }
    }

    private void requireSetter(CallContext context) {
        if (Level.CITY.isAbove(tenants.get(context.tenant()).level())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "entries", LocalizedMessage.of(BasicCatalogue.class, "basic.not-here"));
        }
    }

    private void check(List<NewBasic> said, UnitOfWork unit) {
        Map<String, Entry> there = entries.of(said.stream().map(NewBasic::code).toList(), unit);
        Map<String, Integer> seen = new HashMap<>();
        Problems problems = new Problems();
        for (int i = 0; i < said.size(); i++) {
            String code = said.get(i).code();
            String field = "entries[" + i + "].code";
            Check checked = ItemCode.check(code);
            if (checked.isInvalid()) {
                problems.add(field, checked.reason());
            }
            problems.when(
                    !ItemKey.ofList(code).equals(code),
                    field,
                    LocalizedMessage.of(BasicCatalogue.class, "basic.code-of-organ", code, ItemKey.ofList(code)));
            problems.when(
                    seen.putIfAbsent(code, i) != null,
                    field,
                    LocalizedMessage.of(BasicCatalogue.class, "basic.repeated", code));
            Optional.ofNullable(there.get(code))
                    .filter(entry -> !entry.centre().id().equals(unit.context().tenant()))
                    .ifPresent(entry -> problems.add(
                            field,
                            LocalizedMessage.of(
                                    BasicCatalogue.class,
                                    "basic.set-above",
                                    code,
                                    entry.centre().name())));
        }
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(BasicCatalogue.class, "basic.invalid"));
    }

    /**
     * Takes an item out of this centre's basic catalogue; what is published of it stays, without an entry.
     *
     * @throws ProblemException {@code basic-unknown}; {@code precondition-failed} where somebody has said something
     *     else of it in the meantime
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Put takeOut(String code, Mistake given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        Mistake why = FieldRules.require(given);
        return transactions.write(context, Put.class, unit -> {
            BasicItem item = found(code, unit);
            context.requireVersion(item.view().revision());
            record(item, "take-out", item.takeOut(why.reason(), context.today()), unit);
            return new Put(1, 0);
        });
    }

    /** Returns an item that this centre has set itself; {@code basic-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public BasicItem.View own(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context.withoutKey(), unit -> found(code, unit).view());
    }

    private BasicItem found(String code, UnitOfWork unit) {
        Optional<BasicItem> found =
                TextRules.isUnfit(code) ? Optional.empty() : items.basics().find(code, unit);
        return found.filter(BasicItem::isListed).orElseThrow(() -> unknown(code));
    }

    private static ProblemException unknown(String code) {
        return new ProblemException(
                CatalogueError.BASIC_UNKNOWN,
                LocalizedMessage.of(BasicCatalogue.class, "basic.unknown", TextRules.cleaned(code)));
    }

    /**
     * Drafts items of this centre from the basic catalogue: name, type and basis of those that it has already, a
     * beginning of those that it has not.
     *
     * @return the codes that have a draft now
     * @throws ProblemException {@code basic-unknown} for a code that no basic catalogue has; {@code fields-invalid} for
     *     none, or more than two hundred, for one that is not of this level, and for a way of handling
     */
    @RequiresPermission(CataloguePermission.EDIT)
    public List<String> draft(List<String> codes, CallContext context) {
        context.require(CataloguePermission.EDIT);
        if (codes.isEmpty()
                || codes.size() > Unification.MOST_ADOPTED
                || codes.stream().anyMatch(TextRules::isUnfit)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "codes",
                    LocalizedMessage.of(Unification.class, "unification.codes", Unification.MOST_ADOPTED));
        }
        Level level = tenants.get(context.tenant()).level();
        return transactions
                .write(context, Kept.class, unit -> {
                    List<String> wanted = codes.stream().distinct().toList();
                    Map<String, Entry> found = entries.of(wanted, unit);
                    Map<TenantId, Map<String, ItemDefinition>> begun = new LinkedHashMap<>();
                    for (String code : wanted) {
                        Entry entry = Optional.ofNullable(found.get(code)).orElseThrow(() -> unknown(code));
                        requireToDo(code, entry, level);
                        begun.computeIfAbsent(entry.centre().id(), centre -> new LinkedHashMap<>())
                                .put(code, entry.item().begun(level));
                    }
                    List<String> drafted = new ArrayList<>();
                    begun.forEach((centre, items) -> drafted.addAll(unification.drafted(items, centre, unit)));
                    return new Kept(drafted);
                })
                .codes();
    }

    /** What is not for this level, and a way of handling, of which the catalogue says nothing, is not begun from it. */
    private static void requireToDo(String code, Entry entry, Level level) {
        if (ItemCode.kindOf(code) == ItemCode.Kind.HANDLING) {
            throw codes("basic.way-of-handling", code);
        }
        if (!entry.item().levels().contains(level)) {
            throw codes("basic.not-of-level", code, level.label());
        }
    }

    private static ProblemException codes(String key, Object... arguments) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, "codes", LocalizedMessage.of(BasicCatalogue.class, key, arguments));
    }

    private void record(BasicItem item, String action, CatalogueEvent event, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(item.code(), item.code())
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                item.code(),
                action,
                items.basics().loadedDigest(item, unit),
                items.basics().digest(item, unit),
                item.facts(),
                happened);
        item.head(unit.record(entry, item.head()));
    }
}
