package org.yichuang.cases.internal;

import javax.persistence.EntityManagerFactory;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Transactions;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/**
 * What the platform gives to cases.
 *
 * @param entities the persistence unit
 * @param files where bytes are kept
 * @param documents what issues numbered documents
 * @param epochs whether the database was set back
 */
public record CaseGround(
        EntityManagerFactory entities,
        Transactions transactions,
        Journal journal,
        Tenants tenants,
        Departments departments,
        FileStore files,
        DocumentService documents,
        Epochs epochs) {}
