package org.yichuang.console.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.console.internal.House.HAIYANG;
import static org.yichuang.console.internal.House.YANTAI;
import static org.yichuang.console.internal.House.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.console.internal.CentreFiles.NewCentre;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** What operators do to centres. */
public class CentreActsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final House house = new House();
    private CentreActs acts;

    @Before
    public void open() {
        CentreFiles files =
                new CentreFiles(house.tenants(), house, folder.getRoot().toString());
        acts = new CentreActs(house.tenants(), house, files, house.accounts(), house.transactions());
    }

    @Test
    public void aNewCentreIsAFileWithTheTemplatesModulesAndPolicies() throws IOException {
        acts.open(new NewCentre("haiyang", "fushan", "福山区政务服务中心", "county", "yantai", "370611"), operator());

        assertEquals(
                List.of(
                        "id = fushan",
                        "name = 福山区政务服务中心",
                        "level = county",
                        "parent = yantai",
                        "division = 370611",
                        "modules = cases,catalogue",
                        "policy.intake.closing = 17:00"),
                Files.readAllLines(file("fushan")));
        assertEquals(List.of("open-centre"), actions());
    }

    @Test
    public void whatTheTreeWouldRefuseIsToldBesideItsFieldAndNothingIsWritten() {
        house.fault = Optional.of(new Refusal("", "division", "不在上级中心的区划之内", "outside"));

        assertEquals(List.of("name", "division"), faults("haiyang", "fushan", "福=山", "county", "yantai"));
        house.fault = Optional.empty();
        assertEquals(List.of("parent"), faults("haiyang", "fushan", "福山区", "county", ""));
        assertEquals(List.of("template"), faults("", "fushan", "福山区", "county", "yantai"));
        assertFalse(Files.exists(file("fushan")));
        assertEquals(List.of(), actions());
    }

    @Test
    public void aFileThatLiesThereAlreadyIsNotTouched() throws IOException {
        Files.writeString(file("fushan"), "by hand");

        assertEquals(List.of("id"), faults("haiyang", "fushan", "福山区", "county", "yantai"));
        assertEquals("by hand", Files.readString(file("fushan")));
    }

    @Test
    public void aSuspendedCentreIsResumedAndEveryActIsJournaled() {
        acts.suspend(HAIYANG, operator());
        assertTrue(house.centres.get(HAIYANG).isSuspended());
        acts.resume(HAIYANG, operator());
        assertFalse(house.centres.get(HAIYANG).isSuspended());
        acts.brand(HAIYANG, "海阳市政务中心", "#123456", "", operator());
        acts.turn(HAIYANG, "cases", false, operator());
        acts.remove(HAIYANG, operator());

        assertEquals(List.of("suspend", "resume", "brand", "switch-off", "remove-centre"), actions());
    }

    @Test
    public void nobodySuspendsOrRemovesHisOwnCentre() {
        assertThrows(ProblemException.class, () -> acts.suspend(YANTAI, operator()));
        assertThrows(ProblemException.class, () -> acts.remove(YANTAI, operator()));

        assertFalse(house.centres.get(YANTAI).isSuspended());
        assertEquals(List.of(), actions());
    }

    @Test
    public void theFirstAccountIsOpenedAtTheOtherCentreAndJournaled() {
        acts.openFirst(HAIYANG, "security", "张安", "Abcd1234!xyzA", operator());

        assertEquals(List.of("security at haiyang by operator@yantai"), house.opened);
        assertEquals(List.of("first-account"), actions());
    }

    private List<String> faults(String template, String id, String name, String level, String parent) {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> acts.open(new NewCentre(template, id, name, level, parent, "370611"), operator()));
        return refused.fields().stream().map(FieldProblem::field).toList();
    }

    private List<String> actions() {
        return house.journal.stream().map(AuditEntry::action).toList();
    }

    private Path file(String id) {
        return folder.getRoot().toPath().resolve("org.yichuang.tenant-" + id + ".cfg");
    }
}
