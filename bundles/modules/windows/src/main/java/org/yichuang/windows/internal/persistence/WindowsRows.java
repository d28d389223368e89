package org.yichuang.windows.internal.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.ChainedRows;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Chained;

/**
 * Rows of a kind, with the events of the module.
 *
 * @param <T> what they are
 */
public abstract class WindowsRows<T extends Chained> extends ChainedRows<T> {
    private static final int PART = 5000;

    /** @param type the kind of aggregate */
    WindowsRows(EntityManagerFactory entities, Class<T> entity, String type) {
        super(entities, entity, type);
    }

    /**
     * Adds one, or keeps a step, with its entry and its event.
     *
     * @param event the event's type
     */
    public void keep(
            T row, String action, Map<String, String> details, String event, WindowsEvent data, UnitOfWork unit) {
        keep(row, action, details, event(row, event, data), unit);
    }

    /** All, of parts that come each from behind the last one of the part before. */
    static <T extends Chained> List<T> whole(BiFunction<String, Integer, List<T>> part) {
        List<T> all = new ArrayList<>();
        List<T> found = part.apply("", PART);
        while (found.size() == PART) {
            all.addAll(found);
            found = part.apply(found.get(PART - 1).id(), PART);
        }
        all.addAll(found);
        return all;
    }

    private static DomainEvent event(Chained row, String event, WindowsEvent data) {
        return DomainEvent.of(WindowsEvent.MODULE, event)
                .about(row.id(), "")
                .at(row.department(), "")
                .with(WindowsEvent.VERSION, Json.write(data));
    }
}
