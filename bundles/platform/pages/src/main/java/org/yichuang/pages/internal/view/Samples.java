package org.yichuang.pages.internal.view;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.ClockFace;
import org.yichuang.pages.api.Confirmation;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Milestone;
import org.yichuang.pages.api.Plot;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Sheet;
import org.yichuang.pages.api.Tab;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.api.Upload;

/** What the gallery shows: the field's own words, in every state a component has. */
public record Samples(Instant at) {
    private static final int UNCOUNTED = 4;
    private static final int ON_A_PAGE = 3;
    private static final List<Waiting> WAITING = List.of(
            new Waiting("370687-20261121-7K3M9Q2XAB", "砍伐城市树木审批", 15, 3),
            new Waiting("370687-20261118-2QW9ZX81KD", "食品经营许可", 1, 5),
            new Waiting("370687-20261012-M41XNC0P7R", "建筑工程施工许可", -2, 12),
            new Waiting("370687-20261120-0VB52HDMTS", "生产建设项目水土保持方案审批及水土保持设施验收报备", 8, 7));

    /** What can be chosen. */
    public List<Option> kinds() {
        return List.of(new Option("person", "个人"), new Option("enterprise", "企业或其他组织"));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(Samples.class, key);
    }

    /** A refusal with two fields. */
    public ProblemException problem() {
        return new ProblemException(
                CommonError.FIELDS_INVALID,
                words("sample.refused"),
                List.of(
                        new FieldProblem("wrong", words("sample.check-digit-wrong")),
                        new FieldProblem("wrong-area", words("sample.demand-missing"))));
    }

    /** A worklist that is searched, sorted and turned over by its address, as all are. */
    public Table table(Ui ui) {
        List<Table.Column> columns = List.of(
                Table.Column.of("办件编号"),
                Table.Column.of("事项"),
                Table.Column.of("剩余时间").sortedBy("due"),
                Table.Column.number("材料").sortedBy("files"));
        String words = ui.inputValue("q", "");
        List<Waiting> found = WAITING.stream()
                .filter(waiting -> waiting.item.contains(words) || waiting.number.contains(words))
                .sorted(order(ui.inputValue("sort", "due")))
                .toList();
        int from = ui.inputValue("cursor", "").equals("next") ? Math.min(ON_A_PAGE, found.size()) : 0;
        int to = Math.min(from + ON_A_PAGE, found.size());
        List<Table.Row> rows = found.subList(from, to).stream()
                .map(waiting -> row(ui, waiting))
                .toList();
        return new Table("待办办件", columns, rows, to < found.size() ? "next" : null, "没有符合条件的办件");
    }

    private static Comparator<Waiting> order(String sort) {
        Comparator<Waiting> order =
                sort.endsWith("files") ? Comparator.comparing(Waiting::files) : Comparator.comparing(Waiting::days);
        return sort.startsWith("-") ? order.reversed() : order;
    }

    private static Table.Row row(Ui ui, Waiting waiting) {
        TrafficLight light =
                waiting.days < 0 ? TrafficLight.RED : waiting.days < 2 ? TrafficLight.YELLOW : TrafficLight.GREEN;
        return Table.Row.of(
                ui.link("/_components/timeline", waiting.number),
                ui.text(waiting.item),
                ui.light(light, ui.daysLeft(waiting.days)),
                ui.text(Integer.toString(waiting.files)));
    }

    private record Waiting(String number, String item, int days, int files) {}

    /** A timeline with past, present and future. */
    public List<Milestone> steps(Ui ui) {
        return List.of(
                Milestone.done(at.minus(3, ChronoUnit.DAYS), "海阳市政务服务中心", "申请人提交申请"),
                Milestone.done(at.minus(2, ChronoUnit.DAYS), "海阳市政务服务中心", "受理"),
                new Milestone(at, "烟台市政务服务中心", "审批", ui.paragraphs("经办部门：城市管理局"), Milestone.State.NOW),
                new Milestone(null, "海阳市政务服务中心", "制证送达", null, Milestone.State.AHEAD));
    }

