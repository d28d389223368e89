package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Level;

/** Items and versions of the transaction's centre. */
public final class Items {
    /** The kind of row that the audit trail proves as a part of an item. */
    private static final String VERSION = "item-version";

    private static final int MOST_DEPARTMENTS = 200;
    private static final int MOST_OF_A_CHUNK = 5_000;
    static final ManyCodes.Meant<CatalogueItem> ITEMS = new ManyCodes.Meant<>(CatalogueItem.class, "r.latest >= 0");
    static final ManyCodes.Meant<CatalogueVersion> VERSIONS =
            new ManyCodes.Meant<>(CatalogueVersion.class, "r.state = :state");
    private static final Set<ItemVersion.State> IN_USE = Set.of(ItemVersion.State.DRAFT, ItemVersion.State.PUBLISHED);

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public Items(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** The same in runs, where there are many. */
    public ItemRuns inRuns() {
        return new ItemRuns(unitOfPersistence);
    }

    /** What may be demanded for items. */
    public DemandRows demands() {
        return new DemandRows(unitOfPersistence);
    }

    /** Which items there are for all below. */
    public BasicRows basics() {
        return new BasicRows(unitOfPersistence);
    }

    /** Samples and blank forms of items. */
    public SampleRows samples() {
        return new SampleRows(unitOfPersistence);
    }

    /** Finds an item. */
    public Optional<CatalogueItem> find(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT i FROM CatalogueItem i WHERE i.code = :code", CatalogueItem.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Finds the number of an item's published version, without its content. */
    public Optional<Integer> publishedNumber(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT i.published FROM CatalogueItem i WHERE i.code = :code AND i.published IS NOT NULL",
                        Integer.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Finds a version. */
    public Optional<CatalogueVersion> version(String code, int number, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v WHERE v.code = :code AND v.number = :number",
                        CatalogueVersion.class)
                .setParameter("code", code)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Returns the versions of an item, the newest first. */
    public List<CatalogueVersion> versions(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v WHERE v.code = :code ORDER BY v.number DESC",
                        CatalogueVersion.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** Returns many items by code. */
    public Map<String, CatalogueItem> items(List<String> codes, UnitOfWork unit) {
        Map<String, CatalogueItem> found = new TreeMap<>();
        ManyCodes.read(entities(unit), ITEMS, codes, query -> {}, item -> found.put(item.code(), item));
        return found;
    }

    /** Returns the drafts or the published versions of many items by code. */
    public Map<String, CatalogueVersion> versions(List<String> codes, ItemVersion.State state, UnitOfWork unit) {
        Map<String, CatalogueVersion> found = new TreeMap<>();
        ManyCodes.read(
                entities(unit),
                VERSIONS,
                codes,
                query -> query.setParameter("state", state),
                version -> found.put(version.definition().code(), version));
        return found;
    }

    /**
     * Returns the codes of drafts or of published versions in their order, by what the same item is known by at several
     * centres; of 500 keys at most 5,000.
     */
    public Map<String, List<String>> codesByKey(
            Collection<String> keys, Set<ItemVersion.State> states, UnitOfWork unit) {
        Map<String, List<String>> found = new TreeMap<>();
        if (ManyCodes.areMany(keys)) {
            pages("r.code, r.key", states, unit, row -> {
                if (keys.contains((String) row[1])) {
                    found.computeIfAbsent((String) row[1], key -> new ArrayList<>())
                            .add((String) row[0]);
                }
            });
            return found;
        }
        for (List<String> chunk : ManyCodes.chunks(List.copyOf(keys))) {
            entities(unit)
                    .createQuery(
                            "SELECT DISTINCT v.code FROM CatalogueVersion v WHERE v.key IN :keys AND v.state IN :states"
                                    + " ORDER BY v.code",
                            String.class)
                    .setParameter("keys", chunk)
                    .setParameter("states", states)
                    .setMaxResults(MOST_OF_A_CHUNK)
                    .getResultList()
                    .forEach(code -> found.computeIfAbsent(ItemKey.of(code), key -> new ArrayList<>())
                            .add(code));
        }
        return found;
    }

    /** Returns the codes of drafts and published versions by their names, of these names only; of 500 at most 5,000. */
    public Map<String, List<String>> codesByName(List<String> names, UnitOfWork unit) {
        Map<String, List<String>> found = new TreeMap<>();
        if (ManyCodes.areMany(names)) {
            Set<String> wanted = Set.copyOf(names);
            pages("r.code, r.name", IN_USE, unit, row -> {
                if (wanted.contains((String) row[1])) {
                    found.computeIfAbsent((String) row[1], name -> new ArrayList<>())
                            .add((String) row[0]);
                }
            });
            return found;
        }
        for (List<String> chunk : ManyCodes.chunks(names)) {
            entities(unit)
                    .createQuery(
                            "SELECT DISTINCT v.name, v.code FROM CatalogueVersion v"
                                    + " WHERE v.state IN :states AND v.name IN :names ORDER BY v.name, v.code",
                            Object[].class)
                    .setParameter("states", IN_USE)
                    .setParameter("names", chunk)
                    .setMaxResults(MOST_OF_A_CHUNK)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent((String) row[0], name -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return found;
    }

    private void pages(String columns, Set<ItemVersion.State> states, UnitOfWork unit, Consumer<Object[]> reader) {
        ManyCodes.pages(
                after -> entities(unit)
                        .createQuery(
                                "SELECT DISTINCT " + columns + " FROM CatalogueVersion r WHERE r.state IN :states"
                                        + " AND r.code > :after ORDER BY " + columns,
                                Object[].class)
                        .setParameter("states", states)
                        .setParameter("after", after)
                        .setMaxResults(ManyCodes.page())
                        .getResultList(),
                row -> (String) row[0],
                reader);
    }

    /** Tells which of these codes are published here. */
    public List<String> published(List<String> codes, UnitOfWork unit) {
        List<String> found = new ArrayList<>();
        for (List<String> chunk : ManyCodes.chunks(codes)) {
            found.addAll(entities(unit)
                    .createQuery(
                            "SELECT i.code FROM CatalogueItem i WHERE i.published IS NOT NULL AND i.code IN :codes",
                            String.class)
                    .setParameter("codes", chunk)
                    .getResultList());
        }
        return found;
    }

    /** Returns the codes of items that are drafted or published, in their order. */
    public List<String> used(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT i.code FROM CatalogueItem i WHERE i.draft IS NOT NULL OR i.published IS NOT NULL"
                                + " ORDER BY i.code",
                        String.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns published versions behind a code, by code. */
    public List<CatalogueVersion> publishedAfter(String code, int most, UnitOfWork unit) {
        return after(ItemVersion.State.PUBLISHED, code, most, unit);
    }

    /** Returns drafts behind a code, by code. */
    public List<CatalogueVersion> draftsAfter(String code, int most, UnitOfWork unit) {
        return after(ItemVersion.State.DRAFT, code, most, unit);
    }

    private List<CatalogueVersion> after(ItemVersion.State state, String code, int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v WHERE v.state = :state AND v.code > :after ORDER BY v.code",
                        CatalogueVersion.class)
                .setParameter("state", state)
                .setParameter("after", code)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns the newest versions of bundles behind a code that are drafted or published, by code. */
    public List<CatalogueVersion> bundles(String afterCode, int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v, CatalogueItem i"
                                + " WHERE v.code = i.code AND v.number = COALESCE(i.draft, i.published, i.latest) AND v.bundleKind IS NOT NULL"
                                + " AND (i.draft IS NOT NULL OR i.published IS NOT NULL)"
                                + " AND v.code > :after ORDER BY v.code",
                        CatalogueVersion.class)
                .setParameter("after", afterCode)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns the published bundles behind a code, by code. */
    public List<CatalogueVersion> publishedBundles(String afterCode, int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v WHERE v.bundleKind IS NOT NULL AND v.state = :state"
                                + " AND v.code > :after ORDER BY v.code",
                        CatalogueVersion.class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setParameter("after", afterCode)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns published versions that match, by code. */
    public List<CatalogueVersion> search(Search search, String afterCode, int most, UnitOfWork unit) {
        TypedQuery<CatalogueVersion> query = entities(unit).createQuery(search.statement(), CatalogueVersion.class);
        search.parameters().forEach(query::setParameter);
        return query.setParameter("after", afterCode).setMaxResults(most).getResultList();
    }

    /**
     * Returns the departments of what is published here.
     *
     * @param acceptance only of items that centres of this level accept; of all when empty
     */
    public List<String> departments(Optional<Level> acceptance, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT DISTINCT v.department FROM CatalogueVersion v"
                                + " WHERE v.state = :state AND v.acceptance LIKE :acceptance",
                        String.class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setParameter(
                        "acceptance",
                        acceptance
                                .map(level -> "%" + CatalogueVersion.mark(level) + "%")
                                .orElse("%"))
                .setMaxResults(MOST_DEPARTMENTS)
                .getResultList();
    }

    /**
     * A newest version.
     *
     * @param version the version
     * @param isPublished whether some version of the item is published
     */
    public record Newest(CatalogueVersion version, boolean isPublished) {}

    /** Returns the newest versions of items that match, by code. */
    public List<Newest> newest(OwnSearch search, String afterCode, int most, UnitOfWork unit) {
        TypedQuery<Object[]> query = entities(unit).createQuery(search.statement(), Object[].class);
        search.parameters().forEach(query::setParameter);
        return query.setParameter("after", afterCode).setMaxResults(most).getResultList().stream()
                .map(row -> new Newest((CatalogueVersion) row[0], row[1] != null))
                .toList();
    }

    /** The digest of the row that an item was read from, empty for a new one. */
    public String loadedDigest(CatalogueItem item, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), item);
    }

    /** The digest of the row that an item will be written to. */
    public String digest(CatalogueItem item, UnitOfWork unit) {
        return RowDigests.written(entities(unit), item);
    }

    /** The details by which an item's entry covers the row of one of its versions. */
    public Map<String, String> cover(CatalogueVersion version, UnitOfWork unit) {
        String id = version.definition().code() + "/" + version.number();
        return RowDigests.details(entities(unit), VERSION, id, version);
    }

    /** Adds an item or a version. */
    public void add(Object entity, UnitOfWork unit) {
        entities(unit).persist(entity);
    }

    /** Writes what has changed, so that revisions are the new ones. */
    public void flush(UnitOfWork unit) {
        entities(unit).flush();
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
