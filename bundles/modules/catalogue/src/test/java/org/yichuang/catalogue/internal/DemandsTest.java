package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.CleanUp.Flagged;
import org.yichuang.catalogue.internal.domain.check.CleanUpFlag;
import org.yichuang.catalogue.internal.domain.demand.DemandRules;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.CleanUpMarks;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.rest.DemandResource;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** Nobody is asked for a certificate, or for the service of an intermediary, that no public list has (R3-22). */
public class DemandsTest extends CatalogueWorld {
    private static final NewDemand PROOF = new NewDemand("Z-01", Demand.Kind.CERTIFICATE, "无犯罪记录证明", "《条例》第五条", "公安机关");

    private Demands demands;
    private CleanUp cleanUp;

    @Before
    public void openLists() {
        demands = new Demands(transactions, network, items);
        cleanUp = new CleanUp(
                transactions,
                new PublishedRows(transactions.persistenceUnit(), items),
                items,
                new CleanUpMarks(transactions.persistenceUnit()),
                demands);
    }

    private static ItemDefinition item(String code, Demand demand) {
        Material proof = demanding("m1", "未受处罚说明", demand);
        return ItemDefinition.of(code)
                .name("保安员证核发")
                .type(ItemType.LICENCE)
                .department("公安")
                .organ("海阳市公安局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(20))
                .promisedLimit(Limit.working(5))
                .fee("不收费")
                .legalBasis("《保安服务管理条例》")
                .acceptanceLevels(Set.of(Level.COUNTY))
                .materials(List.of(proof))
                .routes(List.of(new Route(
                        "r",
                        "县级办理",
                        List.of(),
                        List.of(
                                new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                                new Stage(Action.DECIDE, Level.COUNTY, "", null)),
                        Level.COUNTY)))
                .made();
    }

    private List<Demands.Entry> listed() {
        return demands.list("", PageRequest.of(50, null), calling(HAIYANG)).items();
    }

    private static Material demanding(String code, String name, Demand demand) {
        return new Material(code, name, true, "", 1, "", null, null, demand);
    }

    private void publishDrafted(ItemDefinition item) {
        editing.draft(item, calling(HAIYANG));
        editing.publish(item.code(), calling(HAIYANG));
    }

    private ProblemException refusal(ItemDefinition item) {
        editing.draft(item, calling(HAIYANG));
        return assertThrows(ProblemException.class, () -> editing.publish(item.code(), calling(HAIYANG)));
    }

    private List<Flagged> flagged() {
        return cleanUp.flags(Optional.of(CleanUpFlag.UNLISTED), PageRequest.of(50, null), calling(HAIYANG))
                .items();
    }

    @Test
    public void whatTheListOfACentreAboveHasMayBeDemandedBelow() {
        demands.put(PROOF, calling(YANTAI));

        publishDrafted(item("A-1", new Demand(Demand.Kind.CERTIFICATE, "Z-01")));

        assertEquals(List.of("A-1"), codes(HAIYANG));
        assertEquals(YANTAI, listed().get(0).centre().id());
        assertEquals(List.of(), flagged());
    }

    @Test
    public void aDraftIsRefusedAndNamesWhatNoListHas() {
        demands.put(PROOF, calling(LAISHAN));

        ProblemException silent = refusal(item("A-1", new Demand(Demand.Kind.CERTIFICATE, "")));
        assertEquals(CatalogueError.ITEM_INVALID, silent.code());
        assertEquals("materials[0].demand", silent.fields().get(0).field());
        assertEquals(
                "材料“未受处罚说明”是证明事项：请写明它在已公布清单上的条目编码",
                silent.fields().get(0).message().zh());
        assertEquals(
                "a neighbour's list is not this one's",
                "材料“未受处罚说明”：已公布的清单上没有编码为“Z-01”的证明事项",
                refusal(item("A-1", new Demand(Demand.Kind.CERTIFICATE, "Z-01")))
                        .fields()
                        .get(0)
                        .message()
                        .zh());
        demands.put(PROOF, calling(HAIYANG));
        assertEquals(
                "a certificate is no service",
                CatalogueError.ITEM_INVALID,
                refusal(item("A-1", new Demand(Demand.Kind.SERVICE, "Z-01"))).code());
    }

    @Test
    public void whatIsPublishedAlreadyIsToldAndWhatIsNewIsRefused() {
        demands.put(PROOF, calling(HAIYANG));
        ItemDefinition old = item("A-1", new Demand(Demand.Kind.CERTIFICATE, "Z-01"));
        publishDrafted(old);
        demands.takeOut("Z-01", new Mistake("法规已经修改"), calling(HAIYANG));

        assertEquals("A-1", flagged().get(0).code());
        publishDrafted(old.but().promisedLimit(Limit.working(4)).made());
        assertEquals(
                "what is new has to be in order",
                CatalogueError.ITEM_INVALID,
                refusal(old.under("A-2")).code());

        network.policy(HAIYANG, DemandRules.POLICY, DemandRules.REFUSE);
        assertEquals(
                CatalogueError.ITEM_INVALID,
                refusal(old.but().promisedLimit(Limit.working(3)).made()).code());
        network.policy(HAIYANG, DemandRules.POLICY, DemandRules.TELL);
        publishDrafted(old.under("A-2"));
    }

    @Test
    public void anOldMaterialMayBeSaidToBeACertificateAndANewOneIsNotHiddenBehindIt() {
        Material old = new Material("m1", "无房证明", true, "", 1, "");
        ItemDefinition unsaid = item("A-1", null).but().materials(List.of(old)).made();
        publishDrafted(unsaid);
        Demand silent = new Demand(Demand.Kind.CERTIFICATE, "");
        ItemDefinition said =
                unsaid.but().materials(List.of(demanding("m1", "无房证明", silent))).made();
        publishDrafted(said);

        ProblemException refusal = refusal(said.but()
                .materials(List.of(demanding("m1", "无房证明", silent), demanding("m2", "无业证明", silent)))
                .made());
        assertEquals(
                List.of("materials[1].demand"),
                refusal.fields().stream().map(field -> field.field()).toList());
    }

    @Test
    public void whatIsCalledACertificateAndIsNotSaidToBeOneIsFlagged() {
        publish(HAIYANG, "A-1,甲,行政许可,住建,海阳市住建局,县,县,否,,5,工作日,承诺件");
        assertEquals(List.of(), flagged());
        Material called = new Material("m1", "无房证明", true, "", 1, "");
        publishDrafted(item("A-2", null).but().materials(List.of(called)).made());

        assertEquals("材料“无房证明”像是证明事项，却没有写明所依据的清单条目", flagged().get(0).finding().zh());
    }

    @Test
    public void anImportLeavesADraftAndSaysWhy() {
        String cells = "item_code,name,item_type,competent_department,exercise_level,acceptance_levels,promised_days,"
                + "day_unit,case_type,materials\n";
        String material = CatalogueJson.cell(
                        item("A-1", new Demand(Demand.Kind.SERVICE, "F-1")).materials())
                .replace("\"", "\"\"");
        String row = "A-1,甲,行政许可,住建,县,县,5,工作日,承诺件,\"" + material + "\"\n";

        ImportReport report = importCsv(cells + row, true, calling(HAIYANG));
        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        assertTrue(report.details().get(0).reasonsZh().get(0).contains("已公布的清单上没有编码为“F-1”的中介服务"));

        assertEquals(
                "that it stands in a draft does not make it public",
                0,
                importCsv(cells + row, true, calling(HAIYANG)).published());

        demands.put(new NewDemand("F-1", Demand.Kind.SERVICE, "检测", "《办法》", "检测机构"), calling(HAIYANG));
        assertEquals(1, importCsv(cells + row, true, calling(HAIYANG)).published());

        ImportReport words = importCsv(cells + "A-1,甲,行政许可,住建,县,县,5,工作日,承诺件,未受处罚说明；申请书\n", true, calling(HAIYANG));
        assertEquals(1, words.published());
        assertEquals(
                "words do not say what is demanded, and take nothing of it away",
                Demand.Kind.SERVICE,
                catalogue
                        .offered("A-1", calling(HAIYANG))
                        .definition()
                        .materials()
                        .get(0)
                        .demand()
                        .kind());
    }

    @Test
    public void theListSaysWhatItSaidUntilSomebodySaysSomethingElse() {
        demands.put(PROOF, calling(HAIYANG));
        NewDemand other = new NewDemand("Z-01", Demand.Kind.CERTIFICATE, "无犯罪证明", "《条例》第六条", "公安机关");

        assertEquals("《条例》第六条", demands.put(other, calling(HAIYANG)).demand().basis());
        assertEquals(1, listed().size());
        demands.takeOut("Z-01", new Mistake("取消"), calling(HAIYANG));
        assertEquals(List.of(), listed());
        refused(CatalogueError.DEMAND_UNKNOWN, () -> demands.takeOut("Z-01", new Mistake("取消"), calling(HAIYANG)));
        refused(
                CommonError.FIELDS_INVALID,
                () -> demands.put(new NewDemand("a/b", Demand.Kind.SERVICE, "检测", "《办法》", "检测机构"), calling(HAIYANG)));
        demands.put(PROOF, calling(HAIYANG));
        assertEquals("无犯罪记录证明", listed().get(0).demand().name());
    }

    @Test
    public void theNearestListComesFirstAndSaysWhatACodeIs() {
        for (String code : List.of("A", "B", "C")) {
            demands.put(new NewDemand(code, Demand.Kind.SERVICE, "省" + code, "《办法》", "机构"), calling(SHANDONG));
        }
        demands.put(new NewDemand("B", Demand.Kind.CERTIFICATE, "市乙", "《条例》", "公安机关"), calling(YANTAI));
        demands.put(new NewDemand("Z", Demand.Kind.CERTIFICATE, "县丁", "《条例》", "公安机关"), calling(HAIYANG));

        Page<Demands.Entry> first = demands.list("", PageRequest.of(2, null), calling(HAIYANG));
        Page<Demands.Entry> second = demands.list("", PageRequest.of(2, first.next()), calling(HAIYANG));

        assertEquals(List.of("县丁", "市乙"), names(first));
        assertEquals("what a nearer centre says of B counts", List.of("省A", "省C"), names(second));
        assertNull(second.next());
        assertEquals(List.of(), names(demands.list("省B", PageRequest.of(2, null), calling(HAIYANG))));
        assertEquals(List.of("市乙"), names(demands.list("B", PageRequest.of(2, null), calling(HAIYANG))));
        assertEquals(
                2,
                new DemandResource(demands)
                        .list(null, 2, null, calling(HAIYANG))
                        .items()
                        .size());
    }

    private static List<String> names(Page<Demands.Entry> page) {
        return page.items().stream().map(entry -> entry.demand().name()).toList();
    }

    @Test
    public void nobodyWritesOverOrTakesOffWhatHeHasNotSeen() {
        long seen = demands.put(PROOF, calling(HAIYANG)).demand().revision();
        NewDemand other = new NewDemand("Z-01", Demand.Kind.CERTIFICATE, "无犯罪证明", "《条例》第六条", "公安机关");
        demands.put(other, expecting(HAIYANG, seen));

        refused(CommonError.PRECONDITION_FAILED, () -> demands.put(PROOF, expecting(HAIYANG, seen)));
        refused(CommonError.PRECONDITION_FAILED, () -> demands.put(PROOF, expecting(HAIYANG, 0)));
        refused(
                CommonError.PRECONDITION_FAILED,
                () -> demands.takeOut("Z-01", new Mistake("取消"), expecting(HAIYANG, seen)));
        long now = demands.own("Z-01", calling(HAIYANG)).revision();
        assertEquals(
                "无犯罪证明",
                demands.takeOut("Z-01", new Mistake("取消"), expecting(HAIYANG, now))
                        .demand()
                        .name());
        demands.put(PROOF, expecting(HAIYANG, 0));
        demands.takeOut("Z-01", new Mistake("取消"), calling(HAIYANG));
        assertEquals("what was taken off does not count towards the most", 0, (long)
                transactions.read(calling(HAIYANG), unit -> items.demands().count(unit)));
    }

    @Test
    public void whatItemsOfBeforeSayIsWrittenAsBefore() {
        ItemDefinition plain = item("A-1", null);
        ItemDefinition demanding = item("A-1", new Demand(Demand.Kind.CERTIFICATE, "Z-01"));

        assertFalse(CatalogueJson.write(plain).contains("demand"));
        assertEquals(plain, CatalogueJson.definition(CatalogueJson.write(plain)));
        assertEquals(demanding, CatalogueJson.definition(CatalogueJson.write(demanding)));
        assertTrue(ItemFile.texts(demanding).stream().anyMatch(cell -> cell.contains("\"entry\":\"Z-01\"")));
    }
}
