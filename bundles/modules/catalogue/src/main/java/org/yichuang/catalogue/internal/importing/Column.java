package org.yichuang.catalogue.internal.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.kernel.api.LocalizedMessage;

/** The columns that are understood, by their headings in English and Chinese. Others are left alone. */
enum Column {
    CODE("item_code", "code", "事项编码", "实施编码", "基本编码", "编码"),
    NAME("name", "事项名称", "名称"),
    TYPE("item_type", "type", "事项类型", "类型"),
    DEPARTMENT("competent_department", "department", "主管部门", "部门"),
    ORGAN("implementing_org", "organ", "实施主体", "实施机关", "实施机构"),
    EXERCISE_LEVEL("exercise_level", "行使层级"),
    ACCEPTANCE_LEVEL("acceptance_level", "受理层级"),
    ACCEPTANCE_LEVELS("acceptance_levels", "全部受理层级"),
    HAS_PRE_REVIEW("has_pre_review", "是否初审", "有无初审"),
    PRE_REVIEW_LEVEL("pre_review_level", "初审层级"),
    PRE_REVIEW_DAYS("pre_review_days", "初审时限"),
    STATUTORY("statutory_days", "法定时限", "法定办结时限"),
    PROMISED("promised_days", "承诺时限", "承诺办结时限"),
    DAY_UNIT("day_unit", "时限单位"),
    FEE("fee", "收费", "是否收费", "收费标准"),
    BASIS("legal_basis", "设定依据", "法律依据"),
    CONDITIONS("conditions", "受理条件", "办理条件"),
    MATERIALS("materials", "申请材料"),
    PROCEDURE("procedure", "办理流程"),
    RESULT("result_name", "result", "结果名称", "办理结果"),
    KIND("case_type", "办件类型"),
    COMPLAINT("complaint", "监督投诉渠道", "监督投诉方式", "投诉渠道"),
    PLACE("place", "办理地点和时间", "办理地点"),
    AUDIENCE("audience", "服务对象"),
    ISSUE_LEVEL("issue_level", "制证层级"),
    FORM("form", "表单"),
    ROUTES("routes", "办理路径"),
    RECONSIDERATION_FIRST("reconsideration_first", "复议前置", "是否复议前置"),
    EXAMINATION("examination", "内部审查", "审查方式"),
    ALIASES("aliases", "俗称", "别名"),
    CERTIFICATE("certificate", "许可证件"),
    PREREQUISITES("prerequisites", "前置条件", "前置事项"),
    IN_PERSON("in_person", "本人现场签字", "是否须本人到场"),
    ONLINE_PRE_REVIEW("online_pre_review", "网上预审", "是否网上预审"),
    VISITS("visits", "到办事现场次数", "到现场次数", "到现场大厅次数", "到现场大厅的次数"),
    VISIT_REASON("visit_reason", "必须现场办理原因", "必须到现场办理的原因"),
    VISIT_BASIS("visit_basis", "必须现场办理依据"),
    CORRECTION_DAYS("correction_days", "补正期限"),
    APPROVAL_LEVELS("approval_levels", "审批层级", "内部审批层级"),
    REGISTRATION("registration", "登记期限", "登记办理期限"),
    DELEGATION("delegation", "委托机关", "委托部门"),
    SPECIAL_STEPS("special_steps", "特殊环节"),
    SERVICE_FIELD("service_field", "公共服务领域", "服务领域"),
    SAMPLES("samples", "示范文本", "样表", "空白表格"),
    SOURCE("source_url", "source", "来源");

    /** Without these no row can become an item. */
    private static final List<Column> INDISPENSABLE = List.of(NAME, TYPE, EXERCISE_LEVEL);

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_UNPACKED = 256 << 20;

    /** What is looked for in files, and how much is taken. */
    static final TableLayout LAYOUT = new TableLayout(
            Arrays.stream(values()).map(Column::inTables).toList(),
            new TableLimits(ItemFile.LARGEST, ItemFile.MOST_ROWS, MOST_COLUMNS, LONGEST_CELL, MOST_UNPACKED));

    private final List<String> headings;

    /**
     * The same for a centre.
     *
     * @param own headings of its own lists, by what they mean
     * @param most how many rows it takes
     */
    static TableLayout layout(Map<String, String> own, int most) {
        return new TableLayout(
                Arrays.stream(values())
                        .map(column -> column.inTables(own.entrySet().stream()
                                .filter(each -> each.getValue().equals(column.heading()))
                                .map(Map.Entry::getKey)
                                .toList()))
                        .toList(),
                new TableLimits(ItemFile.LARGEST, most, MOST_COLUMNS, LONGEST_CELL, MOST_UNPACKED));
    }

    /** Finds one by a heading that every list may have. */
    static Optional<Column> of(String heading) {
        String plain = TableLayout.plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.stream()
                        .anyMatch(each -> TableLayout.plain(each).equals(plain)))
                .findFirst();
    }

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    /** Its heading in files of other systems. */
    String heading() {
        return headings.get(0);
    }

    /** The heading by which people know it. */
    String chinese() {
        return headings.stream()
                .filter(heading -> heading.codePoints().anyMatch(Character::isIdeographic))
                .findFirst()
                .orElse(heading());
    }

    /** Its heading for those who are told of it. */
    LocalizedMessage label() {
        return LocalizedMessage.of(Column.class, "column.label", chinese(), heading());
    }

    /** Something that is said about a cell of it. */
    LocalizedMessage remark(LocalizedMessage message) {
        return LocalizedMessage.of(Column.class, "column.remark", label(), message);
    }

    private TableLayout.Column inTables() {
        return inTables(List.of());
    }

    private TableLayout.Column inTables(List<String> more) {
        return new TableLayout.Column(
                name(),
                this == CODE ? Content.CODE : Content.TEXT,
                INDISPENSABLE.contains(this),
                label(),
                Stream.concat(headings.stream(), more.stream()).toList());
    }
}
