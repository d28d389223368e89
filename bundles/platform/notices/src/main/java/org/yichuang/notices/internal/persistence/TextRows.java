package org.yichuang.notices.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.notices.internal.domain.CentreText;

/** Centres' own texts in the database. */
public class TextRows {
    /** The kind of aggregate. */
    public static final String TYPE = "notice-text";

    private static final int MOST = 99;

    private final EntityManagerFactory entities;

    public TextRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** The newest version of a text, if the centre has ever written one. */
    public Optional<CentreText> newest(String template, UnitOfWork unit) {
        return versions(template, 1, unit).stream().findFirst();
    }

    /** The newest versions of a text, the newest first. */
    public List<CentreText> versions(String template, UnitOfWork unit) {
        return versions(template, MOST, unit);
    }

    private List<CentreText> versions(String template, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select t from CentreText t where t.template = :template order by t.version desc",
                        CentreText.class)
                .setParameter("template", template)
                .setMaxResults(most)
                .getResultList();
    }

    /** Adds a version, with its entry; whoever wrote the same version at the same moment loses the race. */
    public void add(CentreText text, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        rows.persist(text);
        AuditEntry entry = new AuditEntry(TYPE, text.id(), "write", "", RowDigests.written(rows, text), Map.of());
        text.head(unit.record(entry, text.head()));
    }
}
