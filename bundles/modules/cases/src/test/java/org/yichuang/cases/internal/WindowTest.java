package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.ToyModule.ToyGate;
import org.yichuang.cases.internal.view.DeliveryTexts;
import org.yichuang.cases.internal.web.CaseFilePages;
import org.yichuang.cases.internal.web.DocumentPages;
import org.yichuang.cases.internal.web.FurtherServices;
import org.yichuang.cases.internal.web.IntakePages;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.testing.ModuleTransactions;

/** Taking in at the window with an answer at once: a refusal of the answer is told, and the case is there. */
public class WindowTest {
    private static ModuleTransactions transactions;
    private final ToyGate gate = new ToyGate() {
        @Override
        public Set<GatedCommand> commands() {
            return EnumSet.of(GatedCommand.ACCEPT, GatedCommand.NOTIFY_CORRECTION, GatedCommand.REFUSE_TO_ACCEPT);
        }
    };
    private Centres centres;
    private IntakePages pages;
    private CaseFilePages files;
    private int calls;
    private String gone;
    private ProblemException told;
    private Screen shown;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        Items items = new Items();
        DocumentPages documents = new DocumentPages(centres.cases.documents());
        CaseServices all = centres.cases;
        FurtherServices further =
                new FurtherServices(all.reception(), null, all.knownApplicants(), all.times(), null, null, null, null);
        files = new CaseFilePages(items, centres.service, further, documents, null);
        pages = new IntakePages(items, centres.service, files, documents, further);
    }

    @Test
    public void anAcceptedCaseGoesOnToItsPapers() {
        pages.take(call(Map.of("outcome", "accept", "paper-m1", "true")), Items.SIMPLE);
        assertEquals("/intake/done/" + number(), gone);
        assertEquals(CaseState.ACCEPTED, centres.find(number(), HAIYANG).state());
        assertNull(told);
    }

    @Test
    public void whoeverAcceptsWithoutARequiredMaterialIsAskedWhatIsPromised() {
        pages.take(call(Map.of("outcome", "accept")), Items.SIMPLE);

        assertEquals("/cases/" + number() + "/acceptance", gone);
        assertEquals(CaseState.RECEIVED, centres.find(number(), HAIYANG).state());
    }

    @Test
    public void aRefusedAcceptanceIsToldOverItsForm() {
        refuseAll();

        pages.take(call(Map.of("outcome", "accept", "paper-m1", "true")), Items.SIMPLE);

        assertEquals("委托书未授权受理", told.zh());
        assertEquals("command.acceptance", shown.title());
        assertEquals("/cases/" + number(), shown.crumbs().get(1).path());
        assertEquals(CaseState.RECEIVED, centres.find(number(), HAIYANG).state());
    }

    @Test
    public void aRefusedNoticeIsToldOverItsFormWhichKeepsWhatWasTyped() {
        refuseAll();

        pages.take(call(Map.of("outcome", "correct", "free-0", "请补充授权委托书")), Items.SIMPLE);

        assertEquals(CommonError.NOT_ALLOWED, told.code());
        assertEquals("command.correction-notice", shown.title());
    }

    @Test
    public void aRefusalAtIntakeIsOneStep() {
        pages.take(call(Map.of("outcome", "refuse")), Items.SIMPLE);
        assertEquals(
                List.of("refusal", "reasons", "basis", "remedies"),
                told.fields().stream().map(FieldProblem::field).toList());
        assertEquals("nothing is kept whose five days would run", List.of(), cases());

        Map<String, String> typed = new HashMap<>(Map.of(
                "outcome",
                "refuse",
                "refusal",
                "NOT_COMPETENT",
                "reasons",
                "不属于本机关职权",
                "basis",
                "许可法第三十二条",
                "remedies",
                "可申请行政复议"));
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("competentOrgan", told.fields().get(0).field());
        typed.put("refusal", "INCOMPLETE");
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("refusal", told.fields().get(0).field());
        assertEquals(List.of(), cases());

        typed.putAll(Map.of("refusal", "NOT_COMPETENT", "competentOrgan", "海阳市水利局"));
        typed.put("remedies", "应当先申请行政复议，对复议决定不服的，可以向人民法院起诉");
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("reconsiderationFirst", told.fields().get(0).field());
        refuseAll();
        typed.put("remedies", "可申请行政复议");
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("委托书未授权受理", told.zh());
        assertEquals("what a gate refuses leaves no case either", List.of(), cases());
        gate.answer = GateAnswer.noObjection();
        told = null;
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("/intake/done/" + number(), gone);
        assertEquals(CaseState.NOT_ACCEPTED, centres.find(number(), HAIYANG).state());
        assertEquals(1, cases().size());
        assertNull(told);
        assertEquals(
                List.of("submit", "refuse-to-accept"),
                transactions.entries().stream()
                        .filter(each -> each.entry().aggregateId().equals(number()))
                        .map(each -> each.entry().action())
                        .toList());
    }

    @Test
    public void aProblemOfANoticeStandsAtTheFieldOfItsForm() {
        String tooLong = "长".repeat(501);

        pages.take(call(Map.of("outcome", "correct", "free-1", tooLong)), Items.SIMPLE);

        assertEquals(
                List.of("free-1"),
                told.fields().stream().map(FieldProblem::field).toList());
    }

    @Test
    public void whatIsPromisedIsWrittenDownBesideEachMaterialThatIsMissing() {
        String number = centres.submit(Items.GAPS, null, HAIYANG).number();

        files.run(
                call(Map.of("promise-m3", "DEFERRAL", "until-m3", "2026-12-01", "remark", "补交前先勘查")),
                number,
                "acceptance");
        assertEquals(
                List.of("until-m3", "promise-m4"),
                told.fields().stream().map(FieldProblem::field).toList());
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());
        files.run(call(Map.of("promise-m3", "DEFERRAL", "until-m3", "下周")), number, "acceptance");
        assertEquals("until-m3", told.fields().get(0).field());
        files.run(
                call(Map.of("promise-m3", "DEFERRAL", "until-m3", "2026-09-18", "promise-m4", "DECLARATION")),
                number,
                "acceptance");
        assertEquals(CaseState.ACCEPTED, centres.find(number, HAIYANG).state());
        assertEquals(
                LocalDate.of(2026, 9, 18),
                centres.find(number, HAIYANG).outstanding().get(0).until());
    }

    @Test
    public void onlyWhatDiffersIsCorrectedOnTheSpot() {
        String number = centres.service
                .submit(
                        Centres.whole(new CaseRequests.Submit(
                                Items.LONG, Centres.ENTERPRISE, Map.of("f1", "一号楼", "f2", "三楼"), List.of(), null)),
                        centres.clerk(HAIYANG))
                .number();

        files.run(call(Map.of("form.f1", "一号楼", "form.f2", "三楼")), number, "on-the-spot-correction");
        assertEquals("form", told.fields().get(0).field());
        files.run(call(Map.of("form.f1", "二号楼", "form.f2", "三楼")), number, "on-the-spot-correction");
        assertEquals(
                Map.of("f1", "二号楼", "f2", "三楼"), centres.find(number, HAIYANG).form());
    }

    @Test
    public void whatWasToFollowIsTakenAtTheWindowAndWhatWasDeclaredIsChecked() {
        String number = centres.submit(Items.GAPS, null, HAIYANG).number();
        files.run(call(Map.of("promise-m3", "DEFERRAL", "promise-m4", "DECLARATION")), number, "acceptance");

        files.run(call(Map.of()), number, "supply");
        assertEquals("file-m3", told.fields().get(0).field());
        files.run(call(Map.of("paper-m3", "true")), number, "supply");
        assertEquals(List.of(), centres.find(number, HAIYANG).outstanding());
        PageCall reviewer = call(centres.reviewer(HAIYANG), Map.of("material", "m4", "kept", "true", "finding", "看过"));
        files.run(reviewer, number, "promise-check");
        assertEquals(List.of(), centres.find(number, HAIYANG).unchecked());
    }

    @Test
    public void whatCanBeDecidedAtOnceIsGrantedByOnePress() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        files.run(call(centres.chief(HAIYANG), Map.of("opinion", "符合条件")), number, "on-the-spot-decision");
        assertNull(told);
        assertEquals(CaseState.GRANTED, centres.find(number, HAIYANG).state());
        assertEquals("符合条件", centres.find(number, HAIYANG).decision().opinion());
    }

    @Test
    public void whatCameOnlineIsCalledReadyWithWhatToBring() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = centres.service
                .submit(centres.whole(Centres.application(Items.ONLINE, null), citizen), citizen)
                .number();
        files.run(call(Map.of("words", "请带原件")), number, "online-review");
        assertEquals(
                "请带原件", centres.find(number, HAIYANG).filing().onlineReview().words());
    }

    @Test
    public void whoeverAcceptsWhatIsCompleteNeedsNoReason() {
        CaseView whole = centres.service.submit(
                new CaseRequests.Submit(
                        Items.SIMPLE,
                        Centres.ENTERPRISE,
                        Map.of(),
                        List.of(new CaseRequests.MaterialGiven("m1", null, null, true)),
                        null),
                centres.clerk(HAIYANG));

        files.run(call(Map.of()), whole.number(), "acceptance");
        assertNull(told);
        assertEquals(CaseState.ACCEPTED, centres.find(whole.number(), HAIYANG).state());
    }

    @Test
    public void theFormSaysByWhichWayItCameAndWhoActs() {
        Map<String, String> typed = Map.of(
                "outcome", "receive",
                "channel", "POST",
                "representative.kind", "AGENT",
                "representative.name", "王芳",
                "representative.idNumber", "370613198501010018",
                "representative.phone", "１３９００００５６７８",
                "duplicateReason", "另一处工地");
        pages.take(call(typed), Items.SIMPLE);
        assertEquals("representative.proof", told.fields().get(0).field());

        told = null;
        Map<String, String> proved = new HashMap<>(typed);
        proved.put("paper-representative.proof", "true");
        pages.take(call(proved), Items.SIMPLE);
        assertNull(told);
        CaseView view = centres.find(number(), HAIYANG);
        assertEquals(CaseChannel.POST, view.filing().channel());
        assertEquals("王芳", DeliveryTexts.receiver(view));
        assertEquals(
                List.of("授权委托书"),
                view.materials().stream().map(CaseView.MaterialView::name).toList());

        pages.take(call(proved), Items.SIMPLE);
        assertEquals(
                List.of(view.number()),
                centres.find(gone.replace("/intake/done/", ""), HAIYANG)
                        .filing()
                        .beside());
    }

    @Test
    public void aDeliveryWithoutConsentIsToldAtItsField() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.service.decide(number, Centres.REFUSE, centres.chief(HAIYANG));

        files.run(call(Map.of("method", "ELECTRONIC", "receivedBy", "李明")), number, "delivery");
        assertEquals("consent", told.fields().get(0).field());
        files.run(call(Map.of("method", "ELECTRONIC", "receivedBy", "李明", "consent", "送达地址确认书")), number, "delivery");
        assertEquals(CaseState.DELIVERED, centres.find(number, HAIYANG).state());
    }

    @Test
    public void whatNobodyHasSignedForIsToldAtTheFieldOfItsProof() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.service.decide(number, Centres.REFUSE, centres.chief(HAIYANG));

        files.run(call(Map.of("method", "LEFT", "receivedBy", "李明")), number, "delivery");
        assertEquals(DeliveryTexts.PROOF_FILE, told.fields().get(0).field());
        files.run(call(Map.of("method", "LEFT", "receivedBy", "李明", "proof.paper", "卷内")), number, "delivery");
        assertEquals("卷内", centres.find(number, HAIYANG).delivery().proof().paper());

        String other = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        files.run(call(Map.of("reason", "不再需要")), other, "withdrawal");
        assertEquals(DeliveryTexts.PROOF_FILE, told.fields().get(0).field());
        files.run(call(Map.of("reason", "不再需要", "proof.paper", "卷内")), other, "withdrawal");
        assertEquals(CaseState.WITHDRAWN, centres.find(other, HAIYANG).state());
    }

    private void refuseAll() {
        centres.gates.add(gate);
        gate.answer = GateAnswer.refused(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("委托书未授权受理"));
    }

    private String number() {
        return cases().get(0).number();
    }

    private List<CaseService.CaseSummary> cases() {
        CaseService.Filter all =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return centres.service
                .list(all, PageRequest.of(9, null), centres.clerk(HAIYANG))
                .items();
    }

    private PageCall call(Map<String, String> typed) {
        return call(centres.withKey("form" + ++calls, centres.clerk(HAIYANG)), typed);
    }

    private PageCall call(CallContext who, Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("applicant.kind", List.of("enterprise"));
        fields.put("applicant.name", List.of("海阳建设有限公司"));
        fields.put("applicant.idNumber", List.of("91350100M000100Y43"));
        fields.put("applicant.phone", List.of("0535-3221234"));
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return answering(PageCall.class, (method, values) -> switch (method) {
            case "form" -> new Form(fields, Map.of());
            case "context" -> who;
            case "tenant" -> centres.province.get(HAIYANG);
            case "ui" -> answering(Ui.class, (word, of) -> word.equals("t") ? of[0] : null);
            case "has" -> false;
            case "redirect" -> went((String) values[0]);
            case "redisplay" -> refused((ProblemException) values[0], (Screen) values[1]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Response went(String path) {
        gone = path;
        return null;
    }

    private Response refused(ProblemException refusal, Screen screen) {
        told = refusal;
        shown = screen;
        return null;
    }

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> answer.to(method.getName(), values)));
    }
}
