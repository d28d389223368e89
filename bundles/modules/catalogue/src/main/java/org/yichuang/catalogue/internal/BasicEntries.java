package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.domain.basic.BasicCounts;
import org.yichuang.catalogue.internal.domain.basic.BasicItem;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Ref;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The basic catalogues that hold for a centre: its own and those of the centres above; the highest counts. */
final class BasicEntries {
    /** So many items has the basic catalogue of a centre. */
    static final int MOST = 5_000;

    private final Tenants tenants;
    private final Items items;

    BasicEntries(Tenants tenants, Items items) {
        this.tenants = tenants;
        this.items = items;
    }

    /** An item and who has set it. */
    record Entry(Tenant centre, BasicItem.View item) {}

    /**
     * What of the basic catalogues a centre has to do, and does.
     *
     * @param due those of its level
     * @param missing those of them that it does not publish
     * @param unnamed what it publishes without an entry
     */
    record Coverage(List<Entry> due, List<Entry> missing, List<Ref> unnamed) {
        BasicCounts counts() {
            return new BasicCounts(due.size(), due.size() - missing.size());
        }
    }

    /** The centres of a line from the top down. */
    private List<Tenant> fromAbove(UnitOfWork unit) {
        List<Tenant> line = new ArrayList<>(tenants.lineage(unit.context().tenant()));
        Collections.reverse(line);
        return line;
    }

    /** All that holds for the transaction's centre, by code. */
    List<Entry> inForce(UnitOfWork unit) {
        Map<String, Entry> found = new TreeMap<>();
        for (Tenant centre : fromAbove(unit)) {
            unit.reading(centre.id(), visit -> items.basics().after("", "", MOST, visit))
                    .forEach(item -> found.putIfAbsent(item.code(), new Entry(centre, item)));
        }
        return List.copyOf(found.values());
    }

    /**
     * A part of all that holds for the transaction's centre, from the top down.
     *
     * @param words a part of a name, or a code; empty for all
     */
    Page<Entry> page(String words, PageRequest page, UnitOfWork unit) {
        LineLists<BasicItem.View> lists = new LineLists<>(
                new LineLists.Rows<>() {
                    @Override
                    public List<BasicItem.View> after(String code, int most, UnitOfWork visit) {
                        return items.basics().after(code, words, most, visit);
                    }

                    @Override
                    public List<String> among(List<String> codes, UnitOfWork visit) {
                        return items.basics().among(codes, visit);
                    }
                },
                BasicItem.View::code);
        return lists.page(fromAbove(unit), page, unit).map(each -> new Entry(each.centre(), each.row()));
    }

    /** What holds of some codes of items, by these codes. */
    Map<String, Entry> of(Collection<String> codes, UnitOfWork unit) {
        Set<String> keys = codes.stream().map(ItemKey::ofList).collect(Collectors.toSet());
        Map<String, Entry> byKey = new HashMap<>();
        for (Tenant centre : fromAbove(unit)) {
            unit.reading(centre.id(), visit -> views(items.basics().listed(keys, visit)))
                    .forEach(item -> byKey.putIfAbsent(item.code(), new Entry(centre, item)));
        }
        Map<String, Entry> found = new LinkedHashMap<>();
        codes.stream()
                .filter(code -> byKey.containsKey(ItemKey.ofList(code)))
                .forEach(code -> found.put(code, byKey.get(ItemKey.ofList(code))));
        return found;
    }

    private static List<BasicItem.View> views(List<BasicItem> rows) {
        return rows.stream().map(BasicItem::view).toList();
    }

    /** How far a centre is with what it publishes. */
    Coverage coverage(List<Ref> published, UnitOfWork unit) {
        List<Entry> all = inForce(unit);
        Set<String> done =
                published.stream().map(ref -> ItemKey.ofList(ref.code())).collect(Collectors.toSet());
        Set<String> named = all.stream().map(entry -> entry.item().code()).collect(Collectors.toSet());
        List<Entry> due = all.stream()
                .filter(entry -> entry.item()
                        .levels()
                        .contains(tenants.get(unit.context().tenant()).level()))
                .toList();
        return new Coverage(
                due,
                due.stream()
                        .filter(entry -> !done.contains(entry.item().code()))
                        .toList(),
                published.stream()
                        .filter(ref -> !named.contains(ItemKey.ofList(ref.code())))
                        .toList());
    }
}
