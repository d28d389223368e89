package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.operator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.TenancyError;

public class CalendarImportsTest {
    private static final DivisionCode HAIYANG = new DivisionCode("370687");
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final String NOTICE =
            """
            {"year":2026,"paper":"notice","days":[
              {"date":"2026-10-01","name":"国庆节","isOffDay":true},
              {"date":"2026-10-10","name":"国庆节","isOffDay":false}]}""";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final TenancyDatabase database = new TenancyDatabase();
    private TenancyNode node;

    @Before
    public void open() {
        node = new TenancyNode(database, folder.getRoot().toPath()).network();
    }

    @Test
    public void anImportedNoticeIsInForceAtOnceAndOnEveryNode() {
        TenancyNode other = new TenancyNode(database, Path.of("nowhere")).tick();
        assertTrue(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));

        node.imports.importYear(stream(NOTICE), operator("yantai"));

        assertFalse(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertTrue(node.calendars.of(HAIYANG).isWorkday(LocalDate.of(2026, 10, 10)));
        other.tick();
        assertFalse(other.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertEquals(node.imports.loaded(), other.imports.loaded());
        assertEquals(
                "yantai import-calendar operator {file=, paper=notice, region=000000, year=2026}",
                database.entries().get(2));
    }

    @Test
    public void aNoticeThatANetworkBelowGivesStandsInTheTrailOfItsRoot() {
        String county = NOTICE.replace("\"paper\"", "\"region\":\"370687\",\"paper\"");

        node.imports.importYear(stream(county), operator("haiyang"));

        assertEquals(
                "yantai import-calendar operator@haiyang {file=, paper=notice, region=370687, year=2026}",
                database.entries().get(2));
    }

    @Test
    public void theSameNoticeAgainChangesNothing() {
        node.imports.importYear(stream(NOTICE), operator("yantai"));
        node.imports.importYear(stream(NOTICE), operator("yantai"));

        assertEquals(3, database.entries().size());
        assertEquals(1, node.imports.loaded().size());
    }

    @Test
    public void aNoticeNeedsItsPermission() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> node.imports.importYear(stream(NOTICE), TenancyNode.call("yantai", "clerk")));

        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    @Test
    public void nobodyMovesTheDaysOfCentresThatAreNotBelowTheirOwn() {
        String regional = NOTICE.replace("\"paper\"", "\"region\":\"370600\",\"paper\"");
        String county = NOTICE.replace("\"paper\"", "\"region\":\"370687\",\"paper\"");
        String elsewhere = NOTICE.replace("\"paper\"", "\"region\":\"440100\",\"paper\"");
        for (String tooFar : List.of(NOTICE, regional, elsewhere)) {
            ProblemException refusal = assertThrows(
                    ProblemException.class, () -> node.imports.importYear(stream(tooFar), operator("haiyang")));
            assertEquals(CommonError.NOT_ALLOWED, refusal.code());
        }
        assertTrue(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));

        node.imports.importYear(stream(county), operator("haiyang"));
        assertFalse(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        node.imports.importYear(stream(regional), operator("yantai"));
    }

    @Test
    public void theOperatorsOfOneNetworkDoNotTouchAnotherAndThoseOfTheContainerReachAll() {
        Map<String, String> jinan = TenancyNode.yantai();
        jinan.putAll(Map.of("id", "jinan", "name", "济南市政务服务中心", "division", "370100"));
        node.write(jinan);
        node.tick();

        assertEquals(
                CommonError.NOT_ALLOWED,
                assertThrows(ProblemException.class, () -> node.imports.importYear(stream(NOTICE), operator("yantai")))
                        .code());
        node.imports.importYear(stream(NOTICE), operator("yantai").by(Actor.platform("karaf@shell", "karaf")));
        assertFalse(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
    }

    @Test
    public void aBadNoticeIsRefusedWithItsEntriesAndNothingChanges() {
        node.imports.importYear(stream(NOTICE), operator("yantai"));
        String bad = "{\"year\":2026,\"days\":[{\"date\":\"2026-02-30\",\"isOffDay\":true},"
                + "{\"date\":\"2026-05-01\",\"isOffDay\":\"yes\"}]}";

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> node.imports.importYear(stream(bad), operator("yantai")));

        assertEquals(TenancyError.CALENDAR_INVALID, refusal.code());
        assertEquals(
                List.of("days[0].date", "days[1].isOffDay"),
                refusal.fields().stream().map(field -> field.field()).toList());
        assertFalse(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertEquals(
                TenancyError.CALENDAR_INVALID,
                assertThrows(
                                ProblemException.class,
                                () -> node.imports.importYear(stream("holidays!"), operator("yantai")))
                        .code());
    }

    @Test
    public void aFileIsTakenWhenItComesAndWhenItIsChanged() throws IOException, InterruptedException {
        Path file = folder.getRoot().toPath().resolve("2026.json");
        Files.writeString(file, NOTICE);
        node.tick();
        assertFalse(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));

        Files.writeString(file, NOTICE.replace("2026-10-01", "2026-10-02"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        node.tick();
        assertTrue(node.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertEquals("changed yantai 1", node.next());
        assertEquals("changed haiyang 1", node.next());
        assertEquals("calendar", node.next());
        assertEquals("calendar", node.next());
    }

    @Test
    public void aFileOfANodeThatWasAwaySaysAfterwardsWhatTheRowsSay() throws IOException {
        Path file = folder.getRoot().toPath().resolve("2026.json");
        Files.writeString(file, NOTICE);
        node.tick();
        node.imports.importYear(stream(NOTICE.replace("2026-10-01", "2026-10-02")), operator("yantai"));
        assertTrue("written anew at once", Files.readString(file).contains("2026-10-02"));

        Files.writeString(file, NOTICE);
        TenancyNode late = new TenancyNode(database, folder.getRoot().toPath()).tick();

        assertTrue(late.calendars.of(HAIYANG).isWorkday(NATIONAL_DAY));
        assertTrue(Files.readString(file).contains("2026-10-02"));
    }

    @Test
    public void whatCannotBeReadStopsNothingButItself() throws IOException {
        Path calendars = folder.getRoot().toPath();
        Files.createSymbolicLink(calendars.resolve("2023.json"), Path.of("/nonexistent/2023.json"));
        Files.createDirectory(calendars.resolve("2024.json"));
        Files.writeString(calendars.resolve("2025.json"), "{\"year\":");
        Files.writeString(calendars.resolve("2026.json"), NOTICE);

        node.tick();

        assertEquals(1, node.imports.loaded().size());
        assertTrue(node.refusal("2023.json").isPresent());
        assertTrue(node.refusal("2024.json").isPresent());
        assertTrue(node.refusal("2025.json").isPresent());
        Files.delete(calendars.resolve("2025.json"));
        Files.writeString(calendars.resolve("2025.json"), NOTICE.replace("2026", "2025"));
        node.tick();
        assertFalse("mended, and forgotten", node.refusal("2025.json").isPresent());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
