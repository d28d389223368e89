package org.yichuang.linkage.internal.simulation;

/** A defect that is put in, to see whether it is found. */
enum Mutation {
    /** The protocol as it is. */
    NONE,
    /** The receiver does not look into its inbox. */
    NO_INBOX,
    /** The receiver notes what it has taken in a transaction of its own, after the one of the effect. */
    INBOX_APART,
    /** A message is claimed though an earlier one of its aggregate has not arrived. */
    OVERTAKING,
    /** A message counts as delivered when it leaves. */
    NO_RECEIPT,
    /** A message is parked after its tenth attempt. */
    TIRED,
    /** A database that has been set back goes on as if nothing had been. */
    NO_EPOCH,
    /** Nobody is told that a database has been set back: what it had taken does not come again. */
    NOT_TOLD,
    /** Whoever was set back is not told what it had said itself. */
    NOT_REMINDED
}
