package org.yichuang.cases.internal.persistence;

import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Store;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.journal.api.Unit;

/** The persistence unit {@code cases}. */
public class JpaStore implements Store {
    private final EntityManagerFactory factory;

    public JpaStore(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public CaseFiles cases(Unit unit) {
        return new JpaCaseFiles(unit.entities(factory));
    }

    @Override
    public CaseCounts counts(Unit unit) {
        return new JpaCaseCounts(unit.entities(factory));
    }

    @Override
    public StoredFiles files(Unit unit) {
        return new JpaStoredFiles(unit.entities(factory));
    }
}
