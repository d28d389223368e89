package org.yichuang.fees.internal.domain;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.rows.ChainedRow;

/** A row whose every step the audit trail proves. */
@MappedSuperclass
public abstract class Chained implements ChainedRow {
    @Id
    @Column(name = "ID")
    String id;

    @Column(name = "STEPS")
    int steps;

    @Column(name = "CHAIN_SEQUENCE")
    long chainSequence;

    @Column(name = "CHAIN_HASH")
    String chainHash = ChainHead.START.hash();

    @Override
    public String id() {
        return id;
    }

    /** How many steps there were, which is its version as well. */
    public int steps() {
        return steps;
    }

    @Override
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    @Override
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
