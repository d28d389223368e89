package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** The assembly as an operator unpacks it: nobody is there, nothing is switched on, nothing of the demonstration. */
public class EmptyAssemblyIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    public void theFirstStartIsEmptyAndTheFirstCentreGetsItsFirstAccount() throws Exception {
        try (Platform platform = Platform.empty("empty")) {
            assertEquals(List.of(), files(platform.etc()));
            platform.start();
            assertFalse(Files.exists(platform.home().resolve("demo-accounts.csv")));
            assertTrue(platform.shell("tenant:list").contains("没有中心"));

            Files.copy(
                    platform.etc().resolve("examples/org.yichuang.tenant-example.cfg"),
                    platform.etc().resolve("org.yichuang.tenant-example.cfg"));
            Wait.upTo(SOON)
                    .until("taken over", () -> printed(platform, "tenant:list").contains("示例市政务服务中心"));
            String opened = platform.shell("account:security-admin example chen");
            assertTrue(opened, opened.contains("chen"));
        }
    }

    private static String printed(Platform platform, String command) {
        try {
            return platform.shell(command);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path etc) throws Exception {
        try (Stream<Path> all = Files.list(etc)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("org.yichuang."))
                    .toList();
        }
    }
}
