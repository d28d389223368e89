package org.yichuang.cases.internal.persistence;

import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.internal.domain.CaseBranches;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CountedFacts;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.SpellCounts;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.documents.api.FileStore;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/** The persistence unit {@code cases}. */
public class JpaCaseRepositories implements CaseRepositories {
    private final EntityManagerFactory factory;
    private final PersonalDataCipher cipher;
    private final FileStore files;

    public JpaCaseRepositories(EntityManagerFactory factory, PersonalDataCipher cipher, FileStore files) {
        this.factory = factory;
        this.cipher = cipher;
        this.files = files;
    }

    @Override
    public CaseFiles cases(UnitOfWork unit) {
        PersonalTexts texts = texts(unit.context().tenant());
        return new JpaCaseFiles(unit.entities(factory), texts, files(unit), new SearchRows(unit, texts));
    }

    @Override
    public CaseBranches branches(UnitOfWork unit) {
        return new JpaCaseBranches(unit.entities(factory));
    }

    @Override
    public CaseCounts counts(UnitOfWork unit) {
        return new SummedCounts(new JpaCaseCounts(unit.entities(factory)), new SumRows(unit));
    }

    @Override
    public SpellCounts spells(UnitOfWork unit) {
        return new SummedSpellCounts(new JpaSpellCounts(unit.entities(factory)), new SumRows(unit));
    }

    @Override
    public CountedFacts facts(UnitOfWork unit) {
        return new JpaCountedFacts(unit.entities(factory), new SumRows(unit));
    }

    @Override
    public PersonalTexts texts(TenantId tenant) {
        return new EncryptedTexts(cipher, tenant);
    }

    @Override
    public StoredFiles files(UnitOfWork unit) {
        return new JpaStoredFiles(unit, unit.entities(factory), files);
    }
}
