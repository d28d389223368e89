package org.yichuang.journal.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.yichuang.shell.api.Gauges;

/** How anchors and proofs fare, in figures. */
public class ProofMetrics implements MultiCollector {
    private final AnchorWatch watch;
    private final AnchorHeads heads;
    private final ProofJob proofs;

    public ProofMetrics(AnchorWatch watch, AnchorHeads heads, ProofJob proofs) {
        this.proofs = proofs;
        this.watch = watch;
        this.heads = heads;
    }

    @Override
    public MetricSnapshots collect() {
        return new MetricSnapshots(
                Gauges.of(
                        "yichuang_journal_anchors_overdue",
                        "Centres whose entries have waited for an anchor for more than a minute",
                        watch.overdue().size()),
                Gauges.of(
                        "yichuang_journal_anchor_heads_unkept",
                        "Heads, or places, of which a second place has not what it should",
                        heads.troubles().size()),
                Gauges.of(
                        "yichuang_journal_proofs_broken",
                        "Centres whose audit trail was found broken by the last nightly proof",
                        proofs.broken().size()),
                Gauges.of(
                        "yichuang_journal_proof_oldest_age_seconds",
                        "Time since the last sound proof, or the first entry, at the centre where it is longest ago",
                        proofs.ages().oldest().toSeconds()));
    }
}
