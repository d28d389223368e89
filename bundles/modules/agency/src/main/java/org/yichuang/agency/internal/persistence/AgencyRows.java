package org.yichuang.agency.internal.persistence;

import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.Chained;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.ChainedRows;

/**
 * Rows of a kind, with the events of the module.
 *
 * @param <T> what they are
 */
public abstract class AgencyRows<T extends Chained> extends ChainedRows<T> {
    /** @param type the kind of aggregate */
    AgencyRows(EntityManagerFactory entities, Class<T> entity, String type) {
        super(entities, entity, type);
    }

    /**
     * Adds one, or keeps a step, with its entry and its event.
     *
     * @param event the event's type
     */
    public void keep(
            T row, String action, Map<String, String> details, String event, AgencyEvent data, UnitOfWork unit) {
        keep(row, action, details, event(row, event, data), unit);
    }

    private static DomainEvent event(Chained row, String event, AgencyEvent data) {
        return DomainEvent.of(AgencyEvent.MODULE, event)
                .about(row.id(), "")
                .with(AgencyEvent.VERSION, Json.write(data));
    }
}
