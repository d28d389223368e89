package org.yichuang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What PostgreSQL did between two moments: statements, commits and WAL; needs {@code pg_stat_statements} loaded. */
public final class PostgresMeter implements AutoCloseable {
    /**
     * The platform's statements. The driver's BEGIN travels with the statement after it and costs no round trip; its
     * COMMIT does and is counted, but the extension does not show it: there are as many as BEGINs.
     */
    private static final String OF_PLATFORM = " FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
            + " WHERE d.datname = current_database() AND s.userid <> (SELECT oid FROM pg_roles WHERE rolname = current_user)";

    private static final String IS_SCOPE = "query LIKE '%set_config(''yichuang.tenant''%'";

    private final Connection connection;
    private Reading before;

    /** Connects as a superuser, who must be another one than the platform's. */
    public PostgresMeter(String url) throws SQLException {
        this.connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    /** Begins anew. */
    public void start() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_statements_reset()");
        }
        before = read();
    }

    /** What each of so many lives took since {@link #start}; the platform's timers ran all the while and are in it. */
    public Weight weight(int lives) throws SQLException {
        Reading after = read();
        return new Weight(
                (after.statements - before.statements) / (double) lives,
                (after.commits - before.commits) / (double) lives,
                (after.scopes - before.scopes) / (double) lives,
                (after.wal - before.wal) / 1024.0 / lives,
                (after.pages - before.pages) / (double) lives,
                lives,
                (after.nanos - before.nanos) / 1e9);
    }

    /** The statements that were executed most since {@link #start}, one a line with their number. */
    public String mostFrequent(int most) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 140)"
                        + OF_PLATFORM + " ORDER BY calls DESC LIMIT " + most)) {
            while (rows.next()) {
                text.append(String.format("%7d  %s%n", rows.getLong(1), rows.getString(2)));
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Reading read() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT"
                        + " (SELECT coalesce(sum(calls), 0)" + OF_PLATFORM + " AND query <> 'COMMIT' AND NOT " + IS_SCOPE + "),"
                        + " (SELECT coalesce(sum(calls), 0)" + OF_PLATFORM + " AND query = 'BEGIN'),"
                        + " (SELECT coalesce(sum(calls), 0)" + OF_PLATFORM + " AND " + IS_SCOPE + "),"
                        + " pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0'),"
                        + " (SELECT wal_fpi FROM pg_stat_wal)")) {
            row.next();
            return new Reading(
                    System.nanoTime(),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5));
        }
    }

    /**
     * What one life takes.
     *
     * @param statements statements, commits included
     * @param commits commits
     * @param scopes how often the server was told whose rows a transaction sees, where its row-level security asks for
     *     it; not among the statements
     * @param walKilobytes write-ahead log
     * @param fullPages pages written whole into it after a checkpoint
     * @param lives how many were measured
     * @param seconds how long
     */
    public record Weight(
            double statements,
            double commits,
            double scopes,
            double walKilobytes,
            double fullPages,
            int lives,
            double seconds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT,
                    "%.1f statements (of them %.1f commits) and %.1f names of centres for row-level security,"
                            + " %.1f kB WAL (%.2f full pages) per life; %d lives in %.1f s, timers included",
                    statements, commits, scopes, walKilobytes, fullPages, lives, seconds);
        }
    }

    private record Reading(long nanos, long statements, long commits, long scopes, long wal, long pages) {}
}
