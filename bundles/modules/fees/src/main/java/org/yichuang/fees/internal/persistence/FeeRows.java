package org.yichuang.fees.internal.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.Chained;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.ChainedRows;

/**
 * Rows of a kind, with the events of the module.
 *
 * @param <T> what they are
 */
public abstract class FeeRows<T extends Chained> extends ChainedRows<T> {
    /** @param type the kind of aggregate */
    FeeRows(EntityManagerFactory entities, Class<T> entity, String type) {
        super(entities, entity, type);
    }

    /**
     * Adds one, or keeps a step, with its entry and its event.
     *
     * @param event the event's type
     */
    public void keep(T row, String action, Map<String, String> details, String event, FeeEvent data, UnitOfWork unit) {
        keep(row, action, details, event(row, event, data), unit);
    }

    /** What is told of a step. */
    DomainEvent event(T row, String event, FeeEvent data) {
        return DomainEvent.of(FeeEvent.MODULE, event).about(row.id(), "").with(FeeEvent.VERSION, Json.write(data));
    }
}
