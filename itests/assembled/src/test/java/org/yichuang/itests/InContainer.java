package org.yichuang.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.yichuang.bench.Network;
import org.yichuang.bench.Unanswered;

/** The assembled distribution as it is, with its demonstration network, and the test inside of it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class InContainer {
    private static final String PORT = "yichuang.test.port";
    private static Network network;

    @Rule
    public final Timeout limit = Timeout.seconds(300);

    @Configuration
    public Option[] distribution() throws IOException {
        File archive = new File(System.getProperty("yichuang.distribution"));
        File exam = new File(System.getProperty("exam.repository"));
        String port = freePort();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(archive.toURI().toString())
                    .name("Yichuang")
                    .karafVersion(System.getProperty("karaf.version"))
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            editConfigurationFilePut("etc/system.properties", PORT, port),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", port),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
            // Only for Pax Exam's own bundles; the platform's lie in its system folder
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots," + exam.toURI() + "@id=exam@snapshots"),
        };
    }

    @Before
    public void thePlatformIsReady() {
        Wait.upTo(Duration.ofSeconds(180)).until("ready", () -> anybodyGets("/health/ready") == 200);
    }

    /** The platform in which this test runs, and its people. */
    protected static synchronized Network network() throws IOException {
        if (network == null) {
            network = new Network(base(), Network.read(home().resolve("demo-accounts.csv")));
        }
        return network;
    }

    /** Where it lives. */
    protected static Path home() {
        return Path.of(System.getProperty("karaf.base"));
    }

    private static URI base() {
        return URI.create("http://localhost:" + System.getProperty(PORT));
    }

    private static int anybodyGets(String path) {
        try {
            return new Network(base(), List.of()).anybody().get(path).status();
        } catch (Unanswered e) {
            return 0;
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
