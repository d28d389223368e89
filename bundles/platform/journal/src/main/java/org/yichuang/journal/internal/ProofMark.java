package org.yichuang.journal.internal;

import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;

/**
 * How far a trail has been proved: all entries of the anchors up to one of them.
 *
 * @param entries how many entries these anchors hold, those that were purged since among them
 * @param atMicros when that was, by the machine's clock
 */
record ProofMark(AnchorHead head, long entries, long atMicros) {
    /** Nothing has been proved. */
    static final ProofMark NOTHING = new ProofMark(Anchor.START, 0, 0);
}
