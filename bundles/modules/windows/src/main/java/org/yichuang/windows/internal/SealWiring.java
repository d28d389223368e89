package org.yichuang.windows.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.ChainedRows;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.internal.persistence.SealRows;
import org.yichuang.windows.internal.persistence.SealUseRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** Puts what concerns seals together. */
public class SealWiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Departments departments;
    private final Cases cases;
    private final Clocked clocked;
    private final SealRows rows;
    private final SealUseRows uses;

    public SealWiring(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            Departments departments,
            Cases cases) {
        this.entities = entities;
        this.transactions = transactions;
        this.departments = departments;
        this.cases = cases;
        clocked = new Clocked(tenants);
        rows = new SealRows(entities);
        uses = new SealUseRows(entities);
    }

    /** The seals. */
    public Seals seals() {
        return new Seals(
                transactions, new Seals.Rows(rows, uses, new StaffRows(entities)), cases, departments, clocked);
    }

    /** What lets nothing be made out that was not sealed. */
    public CommandGate gate() {
        return new SealGate(uses, clocked);
    }

    /** What the audit proves: seals. */
    public ChainHeadProvider sealHeads() {
        return heads(rows);
    }

    /** What the audit proves: to what they were put. */
    public ChainHeadProvider useHeads() {
        return heads(uses);
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(sealHeads(), useHeads());
    }

    private ChainHeadProvider heads(ChainedRows<?> of) {
        return new JpaChainHeads(of.type(), entities, transactions, of.entity());
    }
}
