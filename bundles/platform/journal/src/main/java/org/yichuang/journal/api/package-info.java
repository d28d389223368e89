/** Transactions, audit chain, outbox, inbox, idempotency keys, job leases. */
package org.yichuang.journal.api;
