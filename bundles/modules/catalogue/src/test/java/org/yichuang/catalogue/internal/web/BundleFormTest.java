package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.pages.api.Form;

public class BundleFormTest {
    private final Map<String, List<String>> typed = new HashMap<>(Map.of(
            "name", List.of("开办餐饮店"),
            "kind", List.of("APPROVAL"),
            "leadDepartment", List.of("市场监管局"),
            "totalLimit", List.of("20"),
            "form", List.of("tobacco|是否销售烟草|BOOLEAN")));

    @Test
    public void rowsThatSayNothingAreNoMembers() {
        row(0, "FOOD", "", "", "", "");
        row(1, "", "", "", "", "");
        row(2, "", "供电公司", "用电容量意见", "3个工作日", "tobacco=true");

        BundleDraft draft = form().draft("SHOP", List.of());

        assertEquals(BundleKind.APPROVAL, draft.kind());
        assertEquals(Integer.valueOf(20), draft.total());
        assertEquals(
                List.of("tobacco"),
                draft.questions().stream().map(FormField::name).toList());
        assertEquals(2, draft.members().size());
        assertEquals("FOOD", draft.members().get(0).item());
        assertEquals(Limit.working(3), draft.members().get(1).limit());
        assertEquals("tobacco", draft.members().get(1).when().get(0).get(0).field());
    }

    @Test
    public void problemsStandInTheRowsThatWereTyped() {
        row(0, "", "", "", "", "");
        row(1, "FOOD", "", "", "", "");
        BundleForm form = form();
        form.draft("SHOP", List.of());

        ProblemException placed = form.placed(new ProblemException(
                CatalogueError.ITEM_INVALID,
                LocalizedMessage.verbatim("?"),
                List.of(problem("members[0].item"), problem("members[0].when[0][1].field"), problem("name"))));

        assertEquals(List.of("members[1].item", "members[1].when", "name"), fields(placed));
    }

    @Test
    public void whatCannotBeReadIsNamedWhereItStands() {
        typed.put("totalLimit", List.of("soon"));
        typed.put("form", List.of("tobacco"));
        row(0, "FOOD", "", "", "3", "tobacco");

        assertEquals(
                List.of("totalLimit", "form", "members[0].limit", "members[0].when"),
                fields(assertThrows(ProblemException.class, () -> form().draft("SHOP", List.of()))));
    }

    private BundleForm form() {
        return new BundleForm(new Form(typed, Map.of()));
    }

    private void row(int row, String item, String department, String name, String limit, String when) {
        typed.put(BundleForm.field(row, "item"), List.of(item));
        typed.put(BundleForm.field(row, "department"), List.of(department));
        typed.put(BundleForm.field(row, "name"), List.of(name));
        typed.put(BundleForm.field(row, "limit"), List.of(limit));
        typed.put(BundleForm.field(row, "when"), List.of(when));
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, LocalizedMessage.verbatim("?"));
    }

    private static List<String> fields(ProblemException refusal) {
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }
}
