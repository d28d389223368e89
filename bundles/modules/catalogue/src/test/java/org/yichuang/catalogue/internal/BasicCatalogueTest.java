package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.jpa.JpaHelper;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.BasicCatalogue.NewList;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.basic.BasicCounts;
import org.yichuang.catalogue.internal.domain.basic.NewBasic;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Limit;

/** Which items there are comes before who does them and how (R3-05), and no list below changes it (R3-16). */
public class BasicCatalogueTest extends CatalogueWorld {
    private static final String CODE = "000123014000";
    private static final NewBasic HEALTH = new NewBasic(
            CODE, "公共场所卫生许可", ItemType.LICENCE, "《公共场所卫生管理条例》第四条", List.of(Level.COUNTY, Level.CITY), null);
    private static final NewBasic SHOPS =
            new NewBasic("SD-02", "早夜市摊点备案", ItemType.FILING, "《条例》第九条", List.of(Level.COUNTY), null);

    private BasicCatalogue basics;
    private PublishedRows published;
    private Unification unification;

    @Before
    public void openBasics() {
        published = new PublishedRows(transactions.persistenceUnit(), items);
        unification = new Unification(transactions, network, published, items);
        basics = new BasicCatalogue(transactions, network, items, published, unification);
    }

    private void put(TenantId centre, NewBasic... entries) {
        basics.put(new NewList(List.of(entries)), calling(centre));
    }

    private ProblemException refusal(TenantId centre, NewBasic... entries) {
        return assertThrows(ProblemException.class, () -> put(centre, entries));
    }

    @Test
    public void aPageHasWhatComesNextOfAllCentresAboveAndTheHighestCounts() {
        put(SHANDONG, HEALTH, new NewBasic("SD-03", "丙", ItemType.FILING, "《条例》第三条", List.of(Level.COUNTY), null));
        put(YANTAI, SHOPS, new NewBasic("YT-04", "丁", ItemType.FILING, "《条例》第四条", List.of(Level.COUNTY), null));

        Page<BasicCatalogue.Listed> first = basics.list("", PageRequest.of(3, null), calling(HAIYANG));
        Page<BasicCatalogue.Listed> second = basics.list("", PageRequest.of(3, first.next()), calling(HAIYANG));

        assertEquals(List.of(CODE, "SD-03", "SD-02"), codes(first));
        assertEquals(List.of("YT-04"), codes(second));
        assertNull(second.next());
        assertEquals(SHANDONG, first.items().get(0).centre().id());
    }

