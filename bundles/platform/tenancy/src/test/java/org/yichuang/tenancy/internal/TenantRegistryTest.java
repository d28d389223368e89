package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.tenancy.internal.TenancyNode.HAIYANG;
import static org.yichuang.tenancy.internal.TenancyNode.YANTAI;
import static org.yichuang.tenancy.internal.TenancyNode.operator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;

public class TenantRegistryTest extends TenantScenario {
    @Test
    public void centresOfFilesComeChangeAndGo() throws InterruptedException {
        node.network();

        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
        assertEquals(
                List.of(HAIYANG, YANTAI),
                node.registry.lineage(HAIYANG).stream().map(Tenant::id).toList());
        assertEquals(
                Optional.of(YANTAI), node.registry.above(HAIYANG, Level.CITY).map(Tenant::id));
        assertEquals("changed yantai 1", node.next());
        assertEquals("changed haiyang 1", node.next());

        suspendByFile();
        assertEquals("changed haiyang 1", node.next());
        node.delete("haiyang");
        node.tick();

        assertEquals("removed haiyang", node.next());
        assertRefused(TenancyError.TENANT_UNKNOWN, () -> node.registry.get(HAIYANG));
        assertEquals(
                List.of(
                        "yantai open-centre system {centre=yantai, file=org.yichuang.tenant-yantai.cfg, name=烟台市政务服务中心}",
                        "haiyang open-centre system {centre=haiyang, file=org.yichuang.tenant-haiyang.cfg, name=海阳市政务服务中心}",
                        "haiyang suspend system {centre=haiyang, file=org.yichuang.tenant-haiyang.cfg, state=suspended}",
                        "haiyang remove-centre system {centre=haiyang, file=org.yichuang.tenant-haiyang.cfg}"),
                database.entries());
    }

    private void suspendByFile() {
        Map<String, String> suspended = TenancyNode.haiyang();
        suspended.put("state", "suspended");
        node.write(suspended);
        node.tick();
    }

    @Test
    public void aFileThatWasTakenAwayByMistakeTakesNoOpenCentreAway() {
        node.network();
        node.delete("haiyang");
        node.tick();

        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
        assertEquals(Optional.of("state"), node.refusal("haiyang"));

        node.write(TenancyNode.haiyang());
        node.tick().tick();

        assertEquals(Optional.empty(), node.refusal("haiyang"));
        assertEquals("haiyang", node.said("haiyang", "id"));
        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
        assertEquals("nothing was written", 2, database.entries().size());
    }

    @Test
    public void aFileThatComesAfterItsCentreHasGoneIsRefusedAndNotDeleted() {
        node.network();
        suspendByFile();
        Map<String, String> same = TenancyNode.haiyang();
        same.put("state", "suspended");
        node.delete("haiyang");
        node.tick();
        assertEquals(Optional.empty(), node.registry.find(HAIYANG));

        node.write(same);
        node.tick().tick();

        assertEquals(Optional.of("id"), node.refusal("haiyang"));
        assertEquals("the file is the operator's", "haiyang", node.said("haiyang", "id"));

        node.write(TenancyNode.haiyang());
        assertEquals(
                "refused as well: it was taken once",
                Optional.of("id"),
                node.tick().refusal("haiyang"));
        Map<String, String> again = TenancyNode.haiyang();
        again.put("name", "海阳市新中心");
        node.write(again);
        assertEquals("海阳市新中心", node.tick().tenant(HAIYANG).name());
    }

    @Test
    public void aFileThatWasAwayWhileItsCentreWasRemovedAtAPageIsNotDeletedWhenItComesBack() {
        node.network();
        node.delete("haiyang");
        node.tick();
        node.editing.suspend(HAIYANG, operator("yantai"));
        node.editing.remove(HAIYANG, operator("yantai"));
        node.tick();

        node.write(TenancyNode.haiyang());
        node.tick().tick();

        assertEquals(Optional.of("id"), node.refusal("haiyang"));
        assertEquals("haiyang", node.said("haiyang", "id"));
    }

