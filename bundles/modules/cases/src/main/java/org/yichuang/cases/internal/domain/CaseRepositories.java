package org.yichuang.cases.internal.domain;

import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/** Where cases and files are kept. */
public interface CaseRepositories {
    /** The cases of the unit's tenant. */
    CaseFiles cases(UnitOfWork unit);

    /** The branches of joint cases of the unit's tenant. */
    CaseBranches branches(UnitOfWork unit);

    /** The figures of the unit's tenant. */
    CaseCounts counts(UnitOfWork unit);

    /** Where the time of the cases of the unit's tenant has gone. */
    SpellCounts spells(UnitOfWork unit);

    /** What the figures of the unit's tenant are counted from. */
    CountedFacts facts(UnitOfWork unit);

    /** How a centre keeps what belongs to people. */
    PersonalTexts texts(TenantId tenant);

    /** The files of the unit's tenant. */
    StoredFiles files(UnitOfWork unit);
}
