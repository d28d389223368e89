package org.yichuang.fees.internal.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Kept;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Rows of a kind, of which a part is encrypted.
 *
 * @param <T> what they are
 * @param <C> the part
 */
public abstract class KeptRows<T extends Kept<C>, C> extends FeeRows<T> {
    private final Seal seal;
    private final Class<C> content;
    private final EncryptedTable table;

    /** @param table where they are */
    KeptRows(EntityManagerFactory entities, Seal seal, Class<T> entity, Class<C> content, String type, String table) {
        super(entities, entity, type);
        this.seal = seal;
        this.content = content;
        this.table = new EncryptedTable(table, "ID");
    }

    /** Where what is encrypted is. */
    public EncryptedTable table() {
        return table;
    }

    /** What encrypts. */
    public Seal seal() {
        return seal;
    }

    private String purpose() {
        return "fees." + type();
    }

    @Override
    protected void keep(T row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.resealed(seal.seal(unit.context().tenant(), purpose(), row.id(), row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected T opened(T row, UnitOfWork unit) {
        row.opened(seal.open(unit.context().tenant(), purpose(), row.id(), row.content(), content));
        return row;
    }

    /** Puts what one holds under the newest master key. */
    public void renew(String id, UnitOfWork unit) {
        held(id, unit).ifPresent(row -> {
            row.resealed(seal.renewed(unit.context().tenant(), purpose(), id, row.content()));
            super.keep(row, "renew-key", Map.of(), DomainEvent.NONE, unit);
        });
    }
}
