package org.yichuang.tenancy.internal.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.domain.TenantRow;

/** The rows of centres and of what files have said about them. */
public class TenantRows {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRows.class);
    private static final String TABLE = "TENANCY_CENTRE";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    /** Returns the number of the last change. */
    public long revision(Connection connection) {
        return Jdbc.list(connection, "SELECT REVISION FROM TENANCY_REVISION", row -> row.getLong(1))
                .get(0);
    }

    /**
     * Counts a change, and holds whoever else changes something until this transaction ends.
     *
     * @param seen the number that the caller has judged by
     * @return whether nobody has changed anything since
     */
    public boolean advance(Connection connection, long seen) {
        return Jdbc.update(connection, "UPDATE TENANCY_REVISION SET REVISION=REVISION+1 WHERE REVISION=?", seen) == 1;
    }

    /** Returns the rows that were changed after a revision; one of what no centre can be called is passed over. */
    public List<TenantRow> changedSince(Connection connection, long revision) {
        return Jdbc.list(
                        connection,
                        "SELECT TENANT, SOURCE, SETTINGS, REVISION, IS_REMOVED FROM TENANCY_CENTRE WHERE REVISION>? ORDER BY REVISION",
                        TenantRows::row,
                        revision)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<TenantRow> row(ResultSet row) throws SQLException {
        String id = row.getString(1);
        if (!TenantId.isWellFormed(id)) {
            LOG.error("TENANCY_CENTRE holds a row of {}, which no centre can be called: it is passed over", id);
            return Optional.empty();
        }
        return Optional.of(new TenantRow(
                new TenantId(id), row.getString(2), read(row.getString(3)), row.getLong(4), row.getInt(5) != 0));
    }

    /** Returns a centre's row as it stands, with the end of its audit chain, if it was ever here. */
    public Optional<RowState> state(Connection connection, TenantId id) {
        return Jdbc.list(
                        connection,
                        "SELECT CHAIN_LENGTH, CHAIN_HASH, SOURCE, SETTINGS, IS_REMOVED, REVISION FROM TENANCY_CENTRE"
                                + " WHERE TENANT=?",
                        row -> new RowState(
                                id.value(),
                                Optional.of(new ChainHead(row.getLong(1), row.getString(2))),
                                digest(id, row.getString(3), row.getString(4), row.getInt(5), row.getLong(6))),
                        id.value())
                .stream()
                .findFirst();
    }

    /** The digest of the row that a centre is written to. */
    public static String digest(TenantRow row) {
        return digest(row.id(), row.source(), write(row.values()), row.isRemoved() ? 1 : 0, row.revision());
    }

    private static String digest(TenantId id, String source, String settings, int removed, long revision) {
        return RowDigests.of(
                TABLE, id, Map.of("SOURCE", source, "SETTINGS", settings, "IS_REMOVED", removed, "REVISION", revision));
    }

    /** What the digests of rows cover at present. */
    public static String shape() {
        return RowDigests.shapeOf(TABLE, Set.of("SOURCE", "SETTINGS", "IS_REMOVED", "REVISION"));
    }

    /** Writes a row, new or not. */
    public void save(Connection connection, TenantRow row, ChainHead head) {
        Object[] values = {
            row.source(),
            write(row.values()),
            row.isRemoved() ? 1 : 0,
            row.revision(),
            head.sequence(),
            head.hash(),
            row.id().value()
        };
        int updated = Jdbc.update(
                connection,
                "UPDATE TENANCY_CENTRE SET SOURCE=?, SETTINGS=?, IS_REMOVED=?, REVISION=?, CHAIN_LENGTH=?, CHAIN_HASH=?"
                        + " WHERE TENANT=?",
                values);
        if (updated == 0) {
            Jdbc.update(
                    connection,
                    "INSERT INTO TENANCY_CENTRE (SOURCE, SETTINGS, IS_REMOVED, REVISION, CHAIN_LENGTH, CHAIN_HASH, TENANT)"
                            + " VALUES (?,?,?,?,?,?,?)",
                    values);
        }
    }

    /** Tells whether a file with this content was taken before. */
    public boolean wasImported(Connection connection, String source, String digest) {
        return !Jdbc.list(
                        connection,
                        "SELECT DIGEST FROM TENANCY_IMPORT WHERE SOURCE=? AND DIGEST=?",
                        row -> row.getString(1),
                        source,
                        digest)
                .isEmpty();
    }

    /** Returns the digests of all files that were ever taken, as {@code source digest}. */
    public List<String> imports(Connection connection) {
        return Jdbc.list(
                connection,
                "SELECT SOURCE, DIGEST FROM TENANCY_IMPORT",
                row -> row.getString(1) + " " + row.getString(2));
    }

    /** Notes that a file with this content has been taken. */
    public void noteImport(Connection connection, String source, String digest) {
        if (!wasImported(connection, source, digest)) {
            Jdbc.update(connection, "INSERT INTO TENANCY_IMPORT (SOURCE, DIGEST) VALUES (?,?)", source, digest);
        }
    }

    /** The settings as one text, always the same for the same settings. */
    public static String write(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts that cannot be written as JSON", e);
        }
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            // One row that somebody has spoilt stops only its own centre, which is then told as refused
            return Map.of();
        }
    }
}
