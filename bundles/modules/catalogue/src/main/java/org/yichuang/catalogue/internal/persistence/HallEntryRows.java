package org.yichuang.catalogue.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.catalogue.internal.domain.entry.EntryCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.HallEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** What the hall of the transaction's centre should take in. */
public final class HallEntryRows {
    private static final int CHUNK = 500;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public HallEntryRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(HallEntry entry, UnitOfWork unit) {
        entities(unit).persist(entry);
    }

    /** Finds many by code. */
    public Map<String, HallEntry> find(List<String> codes, UnitOfWork unit) {
        Map<String, HallEntry> found = new HashMap<>();
        for (int from = 0; from < codes.size(); from += CHUNK) {
            entities(unit)
                    .createQuery("SELECT e FROM HallEntry e WHERE e.code IN :codes", HallEntry.class)
                    .setParameter("codes", codes.subList(from, Math.min(codes.size(), from + CHUNK)))
                    .getResultList()
                    .forEach(entry -> found.put(entry.code(), entry));
        }
        return found;
    }

    /** Returns those of a state, or all but what was listed by mistake, by code. */
    public List<HallEntry> list(Optional<EntryState> state, String afterCode, int most, UnitOfWork unit) {
        TypedQuery<HallEntry> query = entities(unit)
                .createQuery(
                        "SELECT e FROM HallEntry e WHERE e.code > :after"
                                + (state.isPresent() ? " AND e.state = :state" : " AND e.state <> :state")
                                + " ORDER BY e.code",
                        HallEntry.class)
                .setParameter("after", afterCode)
                .setMaxResults(most);
        return query.setParameter("state", state.orElse(EntryState.TAKEN_BACK)).getResultList();
    }

    /** Counts them. */
    public EntryCounts counts(UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT e.state, e.vertical, COUNT(e) FROM HallEntry e GROUP BY e.state, e.vertical",
                        Object[].class)
                .getResultStream()
                .map(row -> EntryCounts.of((EntryState) row[0], (Boolean) row[1], ((Long) row[2]).intValue()))
                .reduce(EntryCounts.NONE, EntryCounts::plus);
    }

    /** The digest of the row that an entry was read from, empty for a new one. */
    public String loadedDigest(HallEntry entry, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), entry);
    }

    /** The digest of the row that an entry will be written to. */
    public String digest(HallEntry entry, UnitOfWork unit) {
        return RowDigests.written(entities(unit), entry);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
