/** Transactions, audit chain, outbox, inbox, idempotency keys, job leases. */
@Version("4.5.0")
package org.yichuang.journal.api;

import org.osgi.annotation.versioning.Version;
