package org.yichuang.documents.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.documents.internal.domain.OwnText;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The versions of a centre's texts in the database. */
public class OwnTextRows {
    /** The kind of aggregate. */
    public static final String TYPE = "document-text";

    private static final int MOST = 200;
    private static final int MOST_IN_FORCE = 5_000;
    private static final String IN_FORCE =
            """
            SELECT TENANT, TEMPLATE, TITLE, CONTENT FROM DOCUMENTS_TEXT T WHERE IS_OWN=1 AND TEXT_VERSION=(
              SELECT MAX(N.TEXT_VERSION) FROM DOCUMENTS_TEXT N WHERE N.TENANT=T.TENANT AND N.TEMPLATE=T.TEMPLATE)
            ORDER BY TENANT, TEMPLATE FETCH FIRST ? ROWS ONLY""";

    private final EntityManagerFactory entities;

    public OwnTextRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** The newest version of a template's text; none while the module's own has always been in force. */
    public Optional<OwnText> newest(String template, UnitOfWork unit) {
        return newest(template, 1, unit).stream().findFirst();
    }

    /** All versions, the newest first; up to 200. */
    public List<OwnText> versions(String template, UnitOfWork unit) {
        return newest(template, MOST, unit);
    }

    private List<OwnText> newest(String template, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select t from OwnText t where t.template = :template order by t.version desc", OwnText.class)
                .setParameter("template", template)
                .setMaxResults(most)
                .getResultList();
    }

    /** A centre's own text that is in force. */
    public record Text(String centre, String template, String title, String text) {}

    /** The own texts in force of all centres, up to 5,000; the unit sees all of them. */
    public List<Text> inForce(UnitOfWork unit) {
        try (PreparedStatement statement = unit.connection().prepareStatement(IN_FORCE)) {
            statement.setInt(1, MOST_IN_FORCE);
            List<Text> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(new Text(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("The centres' own texts cannot be read", e);
        }
    }

    /** Adds a version, with its entry; whoever adds the same version at the same moment fails. */
    public void add(OwnText text, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        rows.persist(text);
        AuditEntry entry = new AuditEntry(
                TYPE,
                text.id(),
                text.isOwn() ? "publish-text" : "restore-text",
                "",
                RowDigests.written(rows, text),
                Map.of("version", Integer.toString(text.version()), "reason", text.reason()));
        text.head(unit.record(entry, text.head()));
        rows.flush();
    }
}
