package org.yichuang.catalogue.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;

public class BundleWordsTest {
    private static final List<FormField> QUESTIONS = List.of(
            new FormField("tobacco", "是否销售烟草（含电子烟）", Type.BOOLEAN, true, null, null, List.of()),
            new FormField(
                    "kind",
                    "业态",
                    Type.CHOICE,
                    false,
                    null,
                    null,
                    List.of(new Option("a", "餐饮"), new Option("b", "娱乐"))));

    @Test
    public void conditionsAreTypedAndReadBack() {
        List<List<Condition>> when = List.of(
                List.of(
                        new Condition("area", null, new BigDecimal("200"), null),
                        new Condition("kind", List.of("a", "b"), null, null)),
                List.of(new Condition("seats", null, null, new BigDecimal("50.5"))));

        assertEquals("area>=200 & kind=a,b\nseats<50.5", ConditionWords.write(when));
        assertEquals(Optional.of(when), ConditionWords.read(ConditionWords.write(when)));
        assertEquals("as people type it", Optional.of(when), ConditionWords.read("area>=200&kind＝a，b\n\nseats < 50.5"));
        assertEquals(Optional.of(List.of()), ConditionWords.read(" "));
        assertEquals(Optional.empty(), ConditionWords.read("area"));
        assertEquals(Optional.empty(), ConditionWords.read("area>=200 & "));
    }

    @Test
    public void questionsAreTypedAndReadBack() {
        assertEquals("tobacco|是否销售烟草（含电子烟）|BOOLEAN\nkind|业态|CHOICE*|a=餐饮/b=娱乐", QuestionLines.write(QUESTIONS));
        assertEquals(Optional.of(QUESTIONS), QuestionLines.read(QuestionLines.write(QUESTIONS)));
        assertEquals(Optional.empty(), QuestionLines.read("tobacco|是否销售烟草"));
        assertEquals(Optional.empty(), QuestionLines.read("tobacco|是否销售烟草|MOON"));
    }

    @Test
    public void whatCannotBeTypedIsKnown() {
        FormField bounded = new FormField("area", "面积", Type.INTEGER, true, BigDecimal.ONE, null, List.of());

        assertTrue(QuestionLines.canWrite(QUESTIONS));
        assertFalse(QuestionLines.canWrite(List.of(bounded)));
    }
}
