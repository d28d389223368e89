package org.yichuang.itests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL with an empty database for a platform. */
public final class Postgres implements AutoCloseable {
    private static final String NAME = "yichuang";

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one; statements are counted. */
    public static Postgres started() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
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
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
        return new Postgres(server);
    }

    /** Lays the example file over the platform's data source, and changes nothing else. */
    public Platform serves(Platform platform) throws IOException {
        Path file = Path.of("org.ops4j.datasource-yichuang.cfg");
        Files.copy(
                platform.etc().resolve("examples").resolve(file),
                platform.etc().resolve(file),
                StandardCopyOption.REPLACE_EXISTING);
        return platform.with("YICHUANG_DB_HOST", "localhost")
                .with("YICHUANG_DB_PORT", String.valueOf(server.getPort()))
                .with("YICHUANG_DB_NAME", NAME)
                .with("YICHUANG_DB_USER", NAME)
                .with("YICHUANG_DB_PASSWORD", NAME);
    }

    /** How a superuser reaches it. */
    public String url() {
        return server.getJdbcUrl("postgres", NAME);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
