package org.yichuang.agency.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.Agreement;
import org.yichuang.journal.api.UnitOfWork;

/** Agreements in the database. */
public class AgreementRows extends AgencyRows<Agreement> {
    public AgreementRows(EntityManagerFactory entities) {
        super(entities, Agreement.class, "recognition-agreement");
    }

    /** All, the newest first, from behind one. */
    public List<Agreement> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select a from Agreement a where a.id < :after order by a.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }
}
