package org.yichuang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The yardstick of a life: what a careful programmer would write by hand for the same rows on the same server. Five steps,
 * each a transaction of its own that writes the case's row, a row of the step and one of the audit; no checks, no HTTP.
 */
public final class HandWritten implements AutoCloseable {
    private static final int STEPS = 5;
    /** About what the platform writes: a case's content, a step's, an audit entry's. */
    private static final String CASE = "{\"form\":\"" + "x".repeat(1800) + "\"}";
    private static final String STEP = "{\"step\":\"" + "x".repeat(280) + "\"}";
    private static final String AUDIT = "{\"details\":\"" + "x".repeat(500) + "\"}";

    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final Semaphore connections;
    private final String url;

    /** Makes the tables anew in a schema of its own, and as many connections as there will be clients at the most. */
    public HandWritten(String url, int clients) throws SQLException {
        this.url = url;
        this.connections = new Semaphore(clients);
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS yardstick CASCADE");
            statement.execute("CREATE SCHEMA yardstick");
            statement.execute("CREATE TABLE yardstick.cases (tenant varchar(40), number varchar(40), state varchar(20),"
                    + " version int, due date, content text, PRIMARY KEY (tenant, number))");
            statement.execute("CREATE INDEX ON yardstick.cases (tenant, state, due)");
            statement.execute("CREATE TABLE yardstick.step (tenant varchar(40), number varchar(40), seq int, content text,"
                    + " PRIMARY KEY (tenant, number, seq))");
            statement.execute("CREATE TABLE yardstick.audit (tenant varchar(40), chain varchar(60), seq int,"
                    + " hash varchar(64), content text, PRIMARY KEY (tenant, chain, seq))");
        }
        for (int i = 0; i < clients; i++) {
            Connection connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            idle.add(connection);
        }
    }

    /** One life. */
    public void life() {
        connections.acquireUninterruptibly();
        Connection connection = idle.remove();
        try {
            String number = UUID.randomUUID().toString();
            for (int step = 1; step <= STEPS; step++) {
                write(connection, number, step);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            idle.add(connection);
            connections.release();
        }
    }

    private static void write(Connection connection, String number, int step) throws SQLException {
        String row = step == 1
                ? "INSERT INTO yardstick.cases (state, version, content, tenant, number, due)"
                        + " VALUES (?, ?, ?, 'haiyang', ?, current_date)"
                : "UPDATE yardstick.cases SET state = ?, version = ?, content = ? WHERE tenant = 'haiyang' AND number = ?";
        try (PreparedStatement statement = connection.prepareStatement(row)) {
            statement.setString(1, "STATE" + step);
            statement.setInt(2, step);
            statement.setString(3, CASE);
            statement.setString(4, number);
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO yardstick.step VALUES ('haiyang', ?, ?, ?)")) {
            statement.setString(1, number);
            statement.setInt(2, step);
            statement.setString(3, STEP);
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO yardstick.audit VALUES ('haiyang', ?, ?, ?, ?)")) {
            statement.setString(1, "case/" + number);
            statement.setInt(2, step);
            statement.setString(3, "0".repeat(64));
            statement.setString(4, AUDIT);
            statement.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA yardstick CASCADE");
        }
    }
}
