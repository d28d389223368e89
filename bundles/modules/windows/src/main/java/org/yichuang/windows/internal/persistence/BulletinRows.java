package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Bulletin;

/** Bulletins of attendance in the database. */
public class BulletinRows extends KeptRows<Bulletin, Bulletin.Course> {
    private static final int MOST = 120;

    public BulletinRows(EntityManagerFactory entities) {
        super(entities, Bulletin.class, Bulletin.Course.class, "attendance-bulletin");
    }

    /** Those of the last ten years, the newest month first. */
    public List<Bulletin> newest(UnitOfWork unit) {
        return list("select b from Bulletin b order by b.id desc", Map.of(), MOST, unit);
    }
}
