package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;

/** What is typed on a page reaches the service as the types of the form have it. */
public class FormFieldsTest {
    @Test
    public void valuesHaveTheTypesOfTheirFields() {
        List<FormField> form = List.of(
                field("trees", Type.INTEGER),
                field("width", Type.DECIMAL),
                field("near", Type.BOOLEAN),
                field("day", Type.DATE),
                field("place", Type.TEXT));
        Map<String, String> typed = Map.of(
                "form.trees",
                "60",
                "form.width",
                "30.5",
                "form.near",
                "true",
                "form.day",
                "2026-03-02",
                "form.place",
                "");

        Map<String, Object> data = FormFields.data(form, name -> typed.getOrDefault(name, ""));

        assertEquals(BigInteger.valueOf(60), data.get("trees"));
        assertEquals(new BigDecimal("30.5"), data.get("width"));
        assertEquals(true, data.get("near"));
        assertEquals("2026-03-02", data.get("day"));
        assertNull("nothing typed is nothing said", data.get("place"));
    }

    @Test
    public void whatIsNoNumberIsLeftForTheCatalogueToRefuse() {
        Map<String, Object> data = FormFields.data(List.of(field("trees", Type.INTEGER)), name -> "许多");

        assertEquals("许多", data.get("trees"));
    }

    @Test
    public void anApplicantWithoutTypeOfDocumentHasTheUsualOne() {
        Map<String, String> typed = Map.of("applicant.kind", "person", "applicant.name", "李明");

        Applicant applicant = FormFields.applicant(name -> typed.getOrDefault(name, ""));

        assertEquals("李明", applicant.name());
        assertNull(applicant.idType());
        assertNull(applicant.idConfirmed());
    }

    private static FormField field(String name, Type type) {
        return new FormField(name, name, type, false, null, null, null);
    }
}
