package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** Public services are told apart by their fields (R3-02), as powers are by their types. */
public class ServiceFieldTest extends CatalogueWorld {
    private static final String COLUMNS = HEADINGS.strip() + ",公共服务领域\n";

    private static String row(String code, String type, String field) {
        return code + ",事项" + code + "," + type + ",民政,海阳市民政局,县,县,否,,5,工作日,承诺件," + field + "\n";
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
                ServiceField.values().length,
                Arrays.stream(ServiceField.values())
                        .map(field -> field.label().zh())
                        .distinct()
                        .count());
    }
}
