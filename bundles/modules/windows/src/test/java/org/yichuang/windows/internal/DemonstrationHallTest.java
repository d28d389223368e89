package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.Timeout;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.LetterView;

/** The halls that ship with the demonstration. */
public class DemonstrationHallTest extends WindowsContract {
    private static final Path FOLDER = Path.of("../../../tenants/demo");
    private static final PageRequest ALL = PageRequest.of(200, null);
    private static final Map<Level, String> LEVELS =
            Map.of(Level.PROVINCE, "省", Level.CITY, "市", Level.COUNTY, "县", Level.TOWNSHIP, "乡");

    @Rule
    public final Timeout limit = Timeout.seconds(300);

    /** A line of the catalogue of the demonstration. */
    private record Line(TenantId owner, String code, String department, List<String> accepted) {}

    @Test
    public void whateverACentreTakesInHasALetterOfItsDepartment() throws Exception {
        List<Line> catalogue = catalogue();
        offer(catalogue);
        List<Tenant> centres = List.copyOf(world.province.all());
        assertEquals(5, centres.size());
        centres.forEach(centre -> {
            world.province.policy(centre.id(), "policy.windows.presence", "badge");
            world.province.policy(centre.id(), "policy.windows.examination", "on-duty");
        });

        DemonstrationHall loader = loader(true);
        assertEquals("not there yet", 5, loader.waiting().size());
        runs(loader);

        for (Tenant centre : centres) {
            catalogue.stream().filter(line -> isTakenAt(line, centre)).forEach(line -> {
                String what = centre.id() + " " + line.code();
                assertTrue(what, ask(line.code(), "ACCEPT", "clerk", centre).allowed());
                assertTrue(what, ask(line.code(), "EXAMINE", "reviewer", centre).allowed());
                assertTrue(what, ask(line.code(), "EXAMINE", "chief", centre).allowed());
                if (line.owner().equals(centre.id())) {
                    assertTrue(what, ask(line.code(), "DECIDE", "chief", centre).allowed());
                    assertEquals(
                            what,
                            "authority-b-present",
                            ask(line.code(), "DECIDE", "deputy", centre).code());
                }
            });
        }
        sound();
    }

    @Test
    public void aHallIsSetUpOnceAndWhatPeopleMadeOfItStays() throws Exception {
        DemonstrationHall early = loader(true);
        early.start();
        offer(catalogue());
        runs(early);
        List<LetterView> letters = world.letters.list(ALL, world.manager()).items();
        assertFalse(letters.isEmpty());
        assertTrue(letters.stream().allMatch(letter -> letter.state() == LetterState.IN_FORCE));
        assertTrue(world.hall.windows(ALL, world.manager()).items().size() >= 6);

        String last = letters.get(letters.size() - 1).number();
        world.letters.revoke(last, new Reason("人员调整"), world.manager());
        runs(loader(true));
        assertEquals(
                LetterState.REVOKED, world.letters.find(last, world.manager()).state());
        assertEquals(1, world.hall.points(ALL, world.manager()).items().size());
    }

    @Test
    public void nothingIsSetUpWhereNobodyAskedForIt() throws Exception {
        runs(loader(false));
        assertTrue(world.letters.list(ALL, world.manager()).items().isEmpty());
        world.province.switchModule(HAIYANG, "windows", false);
        assertFalse(loader(true).waiting().contains("haiyang"));
    }

    private void offer(List<Line> catalogue) {
        catalogue.forEach(line -> world.item(line.code(), line.department()));
        world.decidedBy("YT-007", "市人民政府");
    }

    private AuthorityView ask(String item, String right, String account, Tenant centre) {
        return world.authorities.ask(item, right, account, world.as("x", "supervision-officer", centre.id(), Set.of()));
    }

    private boolean isTakenAt(Line line, Tenant centre) {
        boolean isOwn = line.owner().equals(centre.id());
        boolean isFromAbove = world.province.lineage(centre.id()).stream()
                .anyMatch(each -> each.id().equals(line.owner()));
        return isOwn || isFromAbove && line.accepted().contains(LEVELS.get(centre.level()));
    }

    private DemonstrationHall loader(boolean wanted) {
        WindowsSettings settings = new WindowsSettings();
        settings.updated(new Hashtable<>(Map.of("demo", wanted)));
        return world.wiring.demonstration(
                world.hall,
                world.staff,
                world.letters,
                world.wiring.queue(world.notices()),
                settings,
                FOLDER.toString());
    }

    private static void runs(DemonstrationHall loader) throws InterruptedException {
        loader.start();
        while (!loader.waiting().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        loader.stop();
    }

    private static List<Line> catalogue() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("catalogue-")) {
                    TenantId owner = new TenantId(name.substring("catalogue-".length(), name.indexOf('.')));
                    Files.readAllLines(file).stream()
                            .skip(1)
                            .map(line -> line.split(",", 8))
                            .map(cells -> new Line(owner, cells[0], cells[3], List.of(cells[6].split(";"))))
                            .forEach(lines::add);
                }
            }
        }
        return lines;
    }
}
