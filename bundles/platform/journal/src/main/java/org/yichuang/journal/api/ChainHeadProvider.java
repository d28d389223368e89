package org.yichuang.journal.api;

import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;

/**
 * SPI: a kind of rows that the audit trail proves. A module gives one for each table whose rows are aggregates or parts
 * of them; {@code JpaChainHeads} is one for any JPA entity.
 */
public interface ChainHeadProvider {
    /** The kind of thing, as in {@link AuditEntry#aggregateType()} or {@code RowDigests.detail}. */
    String aggregateType();

    /**
     * Returns up to {@code most} rows in the database's order of their ids; fewer only at the end.
     *
     * @param after only rows behind this id, all when empty
     */
    List<RowState> rows(TenantId tenant, Optional<String> after, int most);

    /**
     * Returns the same rows with digests over the columns that a table had when its shape was another one; none when
     * these cannot be told any more, or are not all there.
     *
     * @param shape what digests began with then, as {@link #shape} gave it
     */
    default List<RowState> rows(TenantId tenant, Optional<String> after, int most, String shape) {
        return List.of();
    }

    /** Returns one row as it stands now, empty when there is none. */
    Optional<RowState> row(TenantId tenant, String id);

    /** Names what the digests cover at present: digests with another beginning than this are not comparable. */
    String shape(TenantId tenant);

    /**
     * A row as it stands.
     *
     * @param id which one
     * @param head the end of its audit chain as it keeps it; empty when the row is part of another's chain
     * @param digest as {@code RowDigests.written} gives it
     */
    record RowState(String id, Optional<ChainHead> head, String digest) {}
}
