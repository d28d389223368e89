package org.yichuang.documents.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** How people's templates are read. */
public class TemplateTextTest {
    @Test
    public void aFactStandsWhereItsNameStands() {
        assertEquals(
                List.of(new Block.Paragraph("张三于今日申请$1\\。")),
                new TemplateText("{who}于今日申请{what}。").fill(Map.of("who", "张三", "what", "$1\\")));
    }

    @Test
    public void whatIsInBracketsNeedsItsFacts() {
        TemplateText text = new TemplateText("予以受理[，期限{limit}][，{note}]。\n[另告知：{note}]");

        assertEquals(List.of(new Block.Paragraph("予以受理，期限20日。")), text.fill(Map.of("limit", "20日")));
    }

    @Test
    public void pointsAreNumberedFromTheListsBeginning() {
        assertEquals(
                List.of(
                        new Block.Heading("甲"),
                        new Block.Point(1, "一"),
                        new Block.Point(2, "二"),
                        new Block.Paragraph("乙"),
                        new Block.Point(1, "三")),
                new TemplateText("# 甲\n- {two}\n乙\n- 三").fill(Map.of("two", "一\n\n二\n")));
    }

    @Test
    public void aBarMakesALineOfATable() {
        assertEquals(List.of(new Block.Row("事项", "a|b")), new TemplateText("事项 | {x}").fill(Map.of("x", "a|b")));
    }

    @Test
    public void aFactIsNotATemplate() {
        assertEquals(
                List.of(new Block.Paragraph("{b}[x]# y")),
                new TemplateText("{a}").fill(Map.of("a", "{b}[x]# y", "b", "!")));
    }

    @Test
    public void itTellsWhichFactsItMentions() {
        assertEquals(Set.of("a", "b"), new TemplateText("{a} [{b}] {a}").facts());
    }
}
