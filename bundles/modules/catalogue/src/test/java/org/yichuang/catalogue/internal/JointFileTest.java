package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft.Member;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Ten real bundles (一件事), row by row: each is published with its members, and what a row says that no bundle keeps is
 * named here.
 */
public class JointFileTest extends CatalogueWorld {
    private static final String FILE = "/joint.csv";

    /** What stands for a lead and is no department. */
    private static final Set<String> NO_LEAD = Set.of("(not stated)", "分阶段牵头");

    /** Whose bundles these are; all others are those of cities. */
    private static final Map<String, TenantId> CENTRES =
            Map.of("云南省", SHANDONG, "四川省丹棱县", HAIYANG, "省级(未注明省名)", HAIYANG);

    /** What the centre says where the file is silent. */
    private static final int USUAL = 10;

    /**
     * What becomes of a cell that no bundle keeps: whole days, of which the law leaves 45; one lead, and one department
     * for each member. The others of a row are asked for their opinion as parties, where a centre wants that.
     */
    private static final String LOST =
            """
            10 部门 市场监管/行政审批 -> 市场监管
            10 总时限 0.5 day -> 1个工作日
            11 时限 0.5 hour -> 当日
            11 总时限 0.5 day -> 1个工作日
            12 总时限 0.5 day -> 1个工作日
            13 部门 医保、人社 -> 医保
            13 总时限 0.5 day -> 1个工作日
            14 总时限 0.5 day -> 1个工作日
            15 总时限 0.5 day -> 1个工作日
            23 牵头 (not stated) -> 卫健
            24 牵头 (not stated) -> 卫健
            25 牵头 (not stated) -> 卫健
            26 牵头 (not stated) -> 卫健
            27 牵头 (not stated) -> 卫健
            28 牵头 (not stated) -> 卫健
            29 牵头 (not stated) -> 卫健
            30 牵头 (not stated) -> 卫健
            31 牵头 (not stated) -> 卫健
            37 部门 助产机构/卫健 -> 助产机构
            38 部门 助产机构/疾控 -> 助产机构
            44 牵头 (not stated) -> 卫健
            45 牵头 (not stated) -> 卫健
            46 牵头 (not stated) -> 卫健
            47 牵头 (not stated) -> 卫健
            48 牵头 (not stated) -> 卫健
            49 牵头 (not stated) -> 卫健
            50 牵头 分阶段牵头 -> 自然资源
            50 部门 自然资源(牵头) -> 自然资源
            50 总时限 90 working days overall -> 45个工作日
            51 牵头 分阶段牵头 -> 自然资源
            51 部门 自然资源(牵头) -> 自然资源
            51 总时限 90 working days overall -> 45个工作日
            52 牵头 分阶段牵头 -> 自然资源
            52 部门 住建(牵头) -> 住建
            52 总时限 90 working days overall -> 45个工作日
            53 牵头 分阶段牵头 -> 自然资源
            53 部门 住建(牵头) -> 住建
            53 总时限 90 working days overall -> 45个工作日
            54 部门 发改、自然资源 -> 发改
            54 总时限 >=40% shorter before start of works -> 10个工作日
            55 总时限 >=40% shorter before start of works -> 10个工作日
            56 总时限 >=40% shorter before start of works -> 10个工作日
            """;

    private Bundles bundles;
    private Map<String, List<Row>> file;

    /** A row, as it stands in the file. */
    private record Row(
            int number,
            String bundle,
            String region,
            String lead,
            String member,
            String item,
            String department,
            String limit,
            String total) {
        /** The department that decides: the first that is named. */
        String deciding() {
            return department.split("[/、]")[0].replaceFirst("\\(.*\\)$", "");
        }

        boolean saysLevels() {
            return limit.contains("级");
        }
    }

    @Before
    public void readFile() throws IOException {
        bundles = new Bundles(transactions, network, items, offers, editing);
        List<String> columns = List.of(
                "bundle",
                "region",
                "lead_department",
                "member_no",
                "member_item",
                "department",
                "member_limit_or_level",
                "bundle_limit");
        TableLayout layout = new TableLayout(
                columns.stream()
                        .map(column -> new TableLayout.Column(
                                column, Content.TEXT, true, LocalizedMessage.verbatim(column), List.of(column)))
                        .toList(),
                new TableLimits(1 << 20, 100, 20, 2000, 1 << 20));
        file = new LinkedHashMap<>();
        try (InputStream content = JointFileTest.class.getResourceAsStream(FILE)) {
            new TableReader().read(FILE, content, layout, cells -> {
                List<String> row = columns.stream().map(cells::text).toList();
                Row read = new Row(
                        cells.number(),
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.get(5),
                        row.get(6),
                        row.get(7));
                file.computeIfAbsent(read.bundle() + " " + read.region(), key -> new ArrayList<>())
                        .add(read);
            });
        }
    }

    @Test
    public void eachOfTheTenIsPublishedWithItsMembersInTheirOrder() {
        assertEquals(10, file.size());
        assertEquals(55, file.values().stream().mapToInt(List::size).sum());
        file.forEach((name, rows) -> {
            ItemDefinition bundle = published(rows);
            assertEquals(name, rows.get(0).bundle(), bundle.name());
            assertEquals(
                    name,
                    rows.stream().map(Row::item).toList(),
                    bundle.joint().members().stream().map(JointMember::name).toList());
        });
    }

