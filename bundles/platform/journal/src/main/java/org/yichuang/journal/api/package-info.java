/** Transactions, audit chain, outbox, inbox, idempotency keys, job leases. */
@Version("3.8.0")
package org.yichuang.journal.api;

import org.osgi.annotation.versioning.Version;
