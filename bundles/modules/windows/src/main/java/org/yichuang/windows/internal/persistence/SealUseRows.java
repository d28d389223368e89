package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.internal.domain.SealUse;

/** Uses of seals in the database. */
public class SealUseRows extends KeptRows<SealUse, SealUse.Course> {
    /** The newest suffice to tell whether a case is sealed. */
    private static final int MOST_OF_CASE = 100;

    public SealUseRows(EntityManagerFactory entities) {
        super(entities, SealUse.class, SealUse.Course.class, "seal-use");
    }

    /** Those of a seal, the newest first, from behind one. */
    public List<SealUse> of(String seal, String after, int most, UnitOfWork unit) {
        return list(
                "select u from SealUse u where u.seal = :seal and u.id < :after order by u.id desc",
                Map.of("seal", seal, "after", after),
                most,
                unit);
    }

    /** Those of a kind of a case. */
    public List<SealUse> of(String caseNumber, SealedKind kind, UnitOfWork unit) {
        return list(
                "select u from SealUse u where u.caseNumber = :number and u.kind = :kind order by u.id desc",
                Map.of("number", caseNumber, "kind", kind),
                MOST_OF_CASE,
                unit);
    }
}