    @Test
    public void aFileThatGetsAnotherNameKeepsItsCentre() {
        node.network();
        node.delete("haiyang");
        node.write("org.yichuang.tenant-hy.cfg", TenancyNode.haiyang());
        node.tick().tick();

        assertEquals("海阳市政务服务中心", node.tenant(HAIYANG).name());
        assertEquals(List.of(), node.registry.refusals());
        assertEquals(
                "haiyang change-centre system {centre=haiyang, file=org.yichuang.tenant-hy.cfg}",
                database.entries().get(2));
    }

    @Test
    public void aNodeWithoutFilesSeesTheCentresOfTheDatabase() {
        node.network();

        assertEquals("海阳市政务服务中心", other().tenant(HAIYANG).name());
    }

    @Test
    public void whatOneNodeChangesEveryNodeFollowsAndItsFileSays() throws InterruptedException {
        node.network();
        TenancyNode other = other();
        other.write(TenancyNode.haiyang());
        other.tick();

        node.editing.switchModule(HAIYANG, "linkage", true, operator("yantai"));

        assertTrue("at once here", node.tenant(HAIYANG).has("linkage"));
        assertTrue("with the next round there", other.tick().tenant(HAIYANG).has("linkage"));
        assertEquals("cases,linkage", node.tick().said("haiyang", "modules"));
        assertEquals("cases,linkage", other.said("haiyang", "modules"));
        assertEquals(
                "haiyang switch-on operator@yantai {centre=haiyang, module=linkage}",
                database.entries().get(2));
        node.tick();
        other.tick();
        assertEquals("files written anew are no change", 3, database.entries().size());
    }

    @Test
    public void aCentreThatOneNodeSuspendsAndRemovesServesNowhere() {
        node.network();
        TenancyNode other = other();
        other.write(TenancyNode.haiyang());
        other.tick();

        other.editing.suspend(HAIYANG, operator("yantai"));
        assertTrue(node.tick().tenant(HAIYANG).isSuspended());
        other.editing.remove(HAIYANG, operator("yantai"));

        assertEquals(Optional.empty(), node.tick().registry.find(HAIYANG));
        assertFalse("its file is gone", node.files.toString().contains("haiyang"));
        assertEquals(2, node.registry.tenants().size() + 1);
    }

    @Test
    public void ofTwoNodesWithTheSameFilesOneTakesThem() {
        TenancyNode other = new TenancyNode(database, Path.of("nowhere"));
        node.network();
        other.network();
        node.tick();

        assertEquals(2, database.entries().size());
    }

    @Test
    public void twoPeopleAtTwoNodesDoNotUndoEachOther() {
        node.network();
        TenancyNode other = other();
        node.editing.change(HAIYANG, Map.of("branding.colour", "#0a4d68"), operator("yantai"));
        other.editing.change(HAIYANG, Map.of("policy.hotline", "12345"), operator("yantai"));

        assertEquals("#0a4d68", other.tenant(HAIYANG).policy("branding.colour", ""));
        assertEquals("12345", node.tick().tenant(HAIYANG).policy("policy.hotline", ""));
    }

    @Test
    public void aModuleNobodyForesawIsSwitchedLikeTheOthers() {
        node.network();
        node.modules.add("library", () -> "library");

        node.editing.switchModule(HAIYANG, "library", true, operator("haiyang"));
        assertTrue(node.modules.isOn("library", node.tenant(HAIYANG)));
        node.editing.switchModule(HAIYANG, "library", false, operator("haiyang"));
        assertFalse(node.modules.isOn("library", node.tenant(HAIYANG)));
        assertRefused(
                TenancyError.MODULE_UNKNOWN,
                () -> node.editing.switchModule(HAIYANG, "casino", true, operator("haiyang")));
        assertRefused(
                TenancyError.MODULE_UNKNOWN,
                () -> node.editing.switchModule(HAIYANG, "tenancy", false, operator("haiyang")));
    }

