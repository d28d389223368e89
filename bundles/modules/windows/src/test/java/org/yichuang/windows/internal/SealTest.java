package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.PagesTest.ui;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.core.Response;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.internal.SealCommands.HandSealOver;
import org.yichuang.windows.internal.SealCommands.OpenSeal;
import org.yichuang.windows.internal.SealCommands.UseSeal;
import org.yichuang.windows.internal.SealViews.SealView;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.domain.Seal;
import org.yichuang.windows.internal.domain.SealUse;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.persistence.SealRows;
import org.yichuang.windows.internal.persistence.SealUseRows;
import org.yichuang.windows.internal.rest.SealResource;

/** One person keeps a seal, each use is entered, and nothing is made out without where a centre demands it (K11). */
public class SealTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);
    private static final String NUMBER = "370687-20260302-AAAAAAAAAA";
    private static final UseSeal USE = new UseSeal(SealedKind.APPROVAL, "海住建许字〔2026〕12号", NUMBER, null, null);

    private SealWiring wiring;
    private Seals seals;
    private String bo;

    @Before
    public void hall() {
        wiring = new SealWiring(
                node.entities("windows"), node.transactions(), world.province, world.departments, world.casesPort());
        wiring.heads().forEach(node::prove);
        seals = wiring.seals();
        world.window("3", HOUSING);
        world.window("5", FORESTRY);
        bo = keeper();
        world.onDuty("clara", HOUSING, "3");
        world.onDuty("dora", HOUSING, "3");
        world.onDuty("fern", FORESTRY, "5");
        world.cases.put(NUMBER, record(Map.of("decision", CaseRequests.Outcome.GRANT)));
    }

    private static CaseRecord record(Map<String, Object> decision) {
        Map<String, Object> said =
                new HashMap<>(Map.of("number", NUMBER, "owner", "haiyang", "item", "BUILD", "department", HOUSING));
        said.putAll(decision);
        return Filled.of(CaseRecord.class, said);
    }

    /** Bo, for whom Clara stands in. */
    private String keeper() {
        Recommend given = new Recommend("bo", "人bo", "N-bo", HOUSING, "股长", Rank.SECTION, List.of(HOUSING), "clara");
        String id = world.staff.recommend(given, world.liaison(HOUSING)).id();
        world.staff.vet(id, new Words("w"), world.manager());
        world.staff.approve(id, new Words("w"), world.manager());
        world.staff.train(id, new Train("法规", TODAY, 92, true), world.manager());
        world.staff.badge(id, new Badge("3"), world.manager());
        world.staff.arrive(id, new Arrive(null), world.clerk("bo"));
        return id;
    }

    private SealView opened() {
        return seals.open(new OpenSeal("3706870001", "行政审批专用章", HOUSING, "bo"), world.manager());
    }

    private GateAnswer issue() {
        CaseSnapshot before =
                Filled.of(CaseSnapshot.class, Map.of("number", NUMBER, "owner", "haiyang", "department", HOUSING));
        CaseRequests.Request request = Filled.of(CaseRequests.Decide.class, Map.of("facts", Map.of()));
        return node.transactions().read(world.as("clara", "clerk", HAIYANG, Set.of()), unit -> wiring.gate()
                .check(new GateQuestion(GatedCommand.ISSUE, before, request, world.clerk("clara")), unit));
    }

    @Test
    public void onlyWhoeverKeepsItPutsItToSomething() {
        SealView seal = opened();
        assertEquals("人bo", seal.custodian());
        assertEquals("3", seal.window());
        assertEquals("seal-known", codeOf(this::opened));
        assertEquals(
                "of another department",
                "staff-unknown",
                codeOf(() -> seals.open(new OpenSeal("2", "章", HOUSING, "fern"), world.manager())));
        assertEquals("seal-custodian", codeOf(() -> seals.use(seal.id(), USE, world.clerk("dora"))));
        assertEquals(
                "stands in while bo is away",
                "seal-custodian",
                codeOf(() -> seals.use(seal.id(), USE, world.clerk("clara"))));
        assertEquals("not-allowed", codeOf(() -> seals.use(seal.id(), USE, world.manager())));
        assertEquals("bo", seals.use(seal.id(), USE, world.clerk("bo")).by());
        world.staff.away(bo, new Away(TODAY, "开会"), world.clerk("bo"));
        assertEquals("staff-off-duty", codeOf(() -> seals.use(seal.id(), USE, world.clerk("bo"))));
        assertEquals("seal-custodian", codeOf(() -> seals.use(seal.id(), USE, world.clerk("dora"))));
        assertEquals("clara", seals.use(seal.id(), USE, world.clerk("clara")).by());
        assertEquals(2, seals.uses(seal.id(), ALL, world.manager()).items().size());
        sound();
    }

    @Test
    public void anApprovalIsOfACaseOfTheDepartment() {
        SealView seal = opened();
        UseSeal none = new UseSeal(SealedKind.APPROVAL, "d", " ", 1, null);
        assertEquals("caseNumber", field(() -> seals.use(seal.id(), none, world.clerk("bo"))));
        UseSeal unknown = new UseSeal(SealedKind.FORM, "d", "370687-20260302-BBBBBBBBBB", 1, null);
        assertEquals("seal-case", codeOf(() -> seals.use(seal.id(), unknown, world.clerk("bo"))));
        SealView woods = seals.open(new OpenSeal("9", "林业章", FORESTRY, "fern"), world.manager());
        assertEquals("seal-case", codeOf(() -> seals.use(woods.id(), USE, world.clerk("fern"))));
        UseSeal copies = new UseSeal(SealedKind.FORM, "d", null, 0, null);
        assertEquals("copies", field(() -> seals.use(seal.id(), copies, world.clerk("bo"))));
        assertEquals(
                3,
                seals.use(seal.id(), new UseSeal(SealedKind.PAYMENT_NOTICE, "d", null, 3, "王五"), world.clerk("bo"))
                        .copies());
    }

    @Test
    public void nothingIsMadeOutWithoutWhereThatIsDemanded() {
        SealView seal = opened();
        assertEquals("as usual it is", GateAnswer.allowed("seal recorded:seal-missing"), issue());
        world.province.policy(HAIYANG, "policy.windows.seals", "required");
        GateAnswer.Refused refused = (GateAnswer.Refused) issue();
        assertEquals("seal-missing", refused.code().code());
        assertEquals("seal-refused", refused.event());
        seals.use(seal.id(), new UseSeal(SealedKind.FORM, "表格", NUMBER, 1, null), world.clerk("bo"));
        assertTrue("a form is no approval", issue() instanceof GateAnswer.Refused);
        seals.use(seal.id(), USE, world.clerk("bo"));
        assertEquals(GateAnswer.noObjection(), issue());
        world.province.policy(HAIYANG, "policy.windows.seals", "recorded");
        assertEquals(GateAnswer.noObjection(), issue());
        sound();
    }

    /** Also where it was entered when that was not asked yet. */
    @Test
    public void whatWasEnteredBeforeItWasDecidedIsNoSealOfTheApproval() {
        SealView seal = opened();
        world.province.policy(HAIYANG, "policy.windows.seals", "required");
        world.cases.put(NUMBER, record(Map.of()));
        assertEquals("seal-case", codeOf(() -> seals.use(seal.id(), USE, world.clerk("bo"))));
        seals.use(seal.id(), new UseSeal(SealedKind.FORM, "表格", NUMBER, 1, null), world.clerk("bo"));
        SealUseRows rows = new SealUseRows(node.entities("windows"));
        node.transactions().write(world.clerk("bo"), Void.class, unit -> {
            Seal of =
                    new SealRows(node.entities("windows")).find(seal.id(), unit).orElseThrow();
            SealUse.Course course =
                    new SealUse.Course("d", 1, "", "人bo", unit.context().at(), false);
            SealUse early =
                    SealUse.of("early", of, NUMBER, SealedKind.APPROVAL, course, new Clocked(world.province).now(unit));
            rows.keep(early, "use", Map.of(), "seal-used", early.changed(), unit);
            return null;
        });
        world.cases.put(NUMBER, record(Map.of("decision", CaseRequests.Outcome.GRANT)));
        assertTrue(issue() instanceof GateAnswer.Refused);
        seals.use(seal.id(), USE, world.clerk("bo"));
        assertEquals(GateAnswer.noObjection(), issue());
        sound();
    }

    /** Whoever uses it waits for whoever takes it out of use at the same moment. */
    @Test
    public void itIsHeldWhileItIsUsed() throws Exception {
        SealView seal = opened();
        SealRows rows = new SealRows(other.entities("windows"));
        CountDownLatch held = new CountDownLatch(1);
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<?> retires = another.submit(() -> other.transactions().write(world.manager(), Void.class, unit -> {
                Seal row = rows.held(seal.id(), unit).orElseThrow();
                row.retire("换章", new Clocked(world.province).now(unit));
                held.countDown();
                pause();
                rows.keep(row, "retire", Map.of(), "seal-retired", row.changed(), unit);
                return null;
            }));
            assertTrue(held.await(10, TimeUnit.SECONDS));
            assertEquals("seal-retired", codeOf(() -> seals.use(seal.id(), USE, world.clerk("bo"))));
            retires.get(10, TimeUnit.SECONDS);
        } finally {
            another.shutdownNow();
        }
        sound();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    public void itIsHandedOverAndTakenOutOfUse() {
        SealResource resource = new SealResource(seals);
        Response made = resource.open(new OpenSeal("1", "章", HOUSING, "bo"), world.manager());
        assertEquals(201, made.getStatus());
        String id = ((SealView) made.getEntity()).id();
        SealView now = (SealView) resource.handOver(id, new HandSealOver("dora", "轮岗"), world.manager())
                .getEntity();
        assertEquals("人dora", now.custodian());
        assertEquals("seal-custodian", codeOf(() -> resource.use(id, USE, world.clerk("bo"))));
        resource.use(id, USE, world.clerk("dora"));
        assertTrue(((SealView)
                        resource.retire(id, new Reason("换章"), world.manager()).getEntity())
                .retired());
        assertEquals("seal-retired", codeOf(() -> resource.use(id, USE, world.clerk("dora"))));
        assertEquals("seal-retired", codeOf(() -> resource.retire(id, new Reason("再停"), world.manager())));
        assertEquals("seal-unknown", codeOf(() -> resource.uses("x", null, null, world.manager())));
        assertEquals(1, resource.list(null, null, world.clerk("x")).items().size());
        sound();
    }

    @Test
    public void thePagesOfferWhatOneMay() {
        SealView seal = opened();
        seals.use(seal.id(), USE, world.clerk("bo"));
        StaticTemplates templates = new StaticTemplates();
        List<Option> keepers = List.of(new Option("bo", "3 人bo"));
        String list =
                templates.seals(ui(), seals.list(ALL, world.manager()), keepers).render();
        assertTrue(list, list.contains("field:custodian"));
        String kept = templates
                .seal(
                        ui(),
                        seals.find(seal.id(), world.clerk("bo")),
                        seals.uses(seal.id(), ALL, world.clerk("bo")),
                        false,
                        List.of())
                .render();
        assertTrue(kept, kept.contains("/uses") && kept.contains(NUMBER) && !kept.contains("/custody"));
        String managed = templates
                .seal(
                        ui(),
                        seals.find(seal.id(), world.manager()),
                        seals.uses(seal.id(), ALL, world.manager()),
                        true,
                        keepers)
                .render();
        assertTrue(managed, managed.contains("/custody") && managed.contains("/retirement"));
        assertFalse(managed, managed.contains("/uses\""));
    }
}
