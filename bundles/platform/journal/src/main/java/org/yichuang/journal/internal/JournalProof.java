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
    private final DatabaseEpochs epochs;
    private final RowBaseline baseline;
    private final ProofMarks marks;
    private final Verifier verifier;
    private final RefusalLog refusals;

    /**
     * @param providers whose rows are proved, as modules come and go
     * @param stores the places for heads that others offer
     * @param settings whether there is a folder for heads besides
     */
    public JournalProof(
            JournalCore core,
            JournalDelivery delivery,
            List<ChainHeadProvider> providers,
            List<AnchorHeadStore> stores,
            JournalSettings settings) {
        this.core = core;
        this.delivery = delivery;
        JtaTransactions transactions = core.transactions();
        AnchorFiles files = new AnchorFiles(core.base, core.key);
        anchorHeads =
                new AnchorHeads(core.boundary, core.key, stores, settings.now().secondPlace());
        anchoring = new Anchoring(core.boundary, transactions, core.key, files, core.commits, core.machineClock);
        epochs = new DatabaseEpochs(core.boundary, transactions, core.key, files, anchoring, core.machineClock);
        anchoring.beforeCatchingUp(epochs::see);
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

    public DatabaseEpochs epochs() {
        return epochs;
    }

    public RefusalLog refusals() {
        return refusals;
    }

    public ChainedJournal journal() {
        return new ChainedJournal(core.transactions(), verifier, refusals, core.key);
    }

    public QueuedVerifications verifications() {
        return new QueuedVerifications(notes(QueuedVerifications.CHAIN), verifier);
    }

    public YearlyAccessPurge accessPurge() {
        return new YearlyAccessPurge(core.boundary, core.transactions(), verifier, core.machineClock);
    }

    public RowBaselineJob baselineJob() {
        return new RowBaselineJob(baseline);
    }

    public AnchorJob anchorJob(JournalSettings settings) {
        return new AnchorJob(anchoring, core.anchorWatch, anchorHeads, core.leases(), settings);
    }

    public JournalMetrics metrics() {
        return new JournalMetrics(
                core.boundary, delivery.eventDelivery(), delivery.jobs(), core.leases(), refusals, core.machineClock);
    }

    /**
     * What proves the trails at night.
     *
     * @param settings when
     */
    public ProofJob proofJob(JournalSettings settings) {
        return new ProofJob(
                verifier,
                notes("nightly"),
                new ProofAges(marks, delivery.tenants(), core.machineClock),
                new ProofSchedule(settings),
                delivery.tenants(),
                core.machineClock);
    }

    private ProofNotes notes(String chain) {
        return new ProofNotes(core.boundary, core.transactions(), core.key, chain);
    }

    public ProofMetrics proofMetrics(ProofJob proofs) {
        return new ProofMetrics(core.anchorWatch, anchorHeads, proofs);
    }
}
