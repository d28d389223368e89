package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.CleanUp.Flagged;
import org.yichuang.catalogue.internal.CleanUp.Lift;
import org.yichuang.catalogue.internal.CleanUp.Raise;
import org.yichuang.catalogue.internal.LimitChecks.Simulation;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.catalogue.internal.domain.check.CleanUpFlag;
import org.yichuang.catalogue.internal.domain.check.LimitFinding;
import org.yichuang.catalogue.internal.domain.check.LimitRule;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.persistence.CleanUpMarks;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;

public class CatalogueChecksTest extends CatalogueWorld {
    private static final String HEADINGS =
            "item_code,name,item_type,competent_department,exercise_level,acceptance_levels,has_pre_review,"
                    + "pre_review_level,statutory_days,promised_days,day_unit,case_type,legal_basis,procedure\n";
    private static final PageRequest ALL = PageRequest.of(200, null);

    private LimitChecks limits;
    private CleanUp cleanUp;
    private ReviewRounds rounds;

    @Before
    public void openChecks() {
        PublishedRows published = new PublishedRows(transactions.persistenceUnit(), items);
        rounds = new ReviewRounds(transactions, new Rounds(transactions.persistenceUnit()));
        limits = new LimitChecks(transactions, network, published, rounds);
        cleanUp = new CleanUp(
                transactions,
                published,
                items,
                new CleanUpMarks(transactions.persistenceUnit()),
                new Demands(transactions, network, items));
    }

