package org.yichuang.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yichuang.bench.Network;

/**
 * Two containers of the assembled distribution on one PostgreSQL, each with a folder, ports and a process of its own:
 * for what only several of them can suffer. The module that uses every socket is on at a county and the city above it.
 */
public final class TwoNodes implements AutoCloseable {
    /** The county that has the module of all sockets. */
    static final String CENTRE = "haiyang";
    /** The city above it, which has it too. */
    static final String ABOVE = "yantai";
    /** Where that module is found. */
    static final String SOCKETS = "/api/" + CENTRE + "/sockets";

    private static final List<String> CENTRES = List.of(CENTRE, ABOVE);
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String SERIES =
            "SELECT 1 FROM DOCUMENTS_NUMBER WHERE TENANT='" + CENTRE + "' AND SERIES LIKE 'M/%' FOR UPDATE";
    private static final String WAITING = "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";

    private final Postgres postgres;
    private final List<Platform> nodes = new ArrayList<>();
    private final List<Network> people = new ArrayList<>();
    private final boolean[] runs = {true, true};

    private TwoNodes(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Starts both, one after the other, on an empty database. */
    public static TwoNodes started(String name) throws Exception {
        TwoNodes pair = new TwoNodes(Postgres.ofTwoRoles());
        try {
            Platform first = pair.add(Platform.unpacked(name + "-1"));
            pair.add(Platform.unpacked(name + "-2").beside(first));
            pair.installSockets();
            return pair;
        } catch (Exception | AssertionError e) {
            pair.close();
            throw e;
        }
    }

    private Platform add(Platform node) throws IOException, InterruptedException {
        nodes.add(node);
        TenantFile.named(node.home(), "org.yichuang.shell.cfg").set("stop.patience", "PT3S");
        postgres.serves(node).start();
        people.add(node.network());
        return node;
    }

    private void installSockets() throws IOException, InterruptedException {
        for (Platform node : nodes) {
            node.shell("bundle:install -s " + jar().toUri());
        }
        for (String centre : CENTRES) {
            TenantFile.of(at(0).home(), centre).set("policy.sockets.most", "10000");
        }
        switchSockets(true);
    }

    /** Switches the module of all sockets; returns when it is in force everywhere. It has rules for cases, too. */
    void switchSockets(boolean isOn) throws IOException {
        for (String centre : CENTRES) {
            TenantFile file = TenantFile.of(at(0).home(), centre);
            String others = file.get("modules").replace(",sockets", "");
            file.set("modules", isOn ? others + ",sockets" : others);
        }
        int status = isOn ? 200 : 404;
        Wait.upTo(PATIENCE).until("the module of all sockets answers " + status, () -> people.stream()
                .allMatch(each -> CENTRES.stream()
                        .allMatch(centre -> each.as(centre, "clerk")
                                        .get("/api/" + centre + "/sockets")
                                        .status()
                                == status)));
    }

    private static Path jar() throws IOException {
        Path root = Path.of(System.getProperty("yichuang.distribution"))
                .toRealPath()
                .getParent()
                .getParent()
                .getParent();
        try (Stream<Path> built = Files.list(root.resolve("bundles/testing/sockets/target"))) {
            return built.filter(file -> file.getFileName().toString().matches("sockets-.*(?<!-tests|-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One of them, 0 or 1. */
    Platform at(int which) {
        return nodes.get(which);
    }

    /** Those who work at one of them; they stay signed in, also when it is killed. */
    Network people(int which) {
        return people.get(which);
    }

    /** Their database. */
    Postgres postgres() {
        return postgres;
    }

    /** Which of them holds a lease now; -1 when neither does. */
    int holder(String lease) throws SQLException, IOException {
        List<String> held = postgres.texts("SELECT HOLDER FROM JOURNAL_LEASE WHERE LEASE_NAME='" + lease
                + "' AND UNTIL_MICROS > extract(epoch FROM now()) * 1000000");
        for (int which = 0; which < nodes.size(); which++) {
            if (held.contains(at(which).node())) {
                return which;
            }
        }
        return -1;
    }

    /** Kills one as a power failure would. */
    void kill(int which) {
        runs[which] = false;
        at(which).kill();
    }

    /** Has one end in good order and begin again; returns when it is ready. */
    void restart(int which) throws IOException, InterruptedException {
        runs[which] = false;
        at(which).stop();
        at(which).start();
        runs[which] = true;
    }

    /** Starts whichever was killed; returns when both are ready. */
    void bothServe() throws IOException, InterruptedException {
        for (int which = 0; which < nodes.size(); which++) {
            if (!runs[which]) {
                at(which).start();
                runs[which] = true;
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!at(0).ready() || !at(1).ready()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not both are ready: " + faults());
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /**
     * Freezes one at the worst moment: people at both mark things, and it has just been given a lock that all of them
     * wait for.
     *
     * @return the people
     */
    Markers freezeWithLock(int which, String prefix, int people, int marksEach)
            throws IOException, InterruptedException, SQLException {
        new Markers(this, "before-" + prefix, 2, 1).finish(); // or there is no series yet that could be locked
        try (Connection connection = DriverManager.getConnection(postgres.url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery(SERIES).close();
            Markers markers = new Markers(this, prefix, people, marksEach);
            Wait.upTo(PATIENCE).until(() -> "all wait for the next number" + faults(), () -> waiting() >= people);
            at(which).freeze();
            connection.commit();
            return markers;
        }
    }

    private long waiting() {
        try {
            return Long.parseLong(postgres.texts(WAITING).get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What both have complained about. */
    String faults() {
        return Faults.of(at(0).home()) + Faults.of(at(1).home());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Platform::close);
        postgres.close();
    }
}
