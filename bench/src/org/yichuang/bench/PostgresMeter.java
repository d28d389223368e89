package org.yichuang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** What PostgreSQL did between two moments: commits, WAL, and statements where they are counted. */
public final class PostgresMeter implements AutoCloseable {
    private final Connection connection;
    private final boolean statementsCounted;
    private Reading before;

    /** Connects as a superuser; statements are counted when {@code pg_stat_statements} is loaded. */
    public PostgresMeter(String url) throws SQLException {
        this.connection = DriverManager.getConnection(url);
        this.statementsCounted = counts();
    }

    /** Begins anew. */
    public void start() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            if (statementsCounted) {
                statement.execute("SELECT pg_stat_statements_reset()");
            }
        }
        before = read();
    }

    /** What one life took since {@link #start}. */
    public String report(String kind, int lives) throws SQLException {
        Reading after = read();
        double seconds = (after.nanos - before.nanos) / 1e9;
        String statements = statementsCounted
                ? String.format(Locale.ROOT, "%.1f statements, ", (after.statements - before.statements) / (double) lives)
                : "(statements not counted: pg_stat_statements is not loaded) ";
        return String.format(Locale.ROOT,
                "%-9s per life: %s%.1f commits, %.1f kB WAL (of it %.1f full pages); %d lives in %.1f s, timers included",
                kind, statements, (after.commits - before.commits) / (double) lives,
                (after.wal - before.wal) / 1024.0 / lives, (after.pages - before.pages) / (double) lives, lives, seconds);
    }

    /** The statements that were executed most since {@link #start}, one a line with their number. */
    public String mostFrequent(int most) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 150)"
                        + " FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid"
                        + " WHERE d.datname = current_database() ORDER BY calls DESC LIMIT " + most)) {
            while (rows.next()) {
                text.append(String.format("%7d  %s%n", rows.getLong(1), rows.getString(2)));
            }
        }
        return text.toString();
    }

    public boolean statementsCounted() {
        return statementsCounted;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Reading read() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            Reading reading = new Reading();
            reading.nanos = System.nanoTime();
            reading.commits = number(statement,
                    "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
            reading.wal = number(statement, "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
            reading.pages = number(statement, "SELECT wal_fpi FROM pg_stat_wal");
            if (statementsCounted) {
                reading.statements = number(statement, "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s"
                        + " JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = current_database()");
            }
            return reading;
        }
    }

    private boolean counts() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_stat_statements'") == 0
                    || !text(statement, "SHOW shared_preload_libraries").contains("pg_stat_statements")) {
                return false;
            }
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            return true;
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        return Long.parseLong(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static final class Reading {
        private long nanos;
        private long commits;
        private long wal;
        private long pages;
        private long statements;
    }
}
