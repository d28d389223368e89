package org.yichuang.itests;

import java.nio.file.Files;
import java.time.Duration;

/** Runs a command beside a fresh platform on a fresh PostgreSQL; {@code bench/with-postgres} starts it. */
public final class WithPostgres {
    private WithPostgres() {}

    public static void main(String[] command) throws Exception {
        int status;
        boolean isOfTwoRoles = "2".equals(System.getenv("YICHUANG_PG_ROLES"));
        try (Postgres postgres = isOfTwoRoles ? Postgres.ofTwoRoles() : Postgres.started();
                Platform platform =
                        postgres.serves(Platform.asDelivered("bench")).start()) {
            // Written while the container is already serving
            Wait.upTo(Duration.ofMinutes(5))
                    .until(
                            "the accounts of the demonstration",
                            () -> Files.exists(platform.home().resolve("demo-accounts.csv")));
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment()
                    .put("YICHUANG_PORT", String.valueOf(platform.base().getPort()));
            builder.environment().put("YICHUANG_DATA", platform.home().toString());
            builder.environment().put("YICHUANG_PG", postgres.url());
            status = builder.start().waitFor();
        }
        System.exit(status);
    }
}
