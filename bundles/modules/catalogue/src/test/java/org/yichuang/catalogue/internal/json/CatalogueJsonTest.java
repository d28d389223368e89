package org.yichuang.catalogue.internal.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;

public class CatalogueJsonTest {
    private static final String ILLNESS =
            """
            {"name":"illness","label":"病情","type":"TEXT","required":false,"options":[]%s}""";

    @Test
    public void aReportFromBeforeThereWereNotesIsRead() {
        String kept =
                """
                {"id":"i-1","rows":1,"accepted":1,"refused":0,"published":1,"details":[{"row":2,"code":"A-1",
                "name":"甲","outcome":"PUBLISHED","reasonsZh":[],"reasonsEn":[]}]}""";

        assertEquals(List.of(), CatalogueJson.report(kept).notes());
        assertEquals(1, CatalogueJson.report(kept).details().size());
    }

    @Test
    public void aFieldIsPersonalWhereTheItemSaysSo() throws Exception {
        FormField field = CatalogueJson.form("[" + ILLNESS.formatted(",\"personal\":true") + "]")
                .get(0);
        ItemDefinition item = TreeItem.with(List.of(field), List.of(TreeItem.COUNTY));

        assertEquals(item, CatalogueJson.definition(CatalogueJson.write(item)));
        assertEquals(true, field.personal());
    }

    @Test
    public void anItemSaysThatReconsiderationComesFirstAndOneOfBeforeThatItDoesNot() {
        String before = CatalogueJson.write(TreeItem.whole());
        assertFalse(before, before.contains("reconsideration"));
        assertFalse(CatalogueJson.definition(before).reconsiderationFirst());
        String after = before.replaceFirst("\\{", "{\"reconsiderationFirst\":true,");

        ItemDefinition item = CatalogueJson.definition(after);
        assertTrue(item.reconsiderationFirst());
        assertEquals(item, CatalogueJson.definition(CatalogueJson.write(item)));
    }

    @Test
    public void anItemSaysHowItIsExaminedAndWhatAGrantLeadsToAndOneOfBeforeNothing() {
        String before = CatalogueJson.write(TreeItem.whole());
        assertFalse(before, before.contains("examination") || before.contains("certificate"));
        assertEquals(TreeItem.whole(), CatalogueJson.definition(before));
        ItemDefinition item = TreeItem.whole()
                .with(
                        new Examination(true, true, Examination.HearingDuty.ON_REQUEST),
                        new Certificate(Certificate.Kind.LICENCE, 60, 30, 12, true));

        assertEquals(item, CatalogueJson.definition(CatalogueJson.write(item)));
        assertEquals(
                item.examination(), item.withIdentity("乙", item.type(), "丙").examination());
    }

    @Test
    public void anItemOfBeforeHasTheTextThatItHad() throws Exception {
        FormField field = CatalogueJson.form("[" + ILLNESS.formatted("") + "]").get(0);
        assertFalse(field.personal());

        String text = CatalogueJson.write(TreeItem.with(List.of(field), List.of(TreeItem.COUNTY)));

        assertEquals(text, 1, text.split(Pattern.quote(ILLNESS.formatted("")), -1).length - 1);
    }
}
