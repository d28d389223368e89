package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** Public services are told apart by their fields (R3-02), as powers are by their types. */
public class ServiceFieldTest extends CatalogueWorld {
    private static final String COLUMNS = HEADINGS.strip() + ",公共服务领域\n";

    private static String row(String code, String type, String field) {
        return code + ",事项" + code + "," + type + ",民政,海阳市民政局,县,县,否,,5,工作日,承诺件," + field + "\n";
    }

    private Unification unification;

    @Before
    public void openUnification() {
        unification =
                new Unification(transactions, network, new PublishedRows(transactions.persistenceUnit(), items), items);
    }

    private ItemDefinition offered(String code) {
        return catalogue.offered(code, calling(HAIYANG)).definition();
    }

    @Test
    public void aListSaysTheFieldAndACellThatIsEmptyTakesNothingAway() {
        assertEquals(
                1,
                importCsv(COLUMNS + row("A-1", "公共服务", "养老服务"), true, calling(HAIYANG))
                        .published());
        assertEquals(ServiceField.ELDERLY_CARE, offered("A-1").serviceField());
        assertTrue(ItemFile.texts(offered("A-1")).contains("养老服务"));

        importCsv(COLUMNS + row("A-1", "公共服务", "").replace(",5,", ",4,"), true, calling(HAIYANG));
        assertEquals(4, offered("A-1").promisedLimit().amount());
        assertEquals(ServiceField.ELDERLY_CARE, offered("A-1").serviceField());

        ImportReport unknown = importCsv(COLUMNS + row("A-2", "公共服务", "太空服务"), true, calling(HAIYANG));
        assertEquals(Outcome.REFUSED, unknown.details().get(0).outcome());
        assertTrue(unknown.details().get(0).reasonsZh().toString().contains("太空服务"));
    }

    @Test
    public void nothingElseHasAField() {
        publish(HAIYANG, row("A-1", "行政许可", "").strip().replaceFirst(",$", ""));
        ItemDefinition licence =
                offered("A-1").but().serviceField(ServiceField.HEALTH).made();

        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.draft(licence, calling(HAIYANG)));
        assertEquals(
                List.of("serviceField"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertEquals("只有公共服务才有公共服务领域", refusal.fields().get(0).message().zh());
    }

    /** The field goes with the type, and the row says so. */
    @Test
    public void anImportThatMakesAServiceSomethingElseTakesItsField() {
        importCsv(COLUMNS + row("A-1", "公共服务", "社会服务"), true, calling(HAIYANG));

        ImportReport report = importCsv(
                HEADINGS + row("A-1", "行政确认", "").strip().replaceFirst(",$", "") + "\n", true, calling(HAIYANG));

        assertEquals(
                report.details().get(0).reasonsZh().toString(),
                Outcome.PUBLISHED,
                report.details().get(0).outcome());
        assertTrue(report.details().get(0).reasonsZh().contains("公共服务领域：只有公共服务才有公共服务领域，改变类型后不再保留"));
        assertEquals(ItemType.CONFIRMATION, offered("A-1").type());
        assertNull(offered("A-1").serviceField());
        assertEquals(
                "who writes both is asked what is meant",
                Outcome.REFUSED,
                importCsv(COLUMNS + row("A-2", "行政确认", "社会服务"), true, calling(HAIYANG))
                        .details()
                        .get(0)
                        .outcome());
    }

    @Test
    public void theStandardOfACentreAboveTakesItAsWell() {
        publish(YANTAI, row("A-1", "行政确认", "").strip().replaceFirst(",$", ""));
        importCsv(COLUMNS + row("A-1", "公共服务", "社会服务"), false, calling(HAIYANG));

        assertEquals(List.of("A-1"), unification.adopt(YANTAI, List.of("A-1"), calling(HAIYANG)));

        ItemDefinition adopted = editing.publish("A-1", calling(HAIYANG)).definition();
        assertEquals(ItemType.CONFIRMATION, adopted.type());
        assertNull(adopted.serviceField());
    }

    @Test
    public void whatCannotBeBroughtToTheStandardIsNamed() {
        publish(YANTAI, row("A-1", "行政许可", "").strip().replaceFirst(",$", ""));
        importCsv(COLUMNS + row("A-1", "公共服务", "").replace(",5,", ",40,"), false, calling(HAIYANG));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> unification.adopt(YANTAI, List.of("A-1"), calling(HAIYANG)));
        assertTrue(refusal.zh(), refusal.zh().startsWith("事项 A-1 不能起草"));
        assertTrue(refusal.en(), refusal.en().startsWith("Item A-1 cannot be drafted"));
    }

    @Test
    public void whereACentreDemandsItNoPublicServiceIsPublishedWithoutItsField() {
        network.policy(HAIYANG, Disclosure.POLICY, Disclosure.USUAL + ",serviceField");

        ImportReport silent = importCsv(
                COLUMNS + row("A-1", "公共服务", "") + row("A-2", "行政许可", "") + row("A-3", "公共服务", "医疗卫生"),
                true,
                calling(HAIYANG));

        assertEquals(Outcome.DRAFTED, silent.details().get(0).outcome());
        assertTrue(silent.details().get(0).reasonsZh().toString().contains("公共服务领域"));
        assertEquals("a licence has none", List.of("A-2", "A-3"), codes(HAIYANG));
    }

    @Test
    public void itemsOfBeforeAreReadAndWrittenAsTheyWere() {
        publish(HAIYANG, row("A-1", "公共服务", "").strip().replaceFirst(",$", ""));
        String before = CatalogueJson.write(offered("A-1"));
        assertFalse(before, before.contains("serviceField"));

        ItemDefinition said =
                offered("A-1").but().serviceField(ServiceField.OTHER).made();
        assertEquals(said, CatalogueJson.definition(CatalogueJson.write(said)));
        assertEquals(ItemType.PUBLIC_SERVICE, said.type());
    }

    @Test
    public void eachIsKnownByItsWordAndItsName() {
        for (ServiceField field : ServiceField.values()) {
            assertEquals(field, ServiceField.parse(field.label().zh()).orElseThrow());
            assertEquals(field, ServiceField.parse(field.name()).orElseThrow());
        }
        assertEquals(
                "the word of the standard",
                ServiceField.OTHER,
                ServiceField.parse("其他").orElseThrow());
        assertEquals(
                ServiceField.values().length,
                Arrays.stream(ServiceField.values())
                        .map(field -> field.label().zh())
                        .distinct()
                        .count());
    }
}
