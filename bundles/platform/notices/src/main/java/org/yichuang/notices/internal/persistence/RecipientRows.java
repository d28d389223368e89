package org.yichuang.notices.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.notices.internal.domain.Recipient;

/** How people want to be told, in the database. */
public class RecipientRows {
    /** The kind of aggregate. */
    public static final String TYPE = "notice-recipient";

    private static final String NEXT_KEY =
            """
            SELECT KEY_NAME FROM NOTICES_RECIPIENT WHERE TENANT=? AND KEY_NAME>?
            ORDER BY KEY_NAME FETCH FIRST 1 ROWS ONLY""";
    private static final String UNDER =
            """
            SELECT ACCOUNT FROM NOTICES_RECIPIENT WHERE TENANT=? AND KEY_NAME=? AND ACCOUNT>?
            ORDER BY ACCOUNT FETCH FIRST ? ROWS ONLY""";

    private final EntityManagerFactory entities;

    public RecipientRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** How an account wants to be told, if it has ever said so. */
    public Optional<Recipient> find(String account, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Recipient.class, account));
    }

    /** The same, held until the transaction ends. */
    public Optional<Recipient> held(String account, UnitOfWork unit) {
        return Optional.ofNullable(
                unit.entities(entities).find(Recipient.class, account, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Writes an entry of a new or changed one. */
    public void record(Recipient recipient, String action, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        if (!rows.contains(recipient)) {
            rows.persist(recipient);
        }
        AuditEntry entry = new AuditEntry(
                TYPE,
                recipient.account(),
                action,
                RowDigests.loaded(rows, recipient),
                RowDigests.written(rows, recipient),
                Map.of());
        recipient.head(unit.record(entry, recipient.head()));
    }

    /** The names of the master keys that addresses are under; each is one look at an index. */
    public List<String> keys(UnitOfWork unit) {
        return Statements.each(unit, NEXT_KEY);
    }

    /** Accounts whose addresses are under a master key, behind an account. */
    public List<String> under(String masterKey, String after, int most, UnitOfWork unit) {
        return Statements.texts(unit, UNDER, unit.context().tenant().value(), masterKey, after, most);
    }
}
