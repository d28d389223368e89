package org.yichuang.windows.internal.persistence;

import javax.persistence.EntityManagerFactory;
import org.yichuang.windows.internal.domain.Assessment;

/** Published assessments in the database. */
public class AssessmentRows extends KeptRows<Assessment, Assessment.Course> {
    public AssessmentRows(EntityManagerFactory entities) {
        super(entities, Assessment.class, Assessment.Course.class, "assessment");
    }
}
