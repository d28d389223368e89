package org.yichuang.documents.internal;

import java.time.LocalDate;
import java.util.Map;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.documents.internal.domain.TemplateText;

/** A document with all parts that documents can have. */
public final class Gallery {
    /** Its text. */
    public static final String TEXT =
            """
            你（单位）于{day}提出的“{item}”申请，经审查，申请材料齐全、符合法定形式，决定准予许可。
            # 许可内容
            许可事项 | {item}
            经营场所 | {place}
            [备注 | {note}]
            # 持证须知
            - {duties}
            ! 如不服本决定，可以自收到之日起六十日内申请行政复议，或者六个月内向人民法院提起行政诉讼。
            + {attachments}
            """;

    /** Its facts. */
    public static final Map<String, String> FACTS = Map.of(
            "day", "2026年9月1日",
            "item", "食品经营许可",
            "place", "海阳市东村街道<文山街>9号 & 10号",
            "duties", "悬挂许可证\n接受监督检查",
            "attachments", "许可证正本\n经营场所平面图");

    private Gallery() {}

    /** The document, as it is printed. */
    public static Paper paper(String text, Map<String, String> facts) {
        return new Paper(
                DocumentLayout.OFFICIAL,
                "海阳市市场监督管理局",
                "海政审〔2026〕12号",
                "准予行政许可决定书",
                "张𠮷明",
                new TemplateText(text).fill(facts),
                LocalDate.of(2026, 9, 1),
                true,
                "https://example.org/haiyang/verify/ABCD2345",
                "ABCD2345");
    }
}