    @Test
    public void everyActNeedsItsPermissionAndReachesOnlyOnesOwn() {
        node.network();
        CallContext nobody = TenancyNode.call("haiyang", "clerk");
        assertRefused(CommonError.NOT_ALLOWED, () -> node.editing.switchModule(HAIYANG, "linkage", true, nobody));
        assertRefused(CommonError.NOT_ALLOWED, () -> node.editing.change(HAIYANG, Map.of("name", "x"), nobody));
        assertRefused(CommonError.NOT_ALLOWED, () -> node.editing.remove(HAIYANG, nobody));
        assertRefused(CommonError.NOT_ALLOWED, () -> node.editing.suspend(HAIYANG, nobody));
        assertRefused(
                TenancyError.TENANT_INVALID,
                () -> node.editing.change(HAIYANG, Map.of("state", "suspended"), operator("yantai")));
        assertRefused(CommonError.NOT_ALLOWED, () -> node.editing.open(TenancyNode.haiyang(), nobody));
        CallContext ownOnly = TenancyNode.call("yantai", "admin", "tenancy.switch");
        assertRefused(CommonError.OTHER_TENANT, () -> node.editing.switchModule(HAIYANG, "linkage", true, ownOnly));
        assertRefused(
                CommonError.OTHER_TENANT,
                () -> node.editing.switchModule(YANTAI, "linkage", true, operator("haiyang")));
        assertEquals(2, database.entries().size());
    }

    @Test
    public void aCentreIsOpenedAtAPageWithoutAFile() {
        node.network();
        Map<String, String> laishan = new TreeMap<>(TenancyNode.haiyang());
        laishan.putAll(Map.of("id", "laishan", "name", "莱山区政务服务中心", "division", "370613"));

        node.editing.open(laishan, operator("yantai"));

        assertEquals("莱山区政务服务中心", node.tenant(new TenantId("laishan")).name());
        assertEquals(
                "laishan open-centre operator@yantai {centre=laishan, name=莱山区政务服务中心}",
                database.entries().get(2));
        assertRefused(TenancyError.TENANT_INVALID, () -> node.editing.open(laishan, operator("yantai")));
    }

    @Test
    public void aFunctionalZoneStandsInTheTreeWithACodeOfItsOwn() {
        node.network();
        Map<String, String> zone = new TreeMap<>(TenancyNode.haiyang());
        zone.putAll(Map.of("id", "yeda", "name", "烟台开发区政务服务中心", "division", "370600", "kind", "functional-zone"));
        node.write(zone);
        assertEquals(Optional.of("zone.code"), node.tick().refusal("yeda"));

        zone.put("zone.code", "YEDA");
        zone.put("peer.group", "开发区");
        node.write(zone);
        Tenant yeda = node.tick().tenant(new TenantId("yeda"));

        assertTrue(yeda.isFunctionalZone());
        assertEquals("YEDA", yeda.localCode());
        assertEquals(Optional.of("开发区"), yeda.peerGroup());
        assertEquals("370687", node.tenant(HAIYANG).localCode());
        Map<String, String> haiyang = TenancyNode.haiyang();
        haiyang.put("zone.code", "HY");
        node.write(haiyang);
        assertEquals(
                "only zones have one", Optional.of("zone.code"), node.tick().refusal("haiyang"));
    }

    @Test
    public void theClockFollowsItsSetting() {
        Clock before = node.registry.clock();
        node.clockSettings.updated(offset("P20D"));
        assertEquals(
                TenancyNode.NOW.plus(Duration.ofDays(20)),
                node.registry.clock().withZone(ZoneOffset.ofHours(8)).instant());

        node.clockSettings.updated(offset("twenty days"));
        assertEquals(
                TenancyNode.NOW.plus(Duration.ofDays(20)), node.registry.clock().instant());
        assertEquals("clock.offset", node.registry.refusals().get(0).key());

        node.clockSettings.updated(null);
        assertEquals(before.instant(), node.registry.clock().instant());
        assertEquals(List.of(), node.registry.refusals());
    }
}