    /** A centre that brings such a list in has to settle these, and nothing else. */
    @Test
    public void whatARowSaysThatNoBundleKeepsIsNamed() {
        List<String> lost = new ArrayList<>();
        file.forEach((name, rows) -> lost.addAll(lost(rows, published(rows))));
        assertEquals(LOST.lines().toList(), lost);
    }

    /** Silence, half a day, 90 days and a share of the time before are no total of whole days within the law. */
    @Test
    public void asItIsStatedNoneIsDrafted() {
        file.forEach((name, rows) -> {
            publishMembers(rows, level(rows));
            ProblemException refusal = assertThrows(
                    name, ProblemException.class, () -> bundles.draft(asStated(rows), calling(centre(rows))));
            assertEquals(name, CatalogueError.ITEM_INVALID, refusal.code());
            assertEquals(
                    name,
                    NO_LEAD.contains(rows.get(0).lead())
                            ? List.of("leadDepartment", "totalLimit")
                            : List.of("totalLimit"),
                    refusal.fields().stream().map(FieldProblem::field).toList());
        });
    }

    /** The province's plan names what cities and counties decide: it is a bundle of these, and none of the province. */
    @Test
    public void whatIsDecidedBelowIsBundledBelow() {
        List<Row> plan = file.values().iterator().next();
        plan.forEach(row -> publishMember(SHANDONG, row, row.saysLevels() ? Level.COUNTY : Level.PROVINCE));
        bundles.draft(completed(plan), calling(SHANDONG));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish(code(plan), calling(SHANDONG)));

        assertEquals(CatalogueError.BUNDLE_MEMBER_ELSEWHERE, refusal.code());
        assertEquals(
                List.of("members[1].item", "members[3].item", "members[4].item"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertEquals(5, published(plan).joint().members().size());
    }

    private ItemDefinition published(List<Row> rows) {
        publishMembers(rows, level(rows));
        bundles.draft(completed(rows), calling(centre(rows)));
        return bundles.publish(code(rows), calling(centre(rows))).definition();
    }

    private static TenantId centre(List<Row> rows) {
        return CENTRES.getOrDefault(rows.get(0).region(), YANTAI);
    }

    private Level level(List<Row> rows) {
        return network.get(centre(rows)).level();
    }

    private String code(List<Row> rows) {
        return "J" + new ArrayList<>(file.values()).indexOf(rows);
    }

    private void publishMembers(List<Row> rows, Level level) {
        rows.forEach(row -> publishMember(centre(rows), row, level));
    }

    /** A member that says no limit of its own has the usual one; 即时 and 当场 are the same day. */
    private void publishMember(TenantId centre, Row row, Level level) {
        String limit = row.limit().isEmpty() || row.saysLevels()
                ? String.valueOf(USUAL)
                : row.limit().replaceFirst("immediate|on the spot", "0");
        publish(
                centre,
                String.join(
                        ",",
                        "M-" + row.number(),
                        "\"" + row.item() + "\"",
                        "其他行政权力",
                        row.deciding(),
                        network.get(centre).name(),
                        level.key(),
                        level.key(),
                        "否",
                        "",
                        limit,
                        "工作日",
                        ""));
    }

    /** The bundle with what the file says of it, and nothing else. */
    private BundleDraft asStated(List<Row> rows) {
        Row first = rows.get(0);
        String days = first.total().matches("\\d+ .*") ? first.total().split(" ")[0] : "";
        return draft(
                rows,
                NO_LEAD.contains(first.lead()) ? "" : first.lead(),
                days.isEmpty() ? null : Integer.valueOf(days));
    }

    /** The bundle with what a centre says where the file is silent, or says what cannot be. */
    private BundleDraft completed(List<Row> rows) {
        BundleDraft stated = asStated(rows);
        Integer total = rows.get(0).total().equals("0.5 day") ? Integer.valueOf(1) : stated.total();
        return draft(
                rows,
                stated.lead().isEmpty() ? rows.get(0).deciding() : stated.lead(),
                Math.min(total == null ? USUAL : total, JointHandling.MOST_DAYS));
    }

    private BundleDraft draft(List<Row> rows, String lead, Integer total) {
        return new BundleDraft(
                code(rows),
                rows.get(0).bundle(),
                List.of(),
                BundleKind.APPROVAL,
                lead,
                "",
                total,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                rows.stream()
                        .map(row -> new Member("M-" + row.number(), "", "", null, List.of()))
                        .toList());
    }

    private static List<String> lost(List<Row> rows, ItemDefinition bundle) {
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            JointMember member = bundle.joint().members().get(i);
            String limit = member.limit().amount() == 0 ? "(immediate|on the spot)?" : "|.*县.*级";
            lost.addAll(unkept(row, "牵头", row.lead(), bundle.department()));
            lost.addAll(unkept(row, "部门", row.department(), member.department()));
            if (!row.limit().matches(limit)) {
                lost.addAll(
                        unkept(row, "时限", row.limit(), member.limit().label().zh()));
            }
            if (!row.total().isEmpty()) {
                lost.addAll(unkept(
                        row, "总时限", row.total(), bundle.promisedLimit().label().zh()));
            }
        }
        return lost;
    }

    private static List<String> unkept(Row row, String what, String said, String kept) {
        return said.equals(kept) ? List.of() : List.of(row.number() + " " + what + " " + said + " -> " + kept);
    }
}
