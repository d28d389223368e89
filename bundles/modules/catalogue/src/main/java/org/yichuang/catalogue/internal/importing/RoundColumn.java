package org.yichuang.catalogue.internal.importing;

import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.kernel.api.LocalizedMessage;

/** The columns of a file of a review round, by their headings in English and Chinese. Others are left alone. */
enum RoundColumn {
    CODE(true, "item_code", "code", "事项编码", "编码", "实施编码", "基本编码"),
    NAME(false, "name", "事项名称", "名称"),
    TYPE(false, "item_type", "type", "事项类型", "类型"),
    OUTCOME(true, "outcome", "审改结论", "结论", "清理意见", "处理意见"),
    REASON(false, "reason", "理由", "原因", "依据和理由"),
    STATUTORY(false, "statutory_days", "法定时限", "法定办结时限"),
    PROMISED(false, "promised_days", "承诺时限", "承诺办结时限"),
    LEVELS(false, "approval_levels", "审批层级", "内部审批层级");

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_UNPACKED = 64 << 20;

    /** What is looked for in files, and how much is taken. */
    static final TableLayout LAYOUT = new TableLayout(
            Arrays.stream(values()).map(RoundColumn::inTables).toList(),
            new TableLimits(ItemFile.LARGEST, NewRound.MOST_ITEMS, MOST_COLUMNS, LONGEST_CELL, MOST_UNPACKED));

    private final boolean required;
    private final List<String> headings;

    RoundColumn(boolean required, String... headings) {
        this.required = required;
        this.headings = List.of(headings);
    }

    /** The heading by which people know it. */
    String chinese() {
        return headings.stream()
                .filter(heading -> heading.codePoints().anyMatch(Character::isIdeographic))
                .findFirst()
                .orElseThrow();
    }

    private TableLayout.Column inTables() {
        return new TableLayout.Column(
                name(),
                this == CODE ? Content.CODE : Content.TEXT,
                required,
                LocalizedMessage.of(Column.class, "column.label", chinese(), headings.get(0)),
                headings);
    }
}
