package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.bench.Answer;
import org.yichuang.bench.Network;
import org.yichuang.bench.Session;

/** The assembly as an operator unpacks it: nobody is there, nothing is switched on, nothing of the demonstration. */
public class EmptyAssemblyIT {
    private static final Duration SOON = Duration.ofSeconds(180);
    private static final String TOKENS = "/api/example/tokens";
    private static final String ACCOUNTS = "/api/example/accounts";

    @Test
    public void theFirstStartIsEmptyAndTheFirstCentreGetsItsFirstAccount() throws Exception {
        try (Platform platform = Platform.empty("empty")) {
            assertEquals(List.of(), files(platform.etc()));
            platform.start();
            assertFalse(Files.exists(platform.home().resolve("demo-accounts.csv")));
            Wait.upTo(SOON)
                    .until("no centre", () -> printed(platform, "tenant:list").contains("没有中心"));

            Files.copy(
                    platform.etc().resolve("examples/org.yichuang.tenant-example.cfg"),
                    platform.etc().resolve("org.yichuang.tenant-example.cfg"));
            Wait.upTo(SOON)
                    .until("taken over", () -> printed(platform, "tenant:list").contains("示例市政务服务中心"));
            String opened = platform.shell("account:security-admin --json example chen");
            Matcher first = Pattern.compile("\"password\":\"([^\"]+)\"").matcher(opened);
            assertTrue(opened, first.find());
            comesIn(new Network(platform.base(), List.of()), "chen", first.group(1));
        }
    }

    /** The first administrator gets through the second factor and past the first password, and is at work. */
    private static void comesIn(Network network, String account, String first) throws Exception {
        String own = "Own-" + UUID.randomUUID();
        Session anybody = network.anybody();
        anybody.post(TOKENS, Map.of("account", account, "password", first))
                .expectProblem(401, "second-factor-enrolment-required");
        String secret = anybody.post(TOKENS + "/second-factor", Map.of("account", account, "password", first))
                .expect(200)
                .text("secret");
        Telephone telephone = new Telephone(secret);
        String recovery = anybody.post(
                        TOKENS + "/second-factor/confirmation", signIn(account, first, telephone.code(0)))
                .expect(200)
                .json()
                .path("codes")
                .path(0)
                .asText();

        // The next code is good already: a telephone's clock may go a little fast
        Session admitted = network.bearer(anybody.post(TOKENS, signIn(account, first, telephone.code(1)))
                .expect(200)
                .text("token"));
        admitted.get(ACCOUNTS).expectProblem(403, "password-change-required");
        admitted.put(ACCOUNTS + "/me/password", Map.of("current", first, "password", own))
                .expect(204);
        Session working = network.bearer(
                anybody.post(TOKENS, signIn(account, own, recovery)).expect(200).text("token"));
        Answer accounts = working.get(ACCOUNTS).expect(200);
        assertTrue(accounts.text(), accounts.text().contains("\"chen\""));
        anybody.post(TOKENS, signIn(account, first, telephone.code(1))).expectProblem(401, "sign-in-refused");
    }

    private static Map<String, String> signIn(String account, String password, String code) {
        return Map.of("account", account, "password", password, "code", code);
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
