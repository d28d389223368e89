package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.basic.BasicCounts;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.domain.unify.Standard;
import org.yichuang.catalogue.internal.domain.unify.Unlike;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Ref;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The published items of two centres side by side (四级四同, 四统一, 五统一), and the taking over of a standard. */
public class Unification {
    /** So many items of a centre are compared. */
    static final int MOST_ITEMS = 20_000;

    /** So many standards are taken over at once. */
    public static final int MOST_ADOPTED = 200;

    private static final int CHUNK = 200;
    private static final Set<ItemVersion.State> UNIFIED = Set.of(ItemVersion.State.DRAFT, ItemVersion.State.PUBLISHED);

    private final Transactions transactions;
    private final Tenants tenants;
    private final PublishedRows published;
    private final Items items;
    private final BasicEntries basics;

    /** Over the catalogues of all centres. */
    public Unification(Transactions transactions, Tenants tenants, PublishedRows published, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.published = published;
        this.items = items;
        this.basics = new BasicEntries(tenants, items);
    }

    /**
     * Two catalogues side by side.
     *
     * @param against the other centre
     * @param fields what was compared
     * @param here how many items this centre publishes
     * @param there how many the other one does
     * @param common how many stand in both
     * @param basic how far this centre is with the items of the basic catalogue
     * @param unlike what is not the same; what stands in one of them only is among it where their number is compared
     */
    public record Report(
            Tenant against,
            List<ComparedField> fields,
            int here,
            int there,
            int common,
            BasicCounts basic,
            List<Unlike> unlike) {
        /** How many stand in both and differ. */
        public int differing() {
            return (int) unlike.stream()
                    .filter(each -> each.kind() == Unlike.Kind.DIFFERS)
                    .count();
        }

        /** How many stand in both and are the same. */
        public int same() {
            return common - differing();
        }

        /** A part of what is not the same. */
        public Page<Unlike> page(PageRequest page) {
            return CatalogueScan.page(unlike, page);
        }
    }

    /**
     * Compares what this centre publishes with what another one does. The same item is known by its code (by the basic
     * code in it where it holds one), else by its name.
     *
     * @param fields what is compared; absent: the set of this centre's settings
     * @throws ProblemException {@code tenant-unknown}; {@code too-large} for catalogues of more than 20,000 items
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Report compare(TenantId against, Optional<List<ComparedField>> fields, CallContext context) {
        context.require(CataloguePermission.VIEW);
        Tenant other = tenants.get(against);
        List<ComparedField> compared = fields.orElseGet(() -> ComparedField.parse(
                        tenants.get(context.tenant()).policy(ComparedField.POLICY, ComparedField.USUAL))
                .orElseThrow());
        return transactions.read(context, unit -> report(other, compared, unit));
    }

    private Report report(Tenant other, List<ComparedField> fields, UnitOfWork unit) {
        List<Ref> here = bounded(published.refs(MOST_ITEMS + 1, unit));
        List<Ref> there = bounded(unit.reading(other.id(), visit -> published.refs(MOST_ITEMS + 1, visit)));
        Map<String, Ref> pairs = pairs(here, there);
        List<Unlike> unlike = new ArrayList<>();
        List<String> paired = new ArrayList<>(pairs.keySet());
        for (int from = 0; from < paired.size(); from += CHUNK) {
            List<String> codes = paired.subList(from, Math.min(paired.size(), from + CHUNK));
            List<String> codesThere =
                    codes.stream().map(code -> pairs.get(code).code()).toList();
            Map<String, ItemDefinition> ours = published.definitions(codes, unit);
            Map<String, ItemDefinition> others =
                    unit.reading(other.id(), visit -> published.definitions(codesThere, visit));
            for (String code : codes) {
                ItemDefinition own = ours.get(code);
                ItemDefinition theirs = others.get(pairs.get(code).code());
                if (own != null && theirs != null) { // one may have been retired since
                    Unlike.of(own, theirs, fields).ifPresent(unlike::add);
                }
            }
        }
        if (fields.contains(ComparedField.QUANTITY)) {
            Set<String> taken = new HashSet<>();
            pairs.values().forEach(ref -> taken.add(ref.code()));
            here.stream()
                    .filter(ref -> !pairs.containsKey(ref.code()))
                    .forEach(ref -> unlike.add(only(Unlike.Kind.ONLY_HERE, ref)));
            there.stream()
                    .filter(ref -> !taken.contains(ref.code()))
                    .forEach(ref -> unlike.add(only(Unlike.Kind.ONLY_THERE, ref)));
        }
        return new Report(
                other,
                fields,
                here.size(),
                there.size(),
                pairs.size(),
                basics.coverage(here, unit).counts(),
                unlike);
    }

    private static Unlike only(Unlike.Kind kind, Ref ref) {
        return new Unlike(kind, ref.code(), ref.name(), kind == Unlike.Kind.ONLY_THERE, List.of());
    }

    private static List<Ref> bounded(List<Ref> refs) {
        if (refs.size() > MOST_ITEMS) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(Unification.class, "unification.too-large", MOST_ITEMS));
        }
        return refs;
    }

    /** Which item there each item here is, by the code here; each item there once. */
    private static Map<String, Ref> pairs(List<Ref> here, List<Ref> there) {
        Map<String, Ref> byKey = new HashMap<>();
        Map<String, Ref> byName = new HashMap<>();
        for (Ref ref : there) {
            byKey.putIfAbsent(ItemKey.of(ref.code()), ref);
            byName.putIfAbsent(ItemKey.ofName(ref.name()), ref);
        }
        Set<String> taken = new HashSet<>();
        Map<String, Ref> pairs = new LinkedHashMap<>();
        for (Ref ref : here) {
            Ref same = byKey.get(ItemKey.of(ref.code()));
            if (same != null && taken.add(same.code())) {
                pairs.put(ref.code(), same);
            }
        }
        for (Ref ref : here) {
            Ref named = byName.get(ItemKey.ofName(ref.name()));
            if (!pairs.containsKey(ref.code()) && named != null && taken.add(named.code())) {
                pairs.put(ref.code(), named);
            }
        }
        return pairs;
    }

