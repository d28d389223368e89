package org.yichuang.identity.internal;

import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.PlatformClock;

/** Where the services' rows, audit entries, digests and the time come from. */
public record IdentityGround(
        EntityManagerFactory entities,
        Transactions transactions,
        KeyedDigests digests,
        Journal journal,
        PlatformClock clock) {}
