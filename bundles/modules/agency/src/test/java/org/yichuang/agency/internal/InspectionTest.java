package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.InspectionCommands.BodyGiven;
import org.yichuang.agency.internal.InspectionCommands.Call;
import org.yichuang.agency.internal.InspectionCommands.Find;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PartGiven;
import org.yichuang.agency.internal.InspectionCommands.PutRight;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.Counts;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.rest.DocumentEntry;
import org.yichuang.agency.internal.rest.InspectionResource;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** A joint annual inspection: bodies are called, come once, and each department says what it has found (M-CAS-10). */
public class InspectionTest extends AgencyContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String LICENCE = "营业执照";
    private static final String LABOUR = "劳动保障年检";
    private static final String DISCHARGE = "排污许可证";
    private static final String OTHER = "91370602MA3C00003E";

    private CallContext of(String department) {
        return world.as("reviewer", "reviewer", HAIYANG, Set.of(department));
    }

    private InspectionView opened() {
        Open open = new Open(
                "2026年度联合年检",
                TODAY,
                TODAY.plusDays(30),
                List.of(
                        new PartGiven("市场监管局", LICENCE),
                        new PartGiven("人社局", LABOUR),
                        new PartGiven("环保局", DISCHARGE)));
        return world.inspections.open(open, world.section());
    }

    private String called() {
        String id = opened().id();
        world.inspections.call(
                id,
                new Call(List.of(
                        new BodyGiven("海阳新材料有限公司", AgencyWorld.USCC, AgencyWorld.OWNER, null),
                        new BodyGiven("海阳示范建设有限公司", OTHER, null, List.of(LICENCE, LABOUR)))),
                world.section());
        return id;
    }

    private List<BodyView> bodies(String id) {
        return world.inspections
                .bodies(id, null, PageRequest.of(10, null), world.clerk())
                .items();
    }

    private BodyView found(String id, String body, String department, String certificate, boolean passed) {
        Find find = new Find(certificate, passed, passed ? "" : "台账不全", passed ? null : TODAY.plusDays(10));
        return world.inspections.find(id, body, find, of(department));
    }

    @Test
    public void bodiesAreCalledOnceOnPaperAndWhoeverHasAnAccountByAMessage() {
        String id = called();
        assertEquals(
                new Counts(2, 0, 0, 0, 0),
                world.inspections.find(id, world.clerk()).counts());
        assertEquals(2, world.issued.size());
        assertEquals("joint-call", world.issued.get("D0").kind());
        assertEquals("营业执照（市场监管局）、劳动保障年检（人社局）", world.issued.get("D1").facts().get("certificates"));
        assertEquals(1, world.told.size());
        assertEquals(AgencyWorld.OWNER, world.told.get(0).account());

        world.inspections.call(
                id, new Call(List.of(new BodyGiven("同一家", AgencyWorld.USCC, null, null))), world.section());
        assertEquals("a list may be sent again", 2, bodies(id).size());
        assertEquals(
                "bodies[0].idNumber",
                field(() -> world.inspections.call(
                        id, new Call(List.of(new BodyGiven("无码", "123", null, null))), world.section())));
        assertEquals(
                "certificate-not-called",
                codeOf(() -> world.inspections.call(
                        opened().id(),
                        new Call(List.of(new BodyGiven("A", OTHER, null, List.of("护照")))),
                        world.section())));
        sound();
    }

    @Test
    public void atOneVisitEachDepartmentSaysWhatItHasFound() {
        String id = called();
        String first = bodies(id).get(0).id();
        BodyView came = found(id, first, "市场监管局", LICENCE, true);
        assertEquals(InspectionState.CAME, came.state());
        assertEquals(TODAY, came.visitedOn());
        assertEquals("not-allowed", codeOf(() -> found(id, first, "市场监管局", LABOUR, true)));
        assertEquals("inspected-before", codeOf(() -> found(id, first, "市场监管局", LICENCE, false)));
        assertEquals("certificate-not-called", codeOf(() -> found(id, first, "市场监管局", "护照", true)));
        found(id, first, "人社局", LABOUR, true);
        assertEquals(
                InspectionState.PASSED, found(id, first, "环保局", DISCHARGE, true).state());
        assertEquals(
                new Counts(2, 1, 1, 0, 0),
                world.inspections.find(id, world.clerk()).counts());
        assertEquals("the result is told", "agency-inspected", world.told.get(1).kind());
        assertEquals(2, world.told.size());
        sound();
    }

    @Test
    public void whatIsToBePutRightIsFollowedUntilItIs() {
        String id = called();
        String second = bodies(id).get(1).id();
        found(id, second, "市场监管局", LICENCE, false);
        BodyView toRight = found(id, second, "人社局", LABOUR, true);
        assertEquals("it has two certificates only", InspectionState.TO_RIGHT, toRight.state());
        assertEquals("certificate-not-called", codeOf(() -> found(id, second, "环保局", DISCHARGE, true)));
        world.inspections.close(id, new Words("按期结束"), world.section());
        assertEquals(
                "inspection-closed", codeOf(() -> found(id, bodies(id).get(0).id(), "人社局", LABOUR, true)));

        world.province.pass(Duration.ofDays(20));
        assertTrue(world.inspections.body(id, second, world.clerk()).late());
        PutRight right = new PutRight(LICENCE, "台账已补齐");
        BodyView righted = world.inspections.putRight(id, second, right, of("市场监管局"));
        assertEquals("also after the end", InspectionState.RIGHTED, righted.state());
        assertTrue("late stays late", righted.late());
        assertEquals("nothing-to-right", codeOf(() -> world.inspections.putRight(id, second, right, of("市场监管局"))));
        assertEquals(
                new Counts(2, 1, 0, 0, 1),
                world.inspections.find(id, world.clerk()).counts());
        sound();
    }

    @Test
    public void aFindingSaysWhatIsToBePutRightAndUntilWhen() {
        String id = called();
        String body = bodies(id).get(0).id();
        assertEquals(
                "words",
                field(() -> world.inspections.find(
                        id, body, new Find(LICENCE, false, " ", TODAY.plusDays(3)), of("市场监管局"))));
        assertEquals(
                "due", field(() -> world.inspections.find(id, body, new Find(LICENCE, false, "w", null), of("市场监管局"))));
        assertEquals(
                "due",
                field(() -> world.inspections.find(
                        id, body, new Find(LICENCE, true, "w", TODAY.plusDays(3)), of("市场监管局"))));
        assertEquals(
                "to",
                field(() -> world.inspections.open(
                        new Open("n", TODAY, TODAY.minusDays(1), List.of(new PartGiven("d", "c"))), world.section())));
        assertEquals(
                "parts",
                field(() -> world.inspections.open(
                        new Open("n", TODAY, TODAY, List.of(new PartGiven("d", "c"), new PartGiven("e", "c"))),
                        world.section())));
    }

    @Test
    public void whoMayDoWhatAndWhatAnotherCentreSees() {
        String id = called();
        String body = bodies(id).get(0).id();
        assertEquals("not-allowed", codeOf(() -> world.inspections.close(id, new Words("w"), world.clerk())));
        assertEquals(
                "not-allowed",
                codeOf(() -> world.inspections.find(id, body, new Find(LICENCE, true, "", null), world.clerk())));
        assertEquals("not-allowed", codeOf(() -> world.inspections.list(PageRequest.of(9, null), world.owner())));
        CallContext elsewhere = world.as("manager", "centre-manager", LAISHAN);
        assertEquals("inspection-unknown", codeOf(() -> world.inspections.find(id, elsewhere)));
        assertTrue(world.inspections
                .list(PageRequest.of(9, null), elsewhere)
                .items()
                .isEmpty());
    }

    @Test
    public void whatIsIssuedIsOpenedAlsoForWhoeverHasNoAccount() {
        String id = called();
        String second = bodies(id).get(1).id();
        InspectionResource resource = new InspectionResource(world.inspections, world.calls);
        List<DocumentEntry> papers =
                resource.documents(id, second, world.clerk()).items();
        assertEquals(1, papers.size());
        assertEquals("joint-call", papers.get(0).kind());
        String paper = papers.get(0).number();
        assertTrue(papers.get(0).href().endsWith("/inspections/" + id + "/bodies/" + second + "/documents/" + paper));
        Response file = resource.document(id, second, paper, of("市场监管局"));
        assertEquals("%PDF " + paper, new String((byte[]) file.getEntity(), StandardCharsets.UTF_8));
        assertTrue(file.getHeaderString("Content-Disposition").contains(paper + ".pdf"));

        assertEquals(
                "of another body",
                "document-unknown",
                codeOf(() -> resource.document(id, bodies(id).get(0).id(), paper, world.clerk())));
        assertEquals(
                "inspection-unknown", codeOf(() -> resource.document(opened().id(), second, paper, world.clerk())));
        assertEquals("not-allowed", codeOf(() -> resource.documents(id, second, world.owner())));
        CallContext elsewhere = world.as("manager", "centre-manager", LAISHAN);
        assertEquals("inspection-unknown", codeOf(() -> resource.documents(id, second, elsewhere)));
    }

    @Test
    public void nobodyIsCalledToDaysThatAreOver() {
        String id = opened().id();
        Call other = new Call(List.of(new BodyGiven("海阳示范建设有限公司", OTHER, null, null)));
        world.province.pass(Duration.ofDays(30));
        world.inspections.call(id, other, world.section());
        world.province.pass(Duration.ofDays(1));
        Call late = new Call(List.of(new BodyGiven("海阳新材料有限公司", AgencyWorld.USCC, AgencyWorld.OWNER, null)));
        assertEquals("bodies", field(() -> world.inspections.call(id, late, world.section())));
        assertEquals(1, world.issued.size());
        assertEquals(1, bodies(id).size());
        sound();
    }

    @Test
    public void theInterfaceTellsTheVersionAndWhereItIs() {
        InspectionResource resource = new InspectionResource(world.inspections, world.calls);
        Open open = new Open("年检", TODAY, TODAY, List.of(new PartGiven("人社局", LABOUR)));
        Response made = resource.open(open, world.section());
        InspectionView view = (InspectionView) made.getEntity();
        assertEquals(201, made.getStatus());
        assertTrue(made.getLocation().toString().endsWith("/agency/inspections/" + view.id()));
        assertEquals("\"1\"", made.getHeaderString("ETag"));
        assertFalse(resource.list(null, null, world.clerk()).items().isEmpty());
    }
}
