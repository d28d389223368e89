package org.yichuang.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.bench.Network;

/** The assembled distribution as a process of its own: for what only a process can suffer. */
public final class Platform implements AutoCloseable {
    /**
     * What begins often and lives for minutes costs half the processor time without the second compiler; the first one
     * alone would have room for a fifth of what a platform compiles.
     */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    /** What accounts and passwords are configured with. */
    static final String IDENTITY = "org.yichuang.identity.cfg";

    private static final String JAVA_OPTIONS = "EXTRA_JAVA_OPTS";
    private static final Pattern NODE = Pattern.compile("This container is node (\\S+)");
    private static final long START_LIMIT = TimeUnit.SECONDS.toNanos(1200);

    private final Path home;
    private final int port;
    private final int sshPort;
    private final int jmxPort;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Thread atExit = new Thread(this::kill);
    private final Map<String, String> environment = new HashMap<>();
    private final String password = UUID.randomUUID().toString();
    private Process process;

    private Platform(Path home) throws IOException {
        this.home = home;
        this.port = FreePort.next();
        this.sshPort = FreePort.next();
        this.jmxPort = FreePort.next();
        environment.put("YICHUANG_PORT", String.valueOf(port));
        environment.put("YICHUANG_SSH_PORT", String.valueOf(sshPort));
        environment.put("YICHUANG_JMX_PORT", String.valueOf(jmxPort));
        environment.put("YICHUANG_JMX_SERVER_PORT", String.valueOf(FreePort.next()));
        // Whoever runs the tests may have an instance of his own
        environment.put("KARAF_BASE", home.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(JAVA_OPTIONS, String.join(" ", SHORT_LIVED));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Unpacks the distribution and lays the demonstration over it, to be measured as an operator has it. */
    public static Platform asDelivered(String name) throws IOException, InterruptedException {
        Platform platform = empty(name);
        run(platform.home, Map.of(), "cp", "-R", "demonstration/.", "etc/");
        platform.environment.remove(JAVA_OPTIONS);
        return platform;
    }

    /** Unpacks the distribution into a folder of its own and lays the demonstration over it; nothing runs yet. */
    public static Platform unpacked(String name) throws IOException, InterruptedException {
        Platform platform = asDelivered(name).with(JAVA_OPTIONS, String.join(" ", SHORT_LIVED));
        cheapPasswords(platform.etc().resolve(IDENTITY));
        return platform;
    }

    /** Unpacks the distribution into a folder of its own, as an operator would; nothing runs yet. */
    public static Platform empty(String name) throws IOException, InterruptedException {
        Path folder = Path.of("target", "platforms").toAbsolutePath();
        Files.createDirectories(folder);
        Path home = Files.createTempDirectory(folder, name + "-");
        String archive = System.getProperty("yichuang.distribution");
        run(home, Map.of(), "tar", "-xzf", archive, "--strip-components=1", "-C", home.toString());
        Platform platform = new Platform(home);
        return platform.withOperator("karaf", platform.password, "_g_:admingroup");
    }

    /** A hundred accounts of the usual cost would take more than half of the processor time of a start. */
    static void cheapPasswords(Path configuration) throws IOException {
        Files.writeString(configuration, "\nargon2.memory = 64\nargon2.iterations = 1\n", StandardOpenOption.APPEND);
    }

    /** Adds somebody who may sign in to its shell, with roles and groups. */
    public Platform withOperator(String name, String secret, String roles) throws IOException {
        Files.writeString(
                home.resolve("etc/users.properties"),
                "\n" + name + " = " + secret + "," + roles + "\n",
                StandardOpenOption.APPEND);
        return this;
    }

    /** Sets a variable of its environment, before it is started. */
    public Platform with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Has it work beside another one, on the same database: with the other's journal key, as all containers of one
     * database must, and with the passwords of the same people. The other one has been started before.
     */
    public Platform beside(Platform other) throws IOException {
        Files.createDirectories(home.resolve("keys"));
        for (String shared : List.of("keys/journal.key", "demo-accounts.csv")) {
            Files.copy(other.home.resolve(shared), home.resolve(shared), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return this;
    }

    /** Where its configuration lies. */
    public Path etc() {
        return home.resolve("etc");
    }

    /** Where it lives. */
    public Path home() {
        return home;
    }

    /** Its address. */
    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Starts it, and returns when it says that it is ready. */
    public Platform start() throws IOException, InterruptedException {
        Path output = home.resolve("start.log");
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        long end = System.nanoTime() + START_LIMIT;
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                kill();
                throw new IllegalStateException("The platform does not come up: " + Faults.of(home));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return this;
    }

    /** Whether it says that it is ready. */
    public boolean ready() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(base().resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Its people. */
    public Network network() throws IOException {
        return new Network(base(), Network.read(home.resolve("demo-accounts.csv")));
    }

    /**
     * Ends it as a power failure would: no hook runs, nothing is flushed. Its script ends when its Java is gone for
     * good; until then ports are taken and the next start would be refused.
     */
    public void kill() {
        if (process != null) {
            List<ProcessHandle> children = process.descendants().toList();
            children.forEach(ProcessHandle::destroyForcibly);
            if (!children.isEmpty()) {
                process.onExit()
                        .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                        .join();
            }
            Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList()
                    .forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }

    /** Tells it to end, as whoever restarts it does; returns when it has. */
    public void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        if (process.onExit().completeOnTimeout(null, 90, TimeUnit.SECONDS).join() == null) {
            kill();
            throw new IllegalStateException("The platform does not end: " + Faults.of(home));
        }
    }

    /** Stops it in its tracks, as a machine that is suspended. */
    public void freeze() throws IOException, InterruptedException {
        Signals.freeze(process.toHandle());
    }

    /** Has it go on. */
    public void thaw() throws IOException, InterruptedException {
        Signals.thaw(process.toHandle());
    }

    /** The name by which it holds leases since its last start; empty before it has one. */
    public String node() throws IOException {
        String name = "";
        for (String line : Faults.log(home)) {
            Matcher said = NODE.matcher(line);
            name = said.find() ? said.group(1) : name;
        }
        return name;
    }

    /** Runs a shell command in it and returns what it printed. */
    public String shell(String command) throws IOException, InterruptedException {
        return run(
                home,
                environment,
                home.resolve("bin/client").toString(),
                "-a",
                String.valueOf(sshPort),
                "-h",
                "127.0.0.1",
                "-u",
                "karaf",
                "-p",
                password,
                "-r",
                "20",
                command);
    }

    /** The process of its Java. */
    long java() {
        return process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseGet(process::toHandle)
                .pid();
    }

    /** Where its shell listens. */
    public int sshPort() {
        return sshPort;
    }

    /** Where the registry of its JMX connector listens. */
    public int jmxPort() {
        return jmxPort;
    }

    /** The password of the administrator {@code karaf}. */
    public String password() {
        return password;
    }

    /** Fails unless the operators' command finds the audit trail of every centre sound. */
    public void auditIsSound() throws IOException, InterruptedException {
        String printed = shell("audit:verify --all");
        int sound = printed.split("\\bsound\\b", -1).length - 1;
        if (sound != 6 || printed.contains("FAIL")) {
            throw new AssertionError(printed);
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(300, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
