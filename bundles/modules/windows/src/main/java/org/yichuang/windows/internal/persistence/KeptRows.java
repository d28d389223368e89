package org.yichuang.windows.internal.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Kept;

/**
 * Rows of a kind, of which a part is kept as a whole.
 *
 * @param <T> what they are
 * @param <C> the part
 */
public abstract class KeptRows<T extends Kept<C>, C> extends WindowsRows<T> {
    private final Class<C> content;

    KeptRows(EntityManagerFactory entities, Class<T> entity, Class<C> content, String type) {
        super(entities, entity, type);
        this.content = content;
    }

    @Override
    protected void keep(T row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected T opened(T row, UnitOfWork unit) {
        row.opened(Json.read(row.content(), content));
        return row;
    }
}
