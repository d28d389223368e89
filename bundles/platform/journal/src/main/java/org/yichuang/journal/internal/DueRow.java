package org.yichuang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;

/** A row of the outbox that is due; without a message when its tenant is no tenant id. */
record DueRow(String tenant, String id, Optional<Claimable> message) {
    static DueRow read(ResultSet row) throws SQLException {
        String tenant = row.getString(1);
        return new DueRow(
                tenant,
                row.getString(2),
                TenantId.isWellFormed(tenant) ? Optional.of(Claimable.read(row)) : Optional.empty());
    }
}
