package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.QueueGroup;

/** Groups of tickets in the database. */
public class QueueRows extends KeptRows<QueueGroup, QueueGroup.Plan> {
    /** A centre has no more. */
    public static final int MOST = 50;

    public QueueRows(EntityManagerFactory entities) {
        super(entities, QueueGroup.class, QueueGroup.Plan.class, "ticket-group");
    }

    /** All, by their letters. */
    public List<QueueGroup> all(UnitOfWork unit) {
        return list("select q from QueueGroup q order by q.id", Map.of(), MOST, unit);
    }
}
