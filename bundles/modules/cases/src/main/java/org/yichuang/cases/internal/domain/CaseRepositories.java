package org.yichuang.cases.internal.domain;

import org.yichuang.journal.api.UnitOfWork;

/** Where cases and files are kept. */
public interface CaseRepositories {
    /** The cases of the unit's tenant. */
    CaseFiles cases(UnitOfWork unit);

    /** The figures of the unit's tenant. */
    CaseCounts counts(UnitOfWork unit);

    /** The files of the unit's tenant. */
    StoredFiles files(UnitOfWork unit);
}
