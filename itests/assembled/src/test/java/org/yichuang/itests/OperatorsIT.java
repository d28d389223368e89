package org.yichuang.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.yichuang.bench.Session;

/** What those who run the platform may see and do, and what they may not. */
public class OperatorsIT {
    @ClassRule
    public static final Timeout LIMIT = Timeout.seconds(1800);

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static Platform platform;

    @BeforeClass
    public static void start() throws Exception {
        platform = Platform.unpacked("operators")
                .withOperator("eve", "evesecret", "viewer,ssh")
                .start();
    }

    @AfterClass
    public static void stop() {
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    public void aViewerMayUseNoneOfOurCommands() throws Exception {
        for (String command : new String[] {
            "tenant:list",
            "module:off laishan linkage",
            "calendar:list",
            "audit:verify --all",
            "account:security-admin haiyang takeover",
            "catalogue:list haiyang",
            "case:trace 1",
            "exchange:list",
            "yichuang:doctor"
        }) {
            String printed = over("eve", "evesecret", command);
            assertTrue(command + ": " + printed, printed.contains("Command not found"));
        }
        assertTrue(over("karaf", platform.password(), "module:list laishan").contains("linkage"));
    }

    @Test
    public void aCommandWithoutARuleIsTheAdministratorsToo() throws Exception {
        String printed = over("eve", "evesecret", "package:exports");
        assertTrue(printed, printed.contains("Insufficient credentials"));
        assertTrue(over("karaf", platform.password(), "package:exports").contains("org.yichuang.kernel.api"));
    }

    @Test
    public void noFileIsFetchedOverSsh() throws Exception {
        byte[] hello = {0, 0, 0, 5, 1, 0, 0, 0, 3};
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (SshClient client = client();
                ClientSession session = session(client, "karaf", platform.password());
                ChannelSubsystem channel = session.createSubsystemChannel("sftp")) {
            channel.setIn(new ByteArrayInputStream(hello));
            channel.setOut(answer);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TimeUnit.SECONDS.toMillis(10));
        }
        assertEquals("nobody answers the client's hello", 0, answer.size());
    }

    @Test
    public void nothingIsListedWhereNothingIsServed() throws Exception {
        assertEquals(404, platform.network().anybody().get("/cxf").status());
        assertEquals(404, platform.network().anybody().get("/cxf/services").status());
    }

    @Test
    public void monitoringSeesWhatHasPassedThroughEachRoute() throws Exception {
        String token =
                Files.readString(platform.home().resolve("keys/metrics.token")).strip();
        Session monitoring = platform.network().anybody();
        Wait.upTo(PATIENCE).until("figures of the routes", () -> {
            String figures = monitoring
                    .send(monitoring
                            .request("/metrics")
                            .header("Authorization", "Bearer " + token)
                            .GET())
                    .expect(200)
                    .text();
            return figures.lines()
                            .anyMatch(line -> line.startsWith("yichuang_camel_exchanges_total{")
                                    && line.contains("route=\"linkage-out\""))
                    && figures.contains("yichuang_camel_exchange_seconds_total{")
                    && figures.contains("yichuang_camel_exchanges_inflight{");
        });
    }

    @Test
    public void aLineOfTheLogNamesTheRequestAndIsWhole() throws Exception {
        String log = Files.readString(platform.home().resolve("data/log/karaf.log"));
        assertFalse(log.isEmpty());
        String pattern = Files.readString(platform.etc().resolve("org.ops4j.pax.logging.cfg"));
        assertTrue(pattern, pattern.contains("%X{request} %X{tenant}"));
        assertFalse(pattern, pattern.contains("%.-500m"));
    }

    @Test
    public void noContainerOfABundleGivesUpWaiting() throws Exception {
        try (Stream<Path> bundles = Files.walk(platform.home().resolve("system/org/yichuang"))) {
            for (Path bundle :
                    bundles.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile jar = new JarFile(bundle.toFile())) {
                    String name = jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
                    assertTrue(bundle.toString(), name.matches(".*;\\s*blueprint.timeout:=\"?2147483647\"?"));
                }
            }
        }
    }

    @Test
    public void administratorsReadTheMachineOverJmx() throws Exception {
        JMXServiceURL url =
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + platform.jmxPort() + "/karaf-root");
        Map<String, Object> environment = Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", platform.password()});
        try (JMXConnector connector = JMXConnectorFactory.connect(url, environment)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            assertTrue((Integer) server.getAttribute(new ObjectName("java.lang:type=Threading"), "ThreadCount") > 10);
        }
        Map<String, Object> nobody = Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "wrong"});
        assertThrows(SecurityException.class, () -> JMXConnectorFactory.connect(url, nobody));
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        return client;
    }

    private static ClientSession session(SshClient client, String user, String password) throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", platform.sshPort())
                .verify(PATIENCE)
                .getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(PATIENCE);
        return session;
    }

    private static String over(String user, String password, String command) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (SshClient client = client();
                ClientSession session = session(client, user, password);
                ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE.toMillis());
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
