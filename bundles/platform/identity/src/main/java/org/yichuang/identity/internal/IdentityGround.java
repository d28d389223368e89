package org.yichuang.identity.internal;

import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;

/** Where the services' rows, audit entries and digests come from. */
public record IdentityGround(
        EntityManagerFactory entities, Transactions transactions, KeyedDigests digests, Journal journal) {}
