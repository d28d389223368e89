package org.yichuang.itests;

import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.Timeout;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.OptionUtils;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.yichuang.bench.Answer;
import org.yichuang.bench.Network;
import org.yichuang.bench.Unanswered;

/** The assembled distribution as it is, with its demonstration network, and the test inside of it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class InContainer {
    /** Set when all is to be played at length, which takes longer than a build should. */
    static final String DRILL = "yichuang.test.drill";

    private static final String PORT = "yichuang.test.port";
    private static Network network;

    @Rule
    public final Timeout limit = Timeout.seconds(1800);

    @Configuration
    public Option[] distribution() throws IOException {
        String port = freePort();
        return OptionUtils.combine(
                OptionUtils.combine(asKarafStartsIt(), demonstration()),
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("yichuang.distribution"))
                                .toURI()
                                .toString())
                        .name("Yichuang")
                        .karafVersion(System.getProperty("karaf.version"))
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                systemTimeout(TimeUnit.MINUTES.toMillis(10)),
                configureConsole().ignoreLocalConsole(),
                editConfigurationFilePut("etc/system.properties", PORT, port),
                editConfigurationFilePut("etc/system.properties", DRILL, String.valueOf(Boolean.getBoolean(DRILL))),
                editConfigurationFilePut("etc/system.properties", "pax.exam.service.timeout", "480000"),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", port),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", freePort()),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", freePort()),
                // Only for Pax Exam's own bundles; the platform's lie in its system folder
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots,file://"
                                + System.getProperty("exam.repository") + "@id=exam@snapshots"));
    }

    /** The demonstration, laid over {@code etc/} as the script does it. */
    private static Option[] demonstration() throws IOException {
        Path folder = Path.of("../../tenants");
        try (Stream<Path> files = Files.walk(folder)) {
            Stream<Option> laid = files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> file.startsWith("demo") || file.toString().endsWith(".cfg"))
                    .filter(file -> !file.toString().equals(Platform.IDENTITY))
                    .map(file -> replaceConfigurationFile(
                            (file.startsWith("demo") ? "etc/yichuang/" : "etc/") + file,
                            folder.resolve(file).toFile()));
            return Stream.concat(laid, Stream.of(accounts(folder))).toArray(Option[]::new);
        }
    }

    private static Option accounts(Path folder) throws IOException {
        Path changed = Files.createTempFile(Files.createDirectories(Path.of("target", "exam-accounts")), "", ".cfg");
        Files.copy(folder.resolve(Platform.IDENTITY), changed, StandardCopyOption.REPLACE_EXISTING);
        Platform.cheapPasswords(changed);
        return replaceConfigurationFile("etc/" + Platform.IDENTITY, changed.toFile());
    }

    /** The options of {@code bin/karaf} that Pax Exam, which starts Java by itself, does not know. */
    private static Option[] asKarafStartsIt() {
        String version = System.getProperty("karaf.version");
        Stream<String> karafs = Stream.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                "-Xmx768m",
                "-classpath",
                "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
        return Stream.concat(Platform.SHORT_LIVED.stream(), karafs)
                .map(CoreOptions::vmOption)
                .toArray(Option[]::new);
    }

    @Before
    public void thePlatformIsReady() {
        String[] answer = {""};
        Wait.upTo(Duration.ofSeconds(480)).until(() -> "ready: " + answer[0] + Faults.of(home()), () -> {
            answer[0] = anybodyGets("/health/ready");
            return answer[0].startsWith("200");
        });
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

    private static String anybodyGets(String path) {
        try {
            Answer answer = new Network(base(), List.of()).anybody().get(path);
            return answer.status() + " " + answer.text();
        } catch (Unanswered e) {
            return e.toString();
        }
    }

    private static String freePort() throws IOException {
        return String.valueOf(FreePort.next());
    }
}
