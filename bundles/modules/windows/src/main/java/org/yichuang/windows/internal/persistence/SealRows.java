package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Seal;

/** Seals in the database. */
public class SealRows extends KeptRows<Seal, Seal.Course> {
    public SealRows(EntityManagerFactory entities) {
        super(entities, Seal.class, Seal.Course.class, "seal");
    }

    /** All, in the order in which they were given out, from behind one. */
    public List<Seal> all(String after, int most, UnitOfWork unit) {
        return list("select s from Seal s where s.id > :after order by s.id", Map.of("after", after), most, unit);
    }

    /** Whether there is one with a number. */
    public boolean isKnown(String number, UnitOfWork unit) {
        return !ids("select s.id from Seal s where s.number = :number", Map.of("number", number), 1, unit)
                .isEmpty();
    }
}
