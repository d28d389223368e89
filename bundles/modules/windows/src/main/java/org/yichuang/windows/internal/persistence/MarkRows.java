package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.internal.domain.Mark;

/** Marks of assessments in the database. */
public class MarkRows extends KeptRows<Mark, Mark.Course> {
    public MarkRows(EntityManagerFactory entities) {
        super(entities, Mark.class, Mark.Course.class, "assessment-mark");
    }

    /** Those of a period. */
    public List<Mark> of(String period, AssessmentSubject of, UnitOfWork unit) {
        return whole((after, most) -> list(
                "select m from AssessmentMark m where m.period = :period and m.subjectKind = :kind and m.id > :after"
                        + " order by m.id",
                Map.of("period", period, "kind", of, "after", after),
                most,
                unit));
    }
}