    @Test
    public void theLimitsOfACatalogueAreHeldAgainstThePolicyOfItsCentre() {
        offer("A-1,甲,行政许可,住建,市,市,否,,20,10,工作日,承诺件,《建筑法》,受理-现场踏勘-决定");
        offer("A-2,乙,行政许可,住建,市,市,否,,20,5,工作日,承诺件,《建筑法》,受理-审查-决定");
        offer("A-3,丙,公共服务,住建,市,市,否,,,,,即办件,《建筑法》,受理-办结");

        LimitChecks.Report report = limits.catalogue(Simulation.NONE, ALL, calling(YANTAI));

        assertEquals(
                List.of("A-1 LONG", "A-2 SIMPLE"),
                report.page().items().stream()
                        .map(each -> each.code() + " " + each.rule())
                        .toList());
        assertEquals(3, report.counts().items());
        assertEquals(2, report.counts().shortItems());
        assertEquals(1, report.counts().instantItems());
        Simulation looser = new Simulation(Optional.of(10), Optional.empty());
        assertEquals(
                List.of(LimitRule.SIMPLE),
                limits.catalogue(looser, ALL, calling(YANTAI)).page().items().stream()
                        .map(LimitFinding::rule)
                        .toList());
        assertEquals(
                0,
                limits.catalogue(Simulation.NONE, ALL, calling(HAIYANG))
                        .counts()
                        .items());
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> limits.catalogue(new Simulation(Optional.of(-1), Optional.empty()), ALL, calling(YANTAI)));
    }

    @Test
    public void aRoundIsHeldAgainstThePolicyByWhatRemains() {
        String id = rounds.enter(
                new NewRound(
                        "第一轮",
                        LocalDate.of(2026, 3, 2),
                        List.of(
                                new RoundItem("A-1", "甲", null, RoundOutcome.KEPT, "", 20, 10),
                                new RoundItem("A-2", "乙", null, RoundOutcome.CANCELLED, "多余", 20, 10),
                                new RoundItem("A-3", "丙", null, RoundOutcome.KEPT, "", 5, 9))),
                calling(YANTAI));

        LimitChecks.Report report = limits.round(id, Simulation.NONE, ALL, calling(YANTAI));

        assertEquals(2, report.counts().items());
        assertEquals(
                List.of("A-1 LONG", "A-3 PROMISE"),
                report.page().items().stream()
                        .map(each -> each.code() + " " + each.rule())
                        .toList());
        refused(CatalogueError.ROUND_UNKNOWN, () -> limits.round(id, Simulation.NONE, ALL, calling(HAIYANG)));
    }

    @Test
    public void whereTheCentreRefusesABindingRuleHoldsForPublicationAndImport() {
        settings(Map.of("policy.catalogue.compression.publishing", "refuse"));
        String row = HEADINGS + "A-1,甲,行政许可,住建,市,市,否,,20,10,工作日,承诺件,《建筑法》,受理-决定\n";

        ImportReport report = importCsv(row, true, calling(YANTAI));

        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.publish("A-1", calling(YANTAI)));
        assertEquals(CatalogueError.ITEM_INVALID, refusal.code());
        assertEquals(
                List.of("promisedLimit"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        settings(Map.of(
                "policy.catalogue.compression.publishing", "refuse", "policy.catalogue.compression.exceptions", "A-1"));
        editing.publish("A-1", calling(YANTAI));
    }

    @Test
    public void whatALevelExaminesWithoutALimitStaysADraftUnlessItIsPublicAlready() {
        String row = HEADINGS + "A-3,丙,行政许可,住建,市,县,是,县,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定\n";
        assertEquals(
                Outcome.DRAFTED,
                importCsv(row, true, calling(YANTAI)).details().get(0).outcome());
        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.publish("A-3", calling(YANTAI)));
        assertEquals(CatalogueError.ITEM_INVALID, refusal.code());
        assertEquals("routes[0].stages[1].limit", refusal.fields().get(0).field());
        settings(Map.of(LevelLimits.POLICY, LevelLimits.TELL));
        editing.publish("A-3", calling(YANTAI));
        settings(Map.of());
        assertEquals(
                "public already",
                Outcome.PUBLISHED,
                importCsv(row.replace("踏勘", "核查"), true, calling(YANTAI))
                        .details()
                        .get(0)
                        .outcome());
    }

    @Test
    public void sixFlagsComeOfTheDataAlone() {
        settings(Map.of(LevelLimits.POLICY, LevelLimits.TELL));
        offer("A-1,甲,行政许可,住建,市,市,否,,20,5,工作日,承诺件,,受理-踏勘-决定");
        offer("A-2,乙,行政许可,住建,市,市,否,,20,5,工作日,承诺件,本局通知〔2001〕3号,受理-踏勘-决定");
        offer("A-3,丙,行政许可,住建,市,县,是,县,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定");
        offer("A-4,丁,行政许可,住建,市,市,否,,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定");
        offer("A-5,丁,行政许可,交通,市,市,否,,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定");
        offer("A-6,戊备案,行政备案,住建,市,市,否,,,3,工作日,承诺件,《建筑法》,受理-踏勘-决定");
        offer("A-7,己许可证延期备案,行政备案,住建,市,市,否,,,,,即办件,《建筑法》,受理-办结");
        offer("A-8,庚核准,行政备案,住建,市,市,否,,,,,即办件,《建筑法》,受理-办结");

        assertEquals(
                List.of(
                        "A-1 SELF_SET",
                        "A-2 SELF_SET",
                        "A-3 DELEGABLE",
                        "A-3 UNTIMED",
                        "A-4 SEVERAL_DEPARTMENTS",
                        "A-5 SEVERAL_DEPARTMENTS",
                        "A-6 FILING",
                        "A-8 DISGUISED"),
                flags(Optional.empty()));
        Flagged shared = cleanUp.flags(Optional.of(CleanUpFlag.SEVERAL_DEPARTMENTS), ALL, calling(YANTAI))
                .items()
                .get(0);
        assertEquals("同名事项由多个部门实施：交通；住建", shared.finding().zh());
        assertEquals(List.of(RoundOutcome.MERGED, RoundOutcome.TRANSFERRED), shared.proposed());
    }

    @Test
    public void theOthersAreRaisedWithAReasonAndTakenBackWithOne() {
        offer("A-4,丁,行政许可,住建,市,市,否,,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定");
        Raise raise = new Raise("A-4", CleanUpFlag.MARKET, RoundOutcome.HANDED_OVER, "行业协会能够评定");

        cleanUp.raise(raise, calling(YANTAI));

        assertEquals(List.of("A-4 MARKET"), flags(Optional.empty()));
        assertEquals(
                "行业协会能够评定",
                cleanUp.flags(Optional.empty(), ALL, calling(YANTAI))
                        .items()
                        .get(0)
                        .finding()
                        .zh());
        AuditEntry entry = last();
        assertEquals("clean-up-flagged", entry.event().type());
        assertEquals("market~A-4", entry.aggregateId());
        assertEquals("handed-over", entry.details().get("outcome"));

        cleanUp.lift(new Lift("A-4", CleanUpFlag.MARKET, "已移交"), calling(YANTAI));
        assertEquals(List.of(), flags(Optional.empty()));
        refused(
                CatalogueError.MARK_STATE,
                () -> cleanUp.lift(new Lift("A-4", CleanUpFlag.MARKET, "已移交"), calling(YANTAI)));
        cleanUp.raise(raise, calling(YANTAI));
        assertEquals(List.of("A-4 MARKET"), flags(Optional.of(CleanUpFlag.MARKET)));
    }

    @Test
    public void aFlagThatTheDataRaiseIsNotEnteredAndAnOutcomeMustFit() {
        offer("A-4,丁,行政许可,住建,市,市,否,,20,5,工作日,承诺件,《建筑法》,受理-踏勘-决定");

        assertEquals(List.of("flag"), fields(new Raise("A-4", CleanUpFlag.FILING, RoundOutcome.ADJUSTED, "应当即办")));
        assertEquals(List.of("outcome"), fields(new Raise("A-4", CleanUpFlag.OUTDATED, RoundOutcome.DELEGATED, "过时")));
        assertEquals(List.of("reason"), fields(new Raise("A-4", CleanUpFlag.OUTDATED, RoundOutcome.CANCELLED, " ")));
        Raise foreign = new Raise("A-4", CleanUpFlag.OUTDATED, RoundOutcome.CANCELLED, "过时");
        refused(CatalogueError.ITEM_UNKNOWN, () -> cleanUp.raise(foreign, calling(HAIYANG)));
        refused(
                CommonError.NOT_SIGNED_IN,
                () -> cleanUp.raise(foreign, calling(YANTAI).by(Actor.ANONYMOUS)));
    }

    private void settings(Map<String, String> settings) {
        Tenant centre = network.get(YANTAI);
        network.put(new Tenant(
                centre.id(),
                centre.name(),
                centre.level(),
                centre.parent(),
                centre.division(),
                centre.modules(),
                new HashMap<>(settings)));
    }

    private List<String> flags(Optional<CleanUpFlag> flag) {
        return cleanUp.flags(flag, ALL, calling(YANTAI)).items().stream()
                .map(each -> each.code() + " " + each.flag())
                .toList();
    }

    private List<String> fields(Raise raise) {
        return assertThrows(ProblemException.class, () -> cleanUp.raise(raise, calling(YANTAI))).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }

    private AuditEntry last() {
        return transactions.entries().get(transactions.entries().size() - 1).entry();
    }

    private void offer(String row) {
        ImportReport report = importCsv(HEADINGS + row + "\n", true, calling(YANTAI));
        assertEquals(report.details().toString(), 1, report.published());
    }
}
