package org.yichuang.agency.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.Recognition;
import org.yichuang.journal.api.UnitOfWork;

/** Reviews that are recognised, in the database. */
public class RecognitionRows extends AgencyRows<Recognition> {
    public RecognitionRows(EntityManagerFactory entities) {
        super(entities, Recognition.class, "recognition");
    }

    /** Those under an agreement, by their cases, the newest first, from behind one. */
    public List<Recognition> under(String agreement, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select r from Recognition r where r.agreement = :agreement and r.id < :after order by r.id desc",
                Map.of("agreement", agreement, "after", after.orElse("~")),
                most,
                unit);
    }
}
