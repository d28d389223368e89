package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.yichuang.bench.CaseLives;
import org.yichuang.bench.Network;

/**
 * The data folder of an installation of the first version, on which the three journeys had been played, under the
 * present
 * program: {@code upgrade/first-version.tar.gz} holds its database, keys, anchors, centres and (made-up) accounts.
 */
public class UpgradeIT {
    private static final String DELIVERED = "370687-20261128-FE1SAQEAQW";
    private static final String DECIDED_ABOVE = "370600-20261128-FE20W3GVFV";

    @Rule
    public final Timeout limit = Timeout.seconds(1800);

    private Platform platform;

    @After
    public void end() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    public void theFirstVersionsDataAreThereAndGoOn() throws Exception {
        platform = Platform.unpacked("upgrade");
        layOver(platform.home());
        platform.start();
        Network network = platform.network();

        assertEquals("DELIVERED", state(network, "haiyang", DELIVERED));
        assertEquals("GRANTED", state(network, "yantai", DECIDED_ABOVE));
        assertEquals(
                List.of("submit", "accept", "pre-review"),
                actions(network, DELIVERED).subList(0, 3));
        platform.auditIsSound();
        Wait.upTo(Duration.ofSeconds(480))
                .until("what belongs to people is encrypted", () -> actions(network, DELIVERED)
                        .contains("encrypt-personal-data"));
        assertEquals("DELIVERED", state(network, "haiyang", DELIVERED));
        platform.auditIsSound();

        CaseLives lives = new CaseLives(network);
        lives.unlinked();
        lives.linked();
        platform.auditIsSound();
    }

    private static String state(Network network, String tenant, String number) {
        return network.as(tenant, "clerk")
                .get("/api/" + tenant + "/cases/" + number)
                .expect(200)
                .text("state");
    }

    private static List<String> actions(Network network, String number) {
        List<String> actions = new ArrayList<>();
        network.as("haiyang", "clerk")
                .get("/api/haiyang/cases/" + number + "/journal")
                .expect(200)
                .json()
                .path("items")
                .forEach(step -> actions.add(step.path("action").asText()));
        assertTrue(number + " has steps", actions.size() > 5);
        return actions;
    }

    private static void layOver(Path home) throws Exception {
        Path archive = Files.createTempFile(home, "first-version", ".tar.gz");
        try (InputStream in = UpgradeIT.class.getResourceAsStream("/upgrade/first-version.tar.gz")) {
            Files.write(archive, in.readAllBytes());
        }
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", home.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        Files.delete(archive);
    }
}
