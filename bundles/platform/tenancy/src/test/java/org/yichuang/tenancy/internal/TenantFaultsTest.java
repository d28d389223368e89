package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.HAIYANG;
import static org.yichuang.tenancy.internal.TenancyNode.YANTAI;
import static org.yichuang.tenancy.internal.TenancyNode.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What is wrong with settings, files and the database, and what holds meanwhile. */
public class TenantFaultsTest extends TenantScenario {
    @Test
    public void anOldFileOfANodeThatWasAwayDoesNotUndoWhatWasChanged() {
        node.network();
        node.editing.change(HAIYANG, Map.of("name", "海阳政务"), operator("yantai"));

        TenancyNode late = new TenancyNode(database, Path.of("nowhere")).network();

        assertEquals("海阳政务", late.tenant(HAIYANG).name());
        assertEquals("海阳政务", late.said("haiyang", "name"));
        Map<String, String> back = TenancyNode.haiyang();
        late.write(back);
        late.tick();
        assertEquals(
                "a file that is put back on purpose is taken",
                back.get("name"),
                late.tenant(HAIYANG).name());
    }

    @Test
    public void aFileOfARemovedCentreDoesNotOpenItAgainByItself() {
        node.network();
        node.editing.suspend(HAIYANG, operator("yantai"));
        node.editing.remove(HAIYANG, operator("yantai"));

        TenancyNode late = new TenancyNode(database, Path.of("nowhere")).network();

        assertEquals(Optional.empty(), late.registry.find(HAIYANG));
        assertEquals(Optional.of("id"), late.refusal("haiyang"));
        Map<String, String> again = TenancyNode.haiyang();
        again.put("name", "海阳市新中心");
        late.write(again);
        assertEquals("海阳市新中心", late.tick().tenant(HAIYANG).name());
    }

