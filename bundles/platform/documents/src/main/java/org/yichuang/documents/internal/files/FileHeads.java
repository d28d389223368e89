package org.yichuang.documents.internal.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** Proves files with their bytes and uses: one whose parts or users are not those that were kept is another row. */
public class FileHeads implements ChainHeadProvider {
    private static final String DAMAGED = "bytes-or-uses-changed";

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final JpaChainHeads rows;
    private final ChunkRows chunks = new ChunkRows();

    public FileHeads(EntityManagerFactory entities, Transactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
        this.rows = new JpaChainHeads(FileRows.TYPE, entities, transactions, FileRow.class);
    }

    @Override
    public String aggregateType() {
        return rows.aggregateType();
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return rows.rows(tenant, after, most).stream()
                .map(row -> withBytes(tenant, row))
                .toList();
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most, String shape) {
        return rows.rows(tenant, after, most, shape);
    }

    @Override
    public Optional<RowState> row(TenantId tenant, String id) {
        return rows.row(tenant, id).map(row -> withBytes(tenant, row));
    }

    @Override
    public String shape(TenantId tenant) {
        return rows.shape(tenant);
    }

    /** The columns are read as they stand: what somebody has written into others does not keep it from being proved. */
    private RowState withBytes(TenantId tenant, RowState row) {
        CallContext context = CallContext.system(tenant, Instant.EPOCH, "verify");
        boolean isWhole = transactions.read(context, unit -> unit
                .entities(entities)
                .createQuery("select f.storedSha256, f.usesSum from FileRow f where f.id = :id", Object[].class)
                .setParameter("id", row.id())
                .getResultList()
                .stream()
                .allMatch(kept -> chunks.stored(unit, row.id()).equals(kept[0])
                        && chunks.usesSum(unit, row.id()).equals(kept[1])));
        return isWhole ? row : new RowState(row.id(), row.head(), shape(tenant) + DAMAGED);
    }
}