    /** A clock in every state. */
    public List<ClockFace> clocks() {
        LocalDate today = at.atZone(CallContext.ZONE).toLocalDate();
        List<ClockFace.Uncounted> uncounted = IntStream.range(0, UNCOUNTED)
                .mapToObj(i -> new ClockFace.Uncounted(today.plusDays(i), "周末"))
                .toList();
        return Arrays.stream(ClockFace.State.values())
                .map(state -> new ClockFace(
                        "决定期限",
                        "烟台市政务服务中心",
                        today,
                        "20个工作日",
                        state == ClockFace.State.STANDING ? null : today.plusDays(20),
                        state == ClockFace.State.RUNNING,
                        state,
                        state == ClockFace.State.RUNNING ? 9 : null,
                        state == ClockFace.State.RUNNING ? TrafficLight.GREEN : null,
                        "自受理次日起算，时限20个工作日。",
                        uncounted))
                .toList();
    }

    /** A place for files that are needed, are there, or have not been taken. */
    public Upload upload(String state) {
        return new Upload(
                "/_components/upload",
                "file-" + state,
                "树木权属证明",
                "PDF、JPG、PNG，不超过 10 MB",
                ".pdf,.jpg,.png",
                10L << 20,
                !state.equals("failed"),
                state.equals("there") ? List.of(new Upload.Present("1", "权属证明.pdf", 1_234_567)) : List.of(),
                state.equals("failed") ? "文件类型不符：只接受 PDF、JPG、PNG" : "");
    }

    /** A question, with a field of its own or without. */
    public Confirmation confirmation(Content fields) {
        return new Confirmation(
                "确认撤回申请？", "撤回后此办件终止，需要时须重新申请。", "/_components/confirm", "撤回申请", "/_components", fields);
    }

    /** What a question may ask besides. */
    public Content reason(Ui ui) {
        return ui.field(Field.area("reason", "撤回原因").required().maxLength(200));
    }

    /** The pages above a page. */
    public List<Screen.Crumb> crumbs() {
        return List.of(
                new Screen.Crumb("待办办件", "/_components/table"),
                new Screen.Crumb("370687-20261121-7K3M9Q2XAB", "/_components/timeline"));
    }

    /** Two views. */
    public List<Tab> tabs() {
        return List.of(new Tab("材料", "/_components/tabs", true), new Tab("办理过程", "/_components/timeline", false));
    }

    /** Some facts. */
    public List<Fact> facts(Ui ui) {
        return List.of(
                new Fact("事项", ui.text("砍伐城市树木审批")),
                new Fact("申请人", ui.text("海阳市某建设有限公司")),
                new Fact("承诺时限", ui.text("10个工作日")));
    }

    /** A notice. */
    public Sheet sheet(Ui ui) {
        Content body = ui.paragraphs("你（单位）提出的砍伐城市树木审批申请，经审查，申请材料齐全、符合法定形式，现予受理。\n" + "本机关将自受理之日起20个工作日内作出决定。");
        return new Sheet(
                "受理通知书",
                "海政受〔2026〕7K3M9Q2XAB号",
                "海阳市某建设有限公司",
                body,
                at.atZone(CallContext.ZONE).toLocalDate(),
                "海阳市政务服务中心",
                "https://example.org/haiyang/progress");
    }

    /** Figures of a week. */
    public Plot plot() {
        return new Plot(
                "近七日收件与办结",
                "日期",
                List.of("11-15", "11-16", "11-17", "11-18", "11-19", "11-20", "11-21"),
                List.of(
                        new Plot.Series("收件", List.of(3L, 12L, 15L, 9L, 11L, 14L, 4L)),
                        new Plot.Series("办结", List.of(1L, 8L, 13L, 12L, 9L, 12L, 5L))));
    }
}