    @Test
    public void aWrongClosingTimeIsRefusedWithItsKeyAndTheOldOneStays() {
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("policy.intake.closing", "16:30");
        node.write(haiyang);
        node.write(TenancyNode.yantai());
        node.tick();
        for (String wrong : List.of("25:00", "5pm", "24:00")) {
            haiyang.put("policy.intake.closing", wrong);
            node.write(haiyang);
            node.tick();

            assertEquals(Optional.of("policy.intake.closing"), node.refusal("haiyang"));
            assertEquals("16:30", node.tenant(HAIYANG).policy("policy.intake.closing", ""));
            assertEquals("the file is the operator's to mend", wrong, node.said("haiyang", "policy.intake.closing"));
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> node.editing.change(HAIYANG, Map.of("policy.intake.closing", wrong), operator("yantai")));
            assertEquals("policy.intake.closing", refused.fields().get(0).field());
        }
    }

    @Test
    public void aMistypedKeyIsRefusedWhenEveryModuleIsThereToKnowIt() {
        node.network();
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("policy.intake.closng", "17:00");
        node.write(haiyang);
        node.tick();
        assertEquals(Optional.of("policy.intake.closng"), node.refusal("haiyang"));

        haiyang.put("modules", "cases,windows");
        haiyang.put("id", "haiyang");
        TenancyNode fresh = new TenancyNode(new TenancyDatabase(), Path.of("nowhere"));
        fresh.write(TenancyNode.yantai());
        fresh.write(haiyang);
        assertTrue("it may be a key of windows", fresh.tick().tenant(HAIYANG).has("windows"));
    }

    @Test
    public void aBadValueThatCameBeforeItsModuleIsLeftOutWhenTheModuleComes() {
        node.modules.remove("cases");
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("policy.intake.closing", "25:00");
        node.write(haiyang);
        node.write(TenancyNode.yantai());
        node.tick();

        node.modules.add("cases", TenancyNode.cases());
        node.registry.moduleAdded(TenancyNode.cases());

        assertEquals("17:00", node.tenant(HAIYANG).policy("policy.intake.closing", "17:00"));
        assertEquals(Optional.of("policy.intake.closing"), node.refusal("haiyang"));
    }

    @Test
    public void anOperatorSeesOnlyTheRefusalsOfTheirOwnRoot() {
        node.network();
        Map<String, String> weihai = TenancyNode.yantai();
        weihai.putAll(Map.of("id", "weihai", "name", "威海市政务服务中心", "division", "371000"));
        node.write(weihai);
        node.tick();
        weihai.put("level", "village");
        node.write(weihai);
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("division", "999999");
        node.write(haiyang);
        node.tick();

        assertEquals(List.of("org.yichuang.tenant-haiyang.cfg"), sources(YANTAI));
        assertEquals(List.of("org.yichuang.tenant-haiyang.cfg"), sources(HAIYANG));
        assertEquals(List.of("org.yichuang.tenant-weihai.cfg"), sources(new TenantId("weihai")));
        assertEquals(2, node.registry.refusals().size());
    }

    @Test
    public void aDatabaseThatIsAwayLeavesEverythingInForce() {
        node.network();
        database.isAway(true);
        TenancyFollower follower = new TenancyFollower(node.registry, node.tenantFiles, node.imports, node.trail);
        follower.start();
        follower.stop();

        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
    }

    @Test
    public void aRowThatCannotBeReadStopsOnlyItsOwnCentre() {
        node.network();
        database.tamper("UPDATE TENANCY_CENTRE SET SETTINGS='{', REVISION=99 WHERE TENANT='haiyang'");
        database.tamper("UPDATE TENANCY_REVISION SET REVISION=99");

        TenancyNode other = other();

        assertEquals("烟台市政务服务中心", other.tenant(YANTAI).name());
        assertEquals(Optional.empty(), other.registry.find(HAIYANG));
        assertTrue(other.refusal("haiyang").isPresent());
    }

    @Test
    public void aRowOfWhatNoCentreCanBeCalledStopsNobody() {
        node.network();
        database.tamper("INSERT INTO TENANCY_CENTRE (TENANT, SOURCE, SETTINGS, IS_REMOVED, REVISION, CHAIN_LENGTH,"
                + " CHAIN_HASH) VALUES ('A Centre?', 'shell', '{}', 0, 99, 0, '')");
        database.tamper("UPDATE TENANCY_REVISION SET REVISION=99");

        TenancyNode other = other();

        assertEquals("海阳市政务服务中心", other.tenant(HAIYANG).name());
        assertEquals("烟台市政务服务中心", other.tenant(YANTAI).name());
    }

    @Test
    public void aFileThatCouldNotBeWrittenIsTakenWhenTheDatabaseTakesItAgain() {
        node.network();
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("name", "海阳政务");
        node.write(haiyang);
        database.refusesWrites(true);
        node.tick();
        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
        database.refusesWrites(false);

        assertEquals("海阳政务", node.tick().tenant(HAIYANG).name());
    }

    @Test
    public void aDatabaseThatWasRestoredFromABackupIsFollowedAsAWhole() {
        node.network();
        database.tamper(
                "INSERT INTO TENANCY_CALENDAR (REGION, NOTICE_YEAR, NOTICE, REVISION) VALUES ('000000', 2026,"
                        + " '{\"year\":2026,\"paper\":\"notice\",\"days\":[{\"date\":\"2026-10-01\",\"name\":\"国庆节\",\"isOffDay\":true}]}', 3)");
        database.tamper("UPDATE TENANCY_REVISION SET REVISION=3");
        TenancyNode other = other();
        assertEquals(1, other.imports.loaded().size());

        database.tamper("DELETE FROM TENANCY_CALENDAR");
        database.tamper("DELETE FROM TENANCY_CENTRE WHERE TENANT='haiyang'");
        database.tamper("UPDATE TENANCY_REVISION SET REVISION=1");

        assertEquals(Optional.empty(), other.tick().registry.find(HAIYANG));
        assertEquals("烟台市政务服务中心", other.tenant(YANTAI).name());
        assertEquals(List.of(), other.imports.loaded());
    }

    @Test
    public void anotherDatabaseOfTheSameRevisionIsFollowedAsAWhole() {
        node.network();
        database.tamper("DELETE FROM TENANCY_CENTRE WHERE TENANT='haiyang'");
        assertTrue(node.registry.find(HAIYANG).isPresent());
        database.becomesAnother();

        node.registry.follow();

        assertEquals(Optional.empty(), node.registry.find(HAIYANG));
        assertTrue(node.registry.find(YANTAI).isPresent());
    }

    @Test
    public void aCentreThatCannotBeSavedStopsNoOther() {
        node.network();
        database.spoils("haiyang");
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("name", "海阳政务");
        Map<String, String> laishan = TenancyNode.haiyang();
        laishan.putAll(Map.of("id", "laishan", "name", "莱山区政务服务中心", "division", "370613"));
        Map<String, String> below = TenancyNode.haiyang();
        below.putAll(Map.of(
                "id",
                "guocheng",
                "name",
                "郭城镇便民服务中心",
                "level",
                "township",
                "parent",
                "haiyang",
                "division",
                "370687103"));
        node.write(haiyang);
        node.write(laishan);
        node.write(below);

        node.tick();
        assertEquals("莱山区政务服务中心", node.tenant(new TenantId("laishan")).name());
        assertEquals("once may be chance", Optional.empty(), node.refusal("haiyang"));
        node.tick().tick();

        assertEquals(Optional.of("file"), node.refusal("haiyang"));
        assertTrue(
                "taken or refused",
                node.tenantFiles
                        .judged()
                        .containsAll(List.of("org.yichuang.tenant-haiyang.cfg", "org.yichuang.tenant-guocheng.cfg")));
        assertEquals("what was set stays", "海阳市政务服务中心", node.tenant(HAIYANG).name());
        assertEquals("郭城镇便民服务中心", node.tenant(new TenantId("guocheng")).name());

        database.spoils("");
        haiyang.put("name", "海阳市民之家");
        node.write(haiyang);
        assertEquals("海阳市民之家", node.tick().tenant(HAIYANG).name());
        assertEquals(Optional.empty(), node.refusal("haiyang"));
    }

    @Test
    public void aFileWhoseNameIsTooLongForItsRowStopsNoOther() {
        Map<String, String> haiyang = TenancyNode.haiyang();
        String name = "org.yichuang.tenant-" + "h".repeat(200) + ".cfg";
        node.write(TenancyNode.yantai());
        node.write(name, haiyang);
        node.tick().tick();

        assertEquals("烟台市政务服务中心", node.tenant(YANTAI).name());
        assertEquals(Optional.of("file"), node.refusal(name));
    }
}
