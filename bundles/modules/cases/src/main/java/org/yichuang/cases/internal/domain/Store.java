package org.yichuang.cases.internal.domain;

import org.yichuang.journal.api.Unit;

/** Where cases and files are kept. */
public interface Store {
    /** The cases of the unit's tenant. */
    CaseFiles cases(Unit unit);

    /** The figures of the unit's tenant. */
    CaseCounts counts(Unit unit);

    /** The files of the unit's tenant. */
    StoredFiles files(Unit unit);
}
