package org.yichuang.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL with an empty database for a platform. */
public final class Postgres implements AutoCloseable {
    private static final String NAME = "yichuang";

    private static final String OWNER = "yichuang_owner";

    private final EmbeddedPostgres server;
    private final boolean isOfTwoRoles;
    private ProcessHandle process;

    private Postgres(EmbeddedPostgres server, boolean isOfTwoRoles) {
        this.server = server;
        this.isOfTwoRoles = isOfTwoRoles;
    }

    /** Starts one in which the platform's role owns the tables; statements are counted. */
    public static Postgres started() throws IOException, SQLException {
        return started(false);
    }

    /** Starts one in which another role owns the tables, so that row-level security binds the platform's. */
    public static Postgres ofTwoRoles() throws IOException, SQLException {
        return started(true);
    }

    private static Postgres started(boolean isOfTwoRoles) throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "100")
                // A checkpoint amid a measurement would add whole pages to the WAL of whoever comes next
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + NAME + "'");
            statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + (isOfTwoRoles ? OWNER : NAME));
        }
        return new Postgres(server, isOfTwoRoles);
    }

    /** Lays the example files over the platform's data source, and changes nothing else. */
    public Platform serves(Platform platform) throws IOException {
        layExample(platform, "org.ops4j.datasource-yichuang.cfg");
        if (isOfTwoRoles) {
            layExample(platform, "org.ops4j.datasource-yichuang-owner.cfg");
            platform.with("YICHUANG_DB_OWNER", "yichuang-owner")
                    .with("YICHUANG_DB_OWNER_USER", OWNER)
                    .with("YICHUANG_DB_OWNER_PASSWORD", OWNER);
        }
        return platform.with("YICHUANG_DB_HOST", "localhost")
                .with("YICHUANG_DB_PORT", String.valueOf(server.getPort()))
                .with("YICHUANG_DB_NAME", NAME)
                .with("YICHUANG_DB_USER", NAME)
                .with("YICHUANG_DB_PASSWORD", NAME);
    }

    private static void layExample(Platform platform, String file) throws IOException {
        Files.copy(
                platform.etc().resolve("examples").resolve(file),
                platform.etc().resolve(file),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Has it say nothing until it goes on; its connections stay open. */
    void freeze() throws SQLException, IOException, InterruptedException {
        Signals.freeze(process());
    }

    /** Has it go on. */
    void thaw() throws IOException, InterruptedException {
        if (process != null) {
            Signals.thaw(process);
        }
    }

    /** The process that has started all others of the server. */
    private ProcessHandle process() throws SQLException {
        if (process == null) {
            String file = texts("SELECT pg_read_file('postmaster.pid')").get(0);
            process = ProcessHandle.of(Long.parseLong(file.lines().findFirst().orElseThrow()))
                    .orElseThrow();
        }
        return process;
    }

    /** How a superuser reaches it. */
    public String url() {
        return server.getJdbcUrl("postgres", NAME);
    }

    /** The first column of an answer, asked by a superuser. */
    List<String> texts(String question) throws SQLException {
        return texts(url(), question);
    }

    /** The same, asked by the role that the platform works as. */
    List<String> textsOfThePlatform(String question) throws SQLException {
        return texts(server.getJdbcUrl(NAME, NAME) + "&password=" + NAME, question);
    }

    private static List<String> texts(String url, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