    /** What is kept for a repeated command. */
    record Adopted(List<String> codes) {}

    /**
     * Drafts items as a centre above publishes them: name, type and basis of an item that is here already, the whole of
     * one that is not.
     *
     * @param against the centre above
     * @param codes of items there, or of the same items here
     * @return the codes that have a draft now: of items that are not here yet the code that is there, without the organ
     *     that a national one names
     * @throws ProblemException {@code fields-invalid} for a centre that is not above, and for a code that it does not
     *     publish
     */
    @RequiresPermission(CataloguePermission.EDIT)
    public List<String> adopt(TenantId against, List<String> codes, CallContext context) {
        context.require(CataloguePermission.EDIT);
        List<Tenant> lineage = tenants.lineage(context.tenant());
        Tenant above = lineage.stream()
                .skip(1)
                .filter(each -> each.id().equals(against))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "against",
                        LocalizedMessage.of(Unification.class, "unification.not-above")));
        if (codes.isEmpty() || codes.size() > MOST_ADOPTED || codes.stream().anyMatch(TextRules::isUnfit)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "codes",
                    LocalizedMessage.of(Unification.class, "unification.codes", MOST_ADOPTED));
        }
        return transactions
                .write(context, Adopted.class, unit -> {
                    List<String> wanted = codes.stream().distinct().toList();
                    Map<String, List<ItemDefinition>> there =
                            unit.reading(above.id(), visit -> Standards.same(wanted, items, visit));
                    requireAll(wanted, there, above);
                    Map<String, ItemDefinition> standards = new LinkedHashMap<>();
                    wanted.forEach(code -> standards.put(code, there.get(code).get(0)));
                    return new Adopted(drafted(standards, above.id(), unit));
                })
                .codes();
    }

    /**
     * Drafts what is fixed elsewhere, within a transaction.
     *
     * @param standards by the codes that are asked for
     * @param from who has fixed it
     * @return the codes that have a draft now
     */
    List<String> drafted(Map<String, ItemDefinition> standards, TenantId from, UnitOfWork unit) {
        ItemActs acts = new ItemActs(items, unit, Map.of("adopted", from.value()));
        Map<String, List<String>> here =
                items.codesByKey(standards.keySet().stream().map(ItemKey::of).toList(), UNIFIED, unit);
        Map<String, ItemDefinition> drafts = new LinkedHashMap<>();
        standards.forEach((code, standard) ->
                targets(code, standard, here).forEach(target -> drafts.putIfAbsent(target, standard)));
        drafts.forEach((code, standard) -> draft(code, standard, acts, unit));
        return List.copyOf(drafts.keySet());
    }

    /** The items here that are the one above: that of the code, else all of the same basic code, else a new one. */
    private static List<String> targets(String code, ItemDefinition standard, Map<String, List<String>> here) {
        List<String> same = here.getOrDefault(ItemKey.of(code), List.of());
        if (same.contains(code)) {
            return List.of(code);
        }
        return same.isEmpty() ? List.of(ItemKey.of(standard.code())) : same;
    }

    private static void requireAll(List<String> codes, Map<String, ?> there, Tenant above) {
        for (int i = 0; i < codes.size(); i++) {
            if (!there.containsKey(codes.get(i))) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "codes[" + i + "]",
                        LocalizedMessage.of(Unification.class, "unification.not-there", above.name(), codes.get(i)));
            }
        }
    }

    private void draft(String code, ItemDefinition there, ItemActs acts, UnitOfWork unit) {
        CatalogueItem item = items.find(code, unit).orElseGet(() -> {
            CatalogueItem added = new CatalogueItem(code);
            items.add(added, unit);
            return added;
        });
        Optional<CatalogueVersion> draft = item.draft().flatMap(number -> items.version(code, number, unit));
        ItemDefinition base = draft.or(() -> item.published().flatMap(number -> items.version(code, number, unit)))
                .map(CatalogueVersion::definition)
                .orElseGet(() -> there.under(code));
        ItemDefinition unified = Standard.applied(there, base);
        Problems problems = new Problems();
        problems.addAll(DraftRules.problems(unified));
        problems.refuse(
                CatalogueError.ITEM_INVALID, LocalizedMessage.of(Unification.class, "unification.invalid", code));
        acts.draft(item, draft, unified);
    }
}
