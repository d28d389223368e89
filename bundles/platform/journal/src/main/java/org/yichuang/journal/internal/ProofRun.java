package org.yichuang.journal.internal;

import org.yichuang.journal.api.Journal.Verification;

/** One proof of a trail. */
interface ProofRun {
    /** Makes it; once. */
    Verification run();

    /** Up to where the trail has been proved, when the proof has found nothing. */
    ProofMark proved();
}
