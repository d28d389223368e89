package org.yichuang.shell.internal.doctor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ReadinessCheck;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.Fakes;
import org.yichuang.shell.internal.desks.Network;
import org.yichuang.shell.internal.doctor.Finding.Grade;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.Tenants;

public class DoctorTest {
    private static final Settings NOTHING_SET = (pid, key) -> Optional.empty();
    private static final Settings DEMO = (pid, key) -> key.equals("demo") ? Optional.of("true") : Optional.empty();
    private static final Settings TOMORROW =
            (pid, key) -> key.equals("clock.offset") ? Optional.of("P1D") : Optional.empty();

    @Rule
    public final TemporaryFolder base = new TemporaryFolder();

    private final Network network = new Network();
    private final Fakes services = new Fakes().with(network);
    private final Desk desk = new Desk(services);

    @Test
    public void aCheckThatBreaksIsAFindingAndStopsNoOther() {
        Check broken = new Check() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public List<Finding> run() {
                throw new IllegalStateException("no wire");
            }
        };

        Sheet sheet = new Doctor(List.of(broken, new DiskCheck(base.getRoot().toPath()))).examine();

        assertEquals(2, ((List<?>) sheet.data()).size());
        assertEquals("1 项不合格 / 1 checks failed", sheet.failure().orElseThrow());
        assertTrue(sheet.text(), sheet.text().contains("no wire"));
    }

    @Test
    public void warningsAreNoFailure() {
        assertFalse(new Doctor(List.of(new ClockCheck(TOMORROW)))
                .examine()
                .failure()
                .isPresent());
        assertEquals(Grade.WARN, grade(new ClockCheck(TOMORROW)));
        assertEquals(Grade.OK, grade(new ClockCheck(NOTHING_SET)));
    }

    @Test
    public void withoutADataSourceNothingWorks() {
        assertEquals(Grade.FAIL, grade(new DatabaseCheck(services)));
    }

    @Test
    public void theDatabaseIsNamed() {
        services.with(database(true));

        Finding finding = new DatabaseCheck(services).run().get(0);

        assertEquals(Grade.OK, finding.grade());
        assertTrue(finding.en(), finding.en().startsWith("PostgreSQL 17.5, "));
    }

    @Test
    public void aDatabaseThatDoesNotAnswerFails() {
        services.with(database(false));

        assertEquals(Grade.FAIL, grade(new DatabaseCheck(services)));
    }

    @Test
    public void aRefusedConfigurationFailsWithItsReason() {
        network.refusals.add(new Tenants.Refusal("x.cfg", "parent", "上级不存在", "There is no such parent"));

        Finding finding = new CentreCheck(desk).run().get(0);

        assertEquals(Grade.FAIL, finding.grade());
        assertEquals("x.cfg was refused (parent): There is no such parent", finding.en());
    }

    @Test
    public void aModuleThatIsOnMustBeThere() {
        Finding finding = new ModuleCheck(desk).run().get(0);

        assertEquals(Grade.FAIL, finding.grade());
        assertEquals("Switched on, but not there: cases, catalogue, linkage", finding.en());
    }

    @Test
    public void whatAModuleMissesIsToldInItsWords() {
        services.with(readiness("catalogue", Optional.of("imports run")), readiness("cases", Optional.empty()));

        List<Finding> findings = new ReadinessChecks(services).run();

        assertEquals(1, findings.size());
        assertEquals("catalogue: imports run", findings.get(0).en());
    }

    @Test
    public void fromNovemberOnNextYearsCalendarIsMissed() {
        services.with(calendars(2026));
        assertEquals(Grade.WARN, grade(new CalendarCheck(desk)));
    }

    @Test
    public void withoutThisYearsCalendarAllDatesAreProvisional() {
        services.with(calendars(2025));
        assertEquals(Grade.FAIL, grade(new CalendarCheck(desk)));
    }

    @Test
    public void bothCalendarsAreFine() {
        services.with(calendars(2026, 2027));
        assertEquals(Grade.OK, grade(new CalendarCheck(desk)));
    }

    @Test
    public void theJournalsKeyMustBeThereAndForItsOwnerOnly() throws IOException {
        KeyFileCheck check = new KeyFileCheck(base.getRoot().toPath());
        assertEquals(Grade.FAIL, grade(check));

        Path key = Files.createFile(Files.createDirectory(path("keys")).resolve("journal.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(Grade.OK, grade(check));

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals("Others may read journal.key", check.run().get(0).en());
    }

    @Test
    public void anEntryThatWasNotAnchoredFails() throws IOException {
        services.with(latest(Network.NOW.minusSeconds(3600)));
        AnchorCheck check = new AnchorCheck(desk, NOTHING_SET, base.getRoot().toPath());
        assertEquals(3, check.run().size());

        anchored(Network.NOW.minusSeconds(3599));
        assertEquals(Grade.OK, grade(check));

        anchored(Network.NOW.minusSeconds(7200));
        assertEquals(Grade.FAIL, grade(check));
    }

    @Test
    public void anEntryOfTheLastSecondsMayBeOnItsWay() {
        services.with(latest(Network.NOW.minusSeconds(5)));

        assertEquals(
                Grade.OK,
                grade(new AnchorCheck(desk, NOTHING_SET, base.getRoot().toPath())));
    }

    @Test
    public void parkedAndOldMessagesAreToldWithTheCommandThatShowsThem() {
        services.with(outbox(Map.of(
                State.PARKED, List.of(pending(State.PARKED, Network.NOW)),
                State.WAITING,
                        List.of(
                                pending(State.WAITING, Network.NOW),
                                pending(State.WAITING, Network.NOW.minusSeconds(900))))));

        List<Finding> findings = new ExchangeCheck(desk).run();

        assertEquals(2, findings.size());
        assertTrue(findings.get(0).advice().startsWith("exchange:list --state parked haiyang"));
        assertEquals(
                "A message of haiyang waits since 2026-11-20T07:45:00Z",
                findings.get(1).en());
    }

    @Test
    public void anEmptyExchangeIsFine() {
        services.with(outbox(Map.of()));

        assertEquals(Grade.OK, grade(new ExchangeCheck(desk)));
    }

    @Test
    public void aTimerThatNobodyRunsIsTold() {
        services.with(Fakes.of(
                Leases.class,
                Map.of(
                        "held",
                        args -> List.of(
                                new Leases.Held(
                                        "cases-timer",
                                        "n1",
                                        3,
                                        Network.NOW.plusSeconds(30).toString()),
                                new Leases.Held(
                                        "anchors",
                                        "n0",
                                        1,
                                        Network.NOW.minusSeconds(3600).toString())))));

        List<Finding> findings = new LeaseCheck(desk, NOTHING_SET).run();

        assertEquals(1, findings.size());
        assertTrue(findings.get(0).en().startsWith("Nobody has run anchors since"));
    }

    @Test
    public void littleRoomIsAWarningAndTooLittleAFailure() {
        DiskCheck check = new DiskCheck(base.getRoot().toPath());

        assertEquals(Grade.FAIL, check.judge(499).grade());
        assertEquals(Grade.WARN, check.judge(500).grade());
        assertEquals(Grade.OK, check.judge(2000).grade());
    }

    @Test
    public void demonstrationPasswordsBelongToADemonstration() throws IOException {
        assertEquals(
                Grade.OK,
                grade(new DemoAccountsCheck(NOTHING_SET, base.getRoot().toPath())));

        Path file = Files.createFile(path("demo-accounts.csv"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(
                Grade.WARN,
                grade(new DemoAccountsCheck(NOTHING_SET, base.getRoot().toPath())));
        assertEquals(Grade.OK, grade(new DemoAccountsCheck(DEMO, base.getRoot().toPath())));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(
                Grade.FAIL, grade(new DemoAccountsCheck(DEMO, base.getRoot().toPath())));
    }

    private Path path(String name) {
        return base.getRoot().toPath().resolve(name);
    }

    private static Grade grade(Check check) {
        return check.run().get(0).grade();
    }

    private void anchored(Instant at) throws IOException {
        Files.createDirectories(path("anchors"));
        for (String centre : List.of("shandong", "yantai", "haiyang")) {
            Path file = path("anchors").resolve(centre + ".log");
            Files.writeString(file, "1 hash");
            Files.setLastModifiedTime(file, FileTime.from(at));
        }
    }

    private static Journal latest(Instant at) {
        JournalEntry entry = new JournalEntry("case", "C1", 1, at, "clerk", "窗口", "accept", "", "", Map.of(), "r", "h");
        return Fakes.of(Journal.class, Map.of("latest", args -> new Page<>(List.of(entry), null)));
    }

    private static Outbox outbox(Map<State, List<Pending>> messages) {
        return Fakes.of(Outbox.class, Map.of("messages", args -> {
            boolean ours = ((CallContext) args[2]).tenant().value().equals("haiyang");
            State state = (State) ((Optional<?>) args[0]).orElseThrow();
            return new Page<>(ours ? messages.getOrDefault(state, List.of()) : List.of(), null);
        }));
    }

    private static Pending pending(State state, Instant written) {
        OutgoingMessage message = new OutgoingMessage("M1", "linkage", "yantai", "C1", 1, "forward", "{}");
        return new Pending(new TenantId("haiyang"), message, state, 1, written, written, "receiver-off", "");
    }

    private static ReadinessCheck readiness(String name, Optional<String> trouble) {
        return Fakes.of(ReadinessCheck.class, Map.of("name", args -> name, "trouble", args -> trouble));
    }

    private static Calendars calendars(int... years) {
        List<Calendars.Imported> loaded = java.util.Arrays.stream(years)
                .mapToObj(year -> new Calendars.Imported("000000", year, 30, "国办发明电"))
                .toList();
        return Fakes.of(Calendars.class, Map.of("loaded", args -> loaded));
    }

    private static DataSource database(boolean answers) {
        DatabaseMetaData about = Fakes.of(
                DatabaseMetaData.class,
                Map.of("getDatabaseProductName", args -> "PostgreSQL", "getDatabaseProductVersion", args -> "17.5"));
        Connection connection = Fakes.of(
                Connection.class,
                Map.of("getMetaData", args -> about, "isValid", args -> answers, "close", args -> Duration.ZERO));
        return Fakes.of(DataSource.class, Map.of("getConnection", args -> connection));
    }
}