    @Test
    public void aPartOfALongListIsReadByFewQuestionsAndFewRows() {
        put(YANTAI, SHOPS);
        for (int from = 0; from < 5_000; from += 500) {
            transactions.sql("INSERT INTO CATALOGUE_BASIC (TENANT, CODE, NAME, TYPE, BASIS, LEVELS, LISTED, SINCE,"
                    + " REASON, CHAIN_SEQUENCE, CHAIN_HASH, REVISION) VALUES "
                    + IntStream.range(from, from + 500)
                            .mapToObj(each -> "('shandong', 'B-%04d', '事项%d', 'FILING', '《条例》', 'county', TRUE,"
                                            .formatted(each, each)
                                    + " '2026-11-30', '', 0, '', 1)")
                            .collect(Collectors.joining(", ")));
        }

        Questions asked = new Questions(transactions.persistenceUnit());
        Page<BasicCatalogue.Listed> first = basics.list("", PageRequest.of(50, null), calling(HAIYANG));
        assertEquals("B-0049", codes(first).get(49));
        assertTrue(asked.told(), asked.questions() <= 2 && asked.rows() <= 51);

        asked.clear();
        Page<BasicCatalogue.Listed> last = first;
        List<String> walked = new ArrayList<>(codes(first));
        while (last.next() != null) {
            last = basics.list("", PageRequest.of(200, last.next()), calling(HAIYANG));
            walked.addAll(codes(last));
        }
        assertEquals(5_001, Set.copyOf(walked).size());
        assertEquals(5_001, walked.size());
        assertTrue(asked.told(), asked.rows() <= 5_100);

        assertEquals(List.of("B-4711"), codes(basics.list("B-4711", PageRequest.of(50, null), calling(HAIYANG))));
        assertEquals(List.of("SD-02"), codes(basics.list("夜市", PageRequest.of(50, null), calling(HAIYANG))));
        assertEquals(List.of(), codes(basics.list("100%", PageRequest.of(50, null), calling(HAIYANG))));
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> basics.list("", PageRequest.of(50, "nowhere"), calling(HAIYANG)));
    }

    @Test
    public void nobodyWritesOverWhatHeHasNotSeen() {
        put(SHANDONG, HEALTH);
        long seen = basics.own(CODE, calling(SHANDONG)).revision();
        put(SHANDONG, renamed("甲", seen));

        ProblemException late = refusal(SHANDONG, SHOPS, renamed("乙", seen));
        assertEquals(CommonError.PRECONDITION_FAILED, late.code());
        assertEquals("entries[1].revision", late.fields().get(0).field());
        refused(CatalogueError.BASIC_UNKNOWN, () -> basics.own("SD-02", calling(SHANDONG)));
        assertEquals(
                "who adds it is told that it is there",
                CommonError.PRECONDITION_FAILED,
                refusal(SHANDONG, renamed("乙", 0L)).code());
        refused(
                CommonError.PRECONDITION_FAILED,
                () -> basics.takeOut(CODE, new Mistake("取消"), expecting(SHANDONG, seen)));

        put(SHANDONG, renamed("甲", seen));
        put(SHANDONG, renamed("乙", null));
        basics.takeOut(
                CODE,
                new Mistake("取消"),
                expecting(SHANDONG, basics.own(CODE, calling(SHANDONG)).revision()));
        put(SHANDONG, renamed("丙", 0L));
        assertEquals("丙", basics.own(CODE, calling(SHANDONG)).name());
    }

    @Test
    public void whatIsPublishedCountsHoweverMuchThereIs() {
        publish(HAIYANG, "C-1,甲,行政许可,住建,海阳市住建局,县,县,否,,5,工作日,承诺件");
        List<String> columns = JpaHelper.getServerSession(transactions.persistenceUnit())
                .getDescriptor(CatalogueVersion.class)
                .getFields()
                .stream()
                .map(DatabaseField::getName)
                .toList();
        String copied = columns.stream()
                .map(column -> column.equals("CODE") ? "'M-' || F.E || A.A || B.B || C.C || D.D" : "V." + column)
                .collect(Collectors.joining(", "));
        String digits = "(VALUES ('0'), ('1'), ('2'), ('3'), ('4'), ('5'), ('6'), ('7'), ('8'), ('9')) AS ";
        transactions.sql("INSERT INTO CATALOGUE_VERSION (" + String.join(", ", columns) + ") SELECT " + copied
                + " FROM CATALOGUE_VERSION V, (VALUES ('0'), ('1')) AS F (E), " + digits + "A (A), " + digits
                + "B (B), "
                + digits + "C (C), " + digits + "D (D) WHERE V.CODE = 'C-1'");
        publish(HAIYANG, "Z-1,乙,行政许可,住建,海阳市住建局,县,县,否,,5,工作日,承诺件");
        put(SHANDONG, new NewBasic("Z-1", "乙", ItemType.LICENCE, "《条例》", List.of(Level.COUNTY), null));

        Standing standing = basics.standing(calling(HAIYANG));
        assertEquals(1, standing.implemented());
        assertEquals(20_001, standing.unnamed().size());
    }

    private static NewBasic renamed(String name, Long revision) {
        return new NewBasic(CODE, name, ItemType.LICENCE, "《条例》第四条", List.of(Level.COUNTY), revision);
    }

    @Test
    public void whatWasTakenOutDoesNotCountTowardsTheMost() {
        put(SHANDONG, HEALTH);
        basics.takeOut(CODE, new Mistake("取消"), calling(SHANDONG));
        assertEquals(0, (long)
                transactions.read(calling(SHANDONG), unit -> items.basics().count(unit)));
    }

    private static List<String> codes(Page<BasicCatalogue.Listed> page) {
        return page.items().stream().map(each -> each.item().code()).toList();
    }

    @Test
    public void draftsSayWhichCentreEachComesFromAndNoneIsBegunThatIsNotToBeDone() {
        put(SHANDONG, HEALTH);
        put(YANTAI, SHOPS);

        assertEquals(List.of(CODE, "SD-02"), basics.draft(List.of(CODE, "SD-02"), calling(HAIYANG)));
        assertEquals(
                List.of("shandong", "yantai"),
                transactions.entries().stream()
                        .map(each -> each.entry().details().get("adopted"))
                        .filter(Objects::nonNull)
                        .toList());
        ProblemException above =
                assertThrows(ProblemException.class, () -> basics.draft(List.of("SD-02"), calling(YANTAI)));
        assertEquals("codes", above.fields().get(0).field());
        String way = "11370687004200001X1" + CODE + "01";
        assertEquals(33, way.length());
        assertEquals(
                CommonError.FIELDS_INVALID,
                assertThrows(ProblemException.class, () -> basics.draft(List.of(way), calling(HAIYANG)))
                        .code());
    }

    @Test
    public void itHoldsForAllBelowBeforeAnybodyPublishesAnything() {
        put(SHANDONG, HEALTH);
        put(YANTAI, SHOPS);

        assertEquals(
                List.of(CODE, "SD-02"),
                basics.list("", PageRequest.of(50, null), calling(HAIYANG)).items().stream()
                        .map(listed -> listed.item().code())
                        .toList());
        assertEquals(
                List.of(CODE),
                basics.list("", PageRequest.of(50, null), calling(SHANDONG)).items().stream()
                        .map(listed -> listed.item().code())
                        .toList());
        Standing standing = basics.standing(calling(HAIYANG));
        assertEquals(2, standing.due());
        assertEquals(0, standing.implemented());
        assertEquals(
                "the city does not do what only counties do",
                1,
                basics.standing(calling(YANTAI)).due());
    }

    @Test
    public void aCountyDraftsItsListFromItAndPublishesIt() {
        put(SHANDONG, HEALTH);

        assertEquals(List.of(CODE), basics.draft(List.of(CODE), calling(HAIYANG)));

        ItemDefinition draft = editing.versions(CODE, calling(HAIYANG)).get(0).definition();
        assertEquals("公共场所卫生许可", draft.name());
        assertEquals(ItemType.LICENCE, draft.type());
        assertEquals("《公共场所卫生管理条例》第四条", draft.legalBasis());
        assertEquals(Level.COUNTY, draft.exerciseLevel());
        assertEquals("县级受理、县级决定", draft.routes().get(0).name());
        editing.draft(
                draft.but()
                        .department("卫健")
                        .fee("不收费")
                        .promisedLimit(Limit.working(5))
                        .made(),
                calling(HAIYANG));
        editing.publish(CODE, calling(HAIYANG));
        assertEquals(1, basics.standing(calling(HAIYANG)).implemented());
        assertEquals(List.of(), basics.standing(calling(HAIYANG)).unnamed());
    }

    @Test
    public void whatDiffersInNameBasisOrTypeIsNotPublishedBelowNorByWhoeverHasSetIt() {
        put(SHANDONG, HEALTH);
        String organs = "11370687MB2834567X4" + CODE;
        String headings = HEADINGS.strip() + ",legal_basis\n";
        String row = organs + ",%s,行政许可,卫健,海阳市卫健局,县,县,否,,5,工作日,承诺件,%s\n";

        ImportReport other = importCsv(headings + row.formatted("公共场所卫生审批", "《公共场所卫生管理条例》第四条"), true, calling(HAIYANG));
        assertEquals(Outcome.DRAFTED, other.details().get(0).outcome());
        assertTrue(
                other.details().toString(),
                other.details().get(0).reasonsZh().get(0).contains("公共场所卫生许可"));
        ImportReport basis =
                importCsv(headings + CODE + ",公共场所卫生许可,行政许可,卫健,省卫健委,省,省,否,,5,工作日,承诺件,《办法》\n", true, calling(SHANDONG));
        assertEquals(Outcome.DRAFTED, basis.details().get(0).outcome());

        assertEquals(
                1,
                importCsv(headings + row.formatted("公共场所卫生许可", "《公共场所卫生管理条例》 第四条"), true, calling(HAIYANG))
                        .published());
        assertEquals(1, basics.standing(calling(HAIYANG)).implemented());
    }

    @Test
    public void waysOfHandlingAreCalledAsTheyAreAndCountForTheirItem() {
        put(SHANDONG, HEALTH);

        publish(HAIYANG, "11370687MB2834567X4" + CODE + "01,公共场所卫生许可（延续）,行政许可,卫健,海阳市卫健局,县,县,否,,5,工作日,承诺件");

        assertEquals(1, basics.standing(calling(HAIYANG)).implemented());
    }

    @Test
    public void whatNobodyDoesYetAndWhatNobodyNamesIsToldAndCounted() {
        put(SHANDONG, HEALTH);
        put(YANTAI, SHOPS);
        String row = "SD-02,早夜市摊点备案,行政备案,城管,海阳市城管局,县,县,否,,5,工作日,承诺件,《条例》第九条\n";
        importCsv(HEADINGS.strip() + ",legal_basis\n" + row, true, calling(HAIYANG));
        publish(HAIYANG, "HY-77,自有事项,公共服务,城管,海阳市城管局,县,县,否,,5,工作日,承诺件");

        Standing standing = basics.standing(calling(HAIYANG));
        assertEquals(CODE, standing.missing().get(0).item().code());
        assertEquals(List.of(new BasicCatalogue.Named("HY-77", "自有事项")), standing.unnamed());
        BasicCounts counts = new BasicCounts(2, 1);
        assertEquals(
                counts,
                unification.compare(YANTAI, Optional.empty(), calling(HAIYANG)).basic());
        HallEntries entries = new HallEntries(
                transactions, network, new HallEntryRows(transactions.persistenceUnit()), published, items);
        assertEquals(counts, entries.rates(false, calling(HAIYANG)).basic());
    }

    @Test
    public void whoSetsItIsAboveAndSetsWhatNobodyAboveHasSet() {
        put(SHANDONG, HEALTH);

        assertEquals(CommonError.FIELDS_INVALID, refusal(HAIYANG, SHOPS).code());
        assertEquals("entries[0].code", refusal(YANTAI, HEALTH).fields().get(0).field());
        NewBasic ofOrgan =
                new NewBasic("11370687MB2834567X4" + CODE, "卫生", ItemType.LICENCE, "《条例》", List.of(Level.COUNTY), null);
        assertEquals(CommonError.FIELDS_INVALID, refusal(SHANDONG, ofOrgan).code());
        assertEquals(CommonError.FIELDS_INVALID, refusal(SHANDONG, SHOPS, SHOPS).code());
        refused(CatalogueError.BASIC_UNKNOWN, () -> basics.draft(List.of("000000000000"), calling(HAIYANG)));
    }

    @Test
    public void whatIsTakenOutIsNobodysStandardAnyMoreAndSayingTheSameChangesNothing() {
        put(SHANDONG, HEALTH);

        assertEquals(new BasicCatalogue.Put(0, 1), basics.put(new NewList(List.of(HEALTH)), calling(SHANDONG)));
        basics.takeOut(CODE, new Mistake("条例已修改"), calling(SHANDONG));

        assertEquals(0, basics.standing(calling(HAIYANG)).due());
        publish(HAIYANG, CODE + ",公共场所卫生审批,行政许可,卫健,海阳市卫健局,县,县,否,,5,工作日,承诺件");
        refused(CatalogueError.BASIC_UNKNOWN, () -> basics.takeOut(CODE, new Mistake("条例已修改"), calling(SHANDONG)));
        assertEquals(Set.of(CODE), Set.copyOf(codes(HAIYANG)));
    }
}
