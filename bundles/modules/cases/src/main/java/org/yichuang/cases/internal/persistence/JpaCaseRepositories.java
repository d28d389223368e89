package org.yichuang.cases.internal.persistence;

import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.journal.api.UnitOfWork;

/** The persistence unit {@code cases}. */
public class JpaCaseRepositories implements CaseRepositories {
    private final EntityManagerFactory factory;

    public JpaCaseRepositories(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public CaseFiles cases(UnitOfWork unit) {
        return new JpaCaseFiles(unit.entities(factory));
    }

    @Override
    public CaseCounts counts(UnitOfWork unit) {
        return new JpaCaseCounts(unit.entities(factory));
    }

    @Override
    public StoredFiles files(UnitOfWork unit) {
        return new JpaStoredFiles(unit, unit.entities(factory));
    }
}
