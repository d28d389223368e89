package org.yichuang.tenancy.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

public class TenantConfigSetTest {
    private final TenantConfigSet configurations = new TenantConfigSet(new SettingRules(List.of()));

    @Test
    public void filesMayComeInAnyOrder() {
        put("liugezhuang", "township", "haiyang", "370687102");
        put("haiyang", "county", "yantai", "370687");
        put("yantai", "city", "shandong", "370600");
        assertEquals(3, configurations.refusals().size());

        put("shandong", "province", "", "370000");

        assertEquals(List.of(), configurations.refusals());
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void anUnknownParentIsRefusedByName() {
        put("haiyang", "county", "atlantis", "370687");

        assertRefused("haiyang", "parent", "there is no centre 'atlantis'");
        assertEquals(List.of(), inForce());
    }

    @Test
    public void theLevelMustBeBelowThatOfTheParent() {
        network();

        put("haiyang", "city", "yantai", "370800");

        assertRefused("haiyang", "level", "must be below that of its parent 'yantai'");
        assertEquals("370687", tenant("haiyang").division().value());
    }

    @Test
    public void theDivisionMustLieWithinThatOfTheParent() {
        network();

        put("haiyang", "county", "yantai", "370102");

        assertRefused("haiyang", "division", "does not lie within");
        assertEquals("370687", tenant("haiyang").division().value());
    }

    @Test
    public void theDivisionMustFitTheLevel() {
        put("shandong", "province", "", "370600");

        assertRefused("shandong", "division", "is of level city, not province");
    }

    @Test
    public void aDivisionCodeHasSixOrNineDigits() {
        put("shandong", "province", "", "37");

        assertRefused("shandong", "division", "is not a division code");
    }

    @Test
    public void aCycleIsRefusedAndTheOldTreeStays() {
        network();

        put("yantai", "city", "haiyang", "370600");

        assertEquals("parent", configurations.refusals().get(0).key());
        assertTrue(configurations.refusals().get(0).message().en().contains("lead back"));
        assertEquals("shandong", tenant("yantai").parent().orElseThrow().value());
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void aRingIsToldForTheFileThatClosesItAndOthersForTheirOwnFaults() {
        network();

        put("haiyang", "city", "yantai", "370800");
        put("yantai", "city", "haiyang", "370600");

        List<Refusal> refusals = configurations.refusals();
        assertEquals(2, refusals.size());
        assertEquals("level", refusals.get(0).key());
        assertEquals("parent", refusals.get(1).key());
        assertTrue(refusals.get(1).message().en().contains("lead back"));
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void whoMerelyStandsOnARingIsTaken() {
        network();
        Map<String, String> renamed = settings("haiyang", "county", "yantai", "370687");
        renamed.put("name", "海阳市民中心");
        configurations.put("pid-haiyang", "haiyang.cfg", renamed);
        put("yantai", "city", "haiyang", "370600");

        assertEquals(1, configurations.refusals().size());
        assertRefused("yantai", "parent", "lead back");
        assertEquals("海阳市民中心", tenant("haiyang").name());
    }

    @Test
    public void ofTwoFilesWithOneIdTheNewerIsRefused() {
        network();

        configurations.put("pid-aaa", "aaa.cfg", settings("haiyang", "county", "yantai", "370613"));

        assertEquals("aaa.cfg", configurations.refusals().get(0).source());
        assertEquals("id", configurations.refusals().get(0).key());
        assertEquals("370687", tenant("haiyang").division().value());
    }

    @Test
    public void aModuleThatNobodyForesawIsTaken() {
        network();
        Map<String, String> changed = settings("haiyang", "county", "yantai", "370687");
        changed.put("modules", "cases, casino");

        configurations.put("pid-haiyang", "haiyang.cfg", changed);

        assertTrue(tenant("haiyang").has("casino"));
        assertEquals(List.of(), configurations.refusals());
    }

    @Test
    public void whatIsNoWordForAModuleIsRefusedAndTheOldValuesStay() {
        network();
        Map<String, String> changed = settings("haiyang", "county", "yantai", "370687");
        changed.put("modules", "cases, Ca$ino");

        configurations.put("pid-haiyang", "haiyang.cfg", changed);

        assertRefused("haiyang", "modules", "'Ca$ino' is not a word for a module");
        assertTrue(tenant("haiyang").has("catalogue"));
    }

    @Test
    public void aMistypedKeyIsRefusedByName() {
        Map<String, String> typo = settings("shandong", "province", "", "370000");
        typo.put("moduels", "cases");

        configurations.put("pid-shandong", "shandong.cfg", typo);

        assertRefused("shandong", "moduels", "there is no such key");
    }

    @Test
    public void aMissingNameIsRefused() {
        Map<String, String> nameless = settings("shandong", "province", "", "370000");
        nameless.remove("name");

        configurations.put("pid-shandong", "shandong.cfg", nameless);

        assertRefused("shandong", "name", "is missing");
    }

    @Test
    public void aMendedFileTakesEffectAndItsRefusalGoes() {
        network();
        put("haiyang", "county", "atlantis", "370687");
        assertEquals(1, configurations.refusals().size());

        put("haiyang", "county", "yantai", "370687");

        assertEquals(List.of(), configurations.refusals());
    }

    @Test
    public void aSuspendedCentreGoesWithItsFile() {
        network();

        suspend("liugezhuang", "township", "haiyang", "370687102");
        configurations.remove("pid-liugezhuang");

        assertEquals(List.of("shandong", "yantai", "haiyang"), inForce());
    }

    @Test
    public void anOpenCentreOutlivesItsFile() {
        network();

        configurations.remove("pid-liugezhuang");

        assertRefused("liugezhuang", "state", "suspend it first");
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void aFileThatNamesAnotherCentreDoesNotTakeAnOpenOneAway() {
        network();
        Map<String, String> other = settings("guocheng", "township", "haiyang", "370687103");

        configurations.put("pid-liugezhuang", "liugezhuang.cfg", other);
        assertRefused("liugezhuang", "state", "The centre liugezhuang is open");
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());

        suspend("liugezhuang", "township", "haiyang", "370687102");
        assertEquals(List.of(), configurations.refusals());
        configurations.put("pid-liugezhuang", "liugezhuang.cfg", other);
        assertEquals(List.of("shandong", "yantai", "haiyang", "guocheng"), inForce());
    }

    @Test
    public void aCentreWhoseFileGetsAnotherNameStays() {
        network();

        configurations.put("pid-new", "new.cfg", settings("haiyang", "county", "yantai", "370687"));
        configurations.remove("pid-haiyang");

        assertEquals(List.of(), configurations.refusals());
        assertEquals(Optional.of("pid-new"), configurations.pidOf(new TenantId("haiyang")));
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void aCentreThatOthersStandOnStaysUntilTheyAreGone() {
        network();
        suspend("haiyang", "county", "yantai", "370687");
        suspend("liugezhuang", "township", "haiyang", "370687102");

        configurations.remove("pid-haiyang");
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
        assertRefused("haiyang", "id", "still has centres below it");

        configurations.remove("pid-liugezhuang");
        assertEquals(List.of("shandong", "yantai"), inForce());
        assertEquals(List.of(), configurations.refusals());
    }

    @Test
    public void aChangeThatCentresBelowDoNotSurviveIsRefused() {
        network();

        put("yantai", "city", "shandong", "370700");

        assertRefused("yantai", "division", "the centre 'haiyang' below it would not fit any more");
        assertEquals("370600", tenant("yantai").division().value());
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void aSoundNewcomerDoesNotPayForABadChange() {
        network();

        put("yantai", "city", "shandong", "370700");
        put("muping", "county", "yantai", "370612");

        assertRefused("yantai", "division", "would not fit");
        assertEquals(1, configurations.refusals().size());
        assertEquals("370612", tenant("muping").division().value());
    }

    @Test
    public void aCentreThatOthersStandOnKeepsItsId() {
        network();

        configurations.put("pid-yantai", "yantai.cfg", settings("yantai-2", "city", "shandong", "370600"));

        assertRefused("yantai", "parent", "the centre 'haiyang' below it would not fit any more");
        assertEquals(List.of("shandong", "yantai", "haiyang", "liugezhuang"), inForce());
    }

    @Test
    public void aThousandCentresMayComeBeforeTheOneAbove() {
        for (int i = 0; i < 1000; i++) {
            put("t-" + i, "township", "haiyang", String.format("370687%03d", i));
        }
        network();

        assertEquals(List.of(), configurations.refusals());
        assertEquals(
                1001, configurations.tree().children(new TenantId("haiyang")).size());
    }

    @Test
    public void aCentreIsOpenUntilItIsSuspended() {
        network();
        suspend("haiyang", "county", "yantai", "370687");

        assertTrue(tenant("haiyang").isSuspended());
        assertFalse(tenant("yantai").isSuspended());
    }

    @Test
    public void aStateThatIsNoneIsRefused() {
        network();
        Map<String, String> changed = settings("haiyang", "county", "yantai", "370687");
        changed.put("state", "asleep");

        configurations.put("pid-haiyang", "haiyang.cfg", changed);

        assertRefused("haiyang", "state", "'asleep' is not a state");
        assertFalse(tenant("haiyang").isSuspended());
    }

    @Test
    public void whatANewCentreWouldBeRefusedForIsToldBeforehand() {
        network();

        assertEquals("id", fault(settings("haiyang", "county", "yantai", "370612")));
        assertEquals("parent", fault(settings("muping", "county", "atlantis", "370612")));
        assertEquals("level", fault(settings("muping", "county", "liugezhuang", "370612")));
        assertEquals("division", fault(settings("muping", "county", "yantai", "370102")));
        assertEquals("division", fault(settings("muping", "township", "yantai", "370612")));
        assertEquals("", fault(settings("muping", "county", "yantai", "370612")));
        assertEquals("nothing was taken", 4, inForce().size());
    }

    @Test
    public void whatIsChangedInPlaceIsNotInItsOwnWay() {
        network();

        assertEquals(
                Optional.empty(),
                configurations.fault("pid-haiyang", settings("haiyang", "county", "yantai", "370687")));
    }

    private String fault(Map<String, String> settings) {
        return configurations
                .fault("", settings)
                .map(InvalidSettingException::key)
                .orElse("");
    }

    private void network() {
        put("shandong", "province", "", "370000");
        put("yantai", "city", "shandong", "370600");
        put("haiyang", "county", "yantai", "370687");
        put("liugezhuang", "township", "haiyang", "370687102");
        assertEquals(List.of(), configurations.refusals());
    }

    private void put(String id, String level, String parent, String division) {
        configurations.put("pid-" + id, id + ".cfg", settings(id, level, parent, division));
    }

    private void suspend(String id, String level, String parent, String division) {
        Map<String, String> changed = settings(id, level, parent, division);
        changed.put("state", "suspended");
        configurations.put("pid-" + id, id + ".cfg", changed);
        assertTrue(tenant(id).isSuspended());
    }

    private static Map<String, String> settings(String id, String level, String parent, String division) {
        Map<String, String> values = new HashMap<>();
        values.put("service.pid", "pid-" + id);
        values.put("id", id);
        values.put("name", id + " centre");
        values.put("level", level);
        values.put("parent", parent);
        values.put("division", division);
        values.put("modules", "catalogue, cases");
        return values;
    }

    private List<String> inForce() {
        return configurations.tree().all().stream()
                .map(tenant -> tenant.id().value())
                .toList();
    }

    private Tenant tenant(String id) {
        return configurations.tree().find(new TenantId(id)).orElseThrow();
    }

    private void assertRefused(String id, String key, String reason) {
        Refusal refusal = configurations.refusals().stream()
                .filter(candidate -> candidate.source().equals(id + ".cfg"))
                .findFirst()
                .orElseThrow();
        assertEquals(key, refusal.key());
        assertTrue(refusal.message().en(), refusal.message().en().contains(reason));
    }
}
