package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.api.ChainHeadProvider;

/** What proves the trail, put together: anchors, here and elsewhere, and who verifies rows and chains by them. */
public final class JournalProof {
    private final JournalCore core;
    private final JournalDelivery delivery;
    private final AnchorHeads anchorHeads;
    private final Anchoring anchoring;
    private final RowBaseline baseline;
    private final ProofMarks marks;
    private final Verifier verifier;
    private final RefusalLog refusals;

    /**
     * @param providers whose rows are proved, as modules come and go
     * @param stores the places for heads that others offer
     * @param second a folder for heads besides, or nothing
     */
    public JournalProof(
            JournalCore core,
            JournalDelivery delivery,
            List<ChainHeadProvider> providers,
            List<AnchorHeadStore> stores,
            String second) {
        this.core = core;
        this.delivery = delivery;
        JtaTransactions transactions = core.transactions();
        AnchorFiles files = new AnchorFiles(core.base, core.key);
        anchorHeads = new AnchorHeads(core.boundary, core.key, stores, second);
        anchoring = new Anchoring(core.boundary, transactions, core.key, files, core.commits, core.machineClock);
        AnchorEvidence evidence = new AnchorEvidence(files, anchorHeads, core.anchorWatch, core.machineClock);
        baseline = delivery.baseline();
        marks = new ProofMarks(core.boundary, core.key, core.machineClock);
        verifier = new Verifier(
                new ProofGround(core.boundary, core.key, evidence, providers, delivery.outbox()), baseline, marks);
        refusals = new RefusalLog(transactions, core.node, core.machineClock);
    }

    public AnchorHeads anchorHeads() {
        return anchorHeads;
    }

    public Anchoring anchoring() {
        return anchoring;
    }

    public RefusalLog refusals() {
        return refusals;
    }

    public ChainedJournal journal() {
        return new ChainedJournal(core.transactions(), verifier, refusals);
    }

    public QueuedVerifications verifications() {
        return new QueuedVerifications(core.transactions(), verifier);
    }

    public YearlyAccessPurge accessPurge() {
        return new YearlyAccessPurge(core.boundary, core.transactions(), verifier, core.machineClock);
    }

    public RowBaselineJob baselineJob() {
        return new RowBaselineJob(baseline);
    }

    /** @param intervalMillis how often what was committed is anchored */
    public AnchorJob anchorJob(String intervalMillis) {
        return new AnchorJob(anchoring, core.anchorWatch, anchorHeads, core.leases(), intervalMillis);
    }

    public JournalMetrics metrics() {
        return new JournalMetrics(
                core.boundary, delivery.eventDelivery(), delivery.jobs(), core.leases(), refusals, core.machineClock);
    }

    /**
     * What proves the trails at night.
     *
     * @param hour at which hour, 0 for never
     * @param wholeDays after how many days all of them, 0 for never
     */
    public ProofJob proofJob(String hour, String wholeDays) {
        return new ProofJob(
                verifier,
                new ProofNotes(core.transactions(), "nightly"),
                new ProofAges(marks, delivery.tenants(), core.machineClock),
                new ProofSchedule(hour, wholeDays),
                core.machineClock);
    }

    public ProofMetrics proofMetrics(ProofJob proofs) {
        return new ProofMetrics(core.anchorWatch, anchorHeads, proofs);
    }
}
