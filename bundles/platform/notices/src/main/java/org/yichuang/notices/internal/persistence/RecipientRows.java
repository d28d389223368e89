package org.yichuang.notices.internal.persistence;

import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.notices.internal.domain.Recipient;

/** How people want to be told, in the database. */
public class RecipientRows {
    /** The kind of aggregate. */
    public static final String TYPE = "notice-recipient";

    /** Where addresses are encrypted. */
    public static final EncryptedTable TABLE = new EncryptedTable("NOTICES_RECIPIENT", "ACCOUNT");

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
}
