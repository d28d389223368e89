package org.yichuang.licences.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.ItemKey;

/** The bans of a unit's centre. */
public final class BanRows {
    /** The kind of aggregate in the journal. */
    public static final String AGGREGATE = "licence-ban";

    private static final String HOLDING =
            "SELECT b FROM Ban b WHERE b.idNumberKey = :key AND b.owner = :owner AND b.item = :item AND b.until >= :day"
                    + " AND b.liftedOn IS NULL ORDER BY b.until DESC";
    private static final String LIST = "SELECT b FROM Ban b WHERE b.id < :after ORDER BY b.id DESC";
    private static final String LIST_OF =
            "SELECT b FROM Ban b WHERE b.id < :after AND (b.department IN :departments OR b.department = '') ORDER BY b.id DESC";

    private final EntityManagerFactory entities;

    public BanRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * Enters one.
     *
     * @param idNumberKey digest of the number of a document
     */
    public Ban enter(String idNumberKey, Ban.About about, Ban.Ground ground, UnitOfWork unit) {
        Ban ban = new Ban(
                Ids.next(unit.context().at()),
                idNumberKey,
                about,
                ground,
                unit.context().today());
        record(ban, "enter", Map.of("case", about.caseNumber(), "ground", ground.name()), ban.entered(), unit);
        unit.entities(entities).persist(ban);
        return ban;
    }

    /** Returns the one that holds the longest, if there is one. */
    public Optional<Ban> holding(String idNumberKey, ItemKey item, LocalDate today, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(HOLDING, Ban.class)
                .setParameter("key", idNumberKey)
                .setParameter("owner", item.owner())
                .setParameter("item", item.code())
                .setParameter("day", today)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Returns one. */
    public Optional<Ban> find(String id, UnitOfWork unit) {
        return LicenceRows.isId(id)
                ? Optional.ofNullable(unit.entities(entities).find(Ban.class, id))
                : Optional.empty();
    }

    /**
     * Returns those of some departments, and those of which none was kept, the newest first, from behind one.
     *
     * @param departments empty for all
     */
    public List<Ban> list(Set<String> departments, Optional<String> after, int most, UnitOfWork unit) {
        TypedQuery<Ban> query = unit.entities(entities)
                .createQuery(departments.isEmpty() ? LIST : LIST_OF, Ban.class)
                .setParameter("after", after.orElse("~"))
                .setMaxResults(most);
        if (!departments.isEmpty()) {
            query.setParameter("departments", departments);
        }
        return query.getResultList();
    }

    /** Writes the entry of a step. */
    public void record(Ban ban, String action, Map<String, String> details, LicenceEvent event, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        DomainEvent fact = DomainEvent.of(LicenceEvent.MODULE, event.type())
                .about(ban.caseNumber(), ban.item())
                .at(ban.department(), "")
                .with(LicenceEvent.VERSION, Json.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                ban.id(),
                action,
                RowDigests.loaded(manager, ban),
                RowDigests.written(manager, ban),
                details,
                fact);
        ban.chain(unit.record(entry, ban.chain()));
    }
}
