package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** A notice as it is put together on a page. */
public class NoticeFormTest {
    private static final List<Material> MATERIALS =
            List.of(new Material("plan", "平面图", true, "", 1, ""), new Material("photo", "照片", false, "", 1, ""));

    private static final List<FormField> FIELDS =
            List.of(new FormField("trees", "株数", FormField.Type.INTEGER, true, null, null, List.of(), false));

    @Test
    public void aFieldOfTheFormMayBeAskedFor() {
        NoticeForm notice = NoticeForm.of(form(Map.of("ask-form.trees", "true")), MATERIALS, FIELDS);

        assertEquals("form.trees", notice.read().items().get(0).target());
        assertEquals("请更正“株数”。", notice.read().items().get(0).demand());
    }

    @Test
    public void aTickedMaterialWithoutWordsIsAskedForByItsName() {
        NoticeForm notice = NoticeForm.of(form(Map.of("ask-photo", "true", "free-1", "请注明朝向")), MATERIALS, FIELDS);

        assertEquals("请提供“照片”", notice.read().items().get(0).demand());
        assertEquals("请注明朝向", notice.read().items().get(1).demand());
    }

    @Test
    public void aNoticeOfNothingIsRefused() {
        NoticeForm notice = NoticeForm.of(form(Map.of("demand-plan", "请提供")), MATERIALS, FIELDS);

        assertThrows(ProblemException.class, notice::read);
    }

    @Test
    public void aRefusalSaysWhichLineOfThePageIsMeant() {
        NoticeForm notice = NoticeForm.of(form(Map.of("ask-plan", "true", "free-2", "请注明朝向")), MATERIALS, FIELDS);
        ProblemException refusal = new ProblemException(
                CaseError.SECOND_NOTICE,
                LocalizedMessage.verbatim("再次告知"),
                List.of(new FieldProblem("items[1].target", LocalizedMessage.verbatim("首次告知未列此项"))));

        FieldProblem problem = notice.named(refusal).fields().get(0);

        assertEquals("free-2", problem.field());
        assertEquals("请注明朝向：首次告知未列此项", problem.zh());
    }

    private static Form form(Map<String, String> typed) {
        Map<String, List<String>> texts = new java.util.LinkedHashMap<>();
        typed.forEach((name, text) -> texts.put(name, List.of(text)));
        return new Form(texts, Map.of());
    }
}
