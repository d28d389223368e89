package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions.Judgement;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmissionView;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Drafts of a county that the city examines and the province agrees to (M-CAT-5). */
public class SubmissionsTest extends SubmissionWorld {
    private static final ItemDefinition TREES = TreeItem.whole();
    private static final ItemDefinition PARKS =
            TreeItem.whole().under("HY-PARKS").withIdentity("公园活动审批", TREES.type(), TREES.legalBasis());
    private static final ItemDefinition ROADS =
            TreeItem.whole().under("HY-ROADS").withIdentity("占道审批", TREES.type(), TREES.legalBasis());

    @Test
    public void whatTheProvinceAgreesToIsPublishedWithItsRoad() {
        String id = sendUp(TREES);
        refusedToPublish("审批（市级）", "草案已报送上级审查");
        carry();
        assertEquals(SubmissionState.EXAMINING, list(YANTAI, id).state());
        forward(id, TREES.code());
        assertEquals(SubmissionState.ABOVE, list(HAIYANG, id).state());
        assertEquals("山东省政务服务中心", list(HAIYANG, id).holder());
        assertEquals(
                "the province has said so",
                list(SHANDONG, id).dueOn(),
                list(HAIYANG, id).holderDue());
        judge(SHANDONG, id, ExaminationOutcome.KEEP, TREES.code());
        conclude(SHANDONG, id);
        carry();

        assertEquals(SubmissionState.CONCLUDED, list(HAIYANG, id).state());
        assertEquals(SubmissionState.CONCLUDED, list(YANTAI, id).state());
        assertEquals(ItemStanding.APPROVED, item(HAIYANG, id, TREES.code()).standing());
        assertEquals(
                ItemVersion.State.PUBLISHED,
                editing.publish(TREES.code(), as(HAIYANG, "editor")).state());
        assertEquals(
                List.of("烟台市政务服务中心", "山东省政务服务中心"),
                submissions.agreed(TREES.code(), as(HAIYANG, "editor")).get(0).road().steps().stream()
                        .map(RoadStep::name)
                        .toList());
        assertTrue(transactions.entries().stream().anyMatch(each -> "烟台市政务服务中心、山东省政务服务中心"
                .equals(each.entry().details().get("approvedBy"))));
    }

    private void refusedToPublish(String name, String words) {
        ProblemException refusal =
                assertThrows(name, ProblemException.class, () -> editing.publish(TREES.code(), as(HAIYANG, "editor")));
        assertEquals(CatalogueError.APPROVAL_MISSING, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains(words));
    }

    @Test
    public void aListOfSeveralIsReturnedAndAdjustedItemByItem() {
        String id = sendUp(TREES, PARKS, ROADS);
        carry();
        judge(YANTAI, id, ExaminationOutcome.KEEP, TREES.code());
        judge(YANTAI, id, ExaminationOutcome.RETURN, PARKS.code());
        Adjustment shorter = new Adjustment(null, null, "条件简化", null, null, null, null, null, 3);
        judge(YANTAI, id, new Judgement(ROADS.code(), ExaminationOutcome.ADJUST, "可以更快", shorter));
        conclude(YANTAI, id);
        carry();

        assertEquals(ItemStanding.RETURNED, item(HAIYANG, id, PARKS.code()).standing());
        assertEquals("理由", item(HAIYANG, id, PARKS.code()).road().steps().get(0).words());
        assertEquals(ItemStanding.ABOVE, item(HAIYANG, id, TREES.code()).standing());
        assertEquals(2, list(SHANDONG, id).items());
        assertEquals(
                3, item(SHANDONG, id, ROADS.code()).content().promisedLimit().amount());

        judge(SHANDONG, id, ExaminationOutcome.KEEP, TREES.code());
        judge(SHANDONG, id, ExaminationOutcome.KEEP, ROADS.code());
        conclude(SHANDONG, id);
        carry();

        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(ROADS.code(), as(HAIYANG, "editor")));
        submissions.adopt(id, ROADS.code(), false, as(HAIYANG, "editor"));
        ItemVersion published = editing.publish(ROADS.code(), as(HAIYANG, "editor"));
        assertEquals("条件简化", published.definition().conditions());
        assertEquals(3, published.definition().promisedLimit().amount());
        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(PARKS.code(), as(HAIYANG, "editor")));
        refused(
                CatalogueError.SUBMISSION_STATE,
                () -> submissions.adopt(id, TREES.code(), false, as(HAIYANG, "editor")));
    }

    @Test
    public void whatTheProvincePutsBackIsWhatWasAgreedTo() {
        String id = sendUp(ROADS);
        carry();
        adjust(YANTAI, id, "条件简化");
        conclude(YANTAI, id);
        carry();
        assertEquals("条件简化", item(SHANDONG, id, ROADS.code()).content().conditions());
        adjust(SHANDONG, id, ROADS.conditions());
        conclude(SHANDONG, id);
        carry();

        assertEquals(
                ROADS.conditions(), item(YANTAI, id, ROADS.code()).content().conditions());
        assertEquals(
                ROADS.conditions(), item(HAIYANG, id, ROADS.code()).content().conditions());
        assertEquals(
                ROADS.conditions(),
                editing.publish(ROADS.code(), as(HAIYANG, "editor"))
                        .definition()
                        .conditions());
    }

    @Test
    public void whatWasWrittenSinceIsNotWrittenOver() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String id = sendUp(ROADS);
        carry();
        ItemDefinition written = ROADS.withIdentity("占用道路审批", ROADS.type(), ROADS.legalBasis());
        editing.draft(written, as(HAIYANG, "editor"));
        adjust(YANTAI, id, "条件简化");
        conclude(YANTAI, id);
        carry();

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> submissions.adopt(id, ROADS.code(), false, as(HAIYANG, "editor")));
        assertEquals(CatalogueError.SUBMISSION_STATE, refusal.code());
        assertEquals("name", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.zh().contains("占用道路审批"));
        editing.draft(ROADS, as(HAIYANG, "editor"));
        submissions.adopt(id, ROADS.code(), false, as(HAIYANG, "editor"));
        submissions.adopt(id, ROADS.code(), false, as(HAIYANG, "editor"));
        editing.publish(ROADS.code(), as(HAIYANG, "editor"));
    }

    private void adjust(TenantId centre, String id, String conditions) {
        Adjustment changes = new Adjustment(null, null, conditions, null, null, null, null, null, null);
        judge(centre, id, new Judgement(ROADS.code(), ExaminationOutcome.ADJUST, "改", changes));
    }

    @Test
    public void aChangeAfterTheAgreementHasToGoUpAgain() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String id = sendUp(TREES);
        carry();
        forward(id, TREES.code());
        assertEquals(
                "the city has the last word",
                SubmissionState.CONCLUDED,
                list(YANTAI, id).state());

        editing.draft(TreeItem.named("工程建设涉及树木审批"), as(HAIYANG, "editor"));
        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(TREES.code(), as(HAIYANG, "editor")));
        editing.draft(TREES, as(HAIYANG, "editor"));
        network.policy(HAIYANG, ReviewAbove.POLICY, "province");
        refusedToPublish("of the city only", "较低层级");
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        editing.publish(TREES.code(), as(HAIYANG, "editor"));
    }

    @Test
    public void whatWasAgreedToAndIsReturnedLaterIsAgreedToNoMore() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String first = sendUp(TREES);
        carry();
        forward(first, TREES.code());
        String taken = submissions.submit(new NewSubmission("误报", List.of(TREES.code())), as(HAIYANG, "editor"));
        submissions.withdraw(taken, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();
        assertEquals(
                "what is taken back has no answer",
                1,
                submissions.agreed(TREES.code(), as(HAIYANG, "editor")).size());

        String again = submissions.submit(new NewSubmission("复核", List.of(TREES.code())), as(HAIYANG, "editor"));
        carry();
        judge(YANTAI, again, ExaminationOutcome.RETURN, TREES.code());
        conclude(YANTAI, again);
        carry();
        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(TREES.code(), as(HAIYANG, "editor")));
        assertEquals(List.of(), submissions.agreed(TREES.code(), as(HAIYANG, "editor")));
    }

    @Test
    public void onlyWhatCouldBePublishedGoesUp() {
        network.policy(HAIYANG, ReviewOffice.POLICY, "legal");
        ProblemException refusal = assertThrows(ProblemException.class, () -> sendUp(TREES));
        assertEquals("codes[0]", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.zh().contains("法制机构"));

        network.policy(HAIYANG, ReviewOffice.POLICY, "");
        network.policy(HAIYANG, "policy.catalogue.compression.publishing", "refuse");
        network.policy(HAIYANG, "policy.catalogue.compression.long-days", "1");
        refusal = assertThrows(ProblemException.class, () -> sendUp(TREES));
        assertTrue(refusal.zh(), refusal.fields().get(0).message().zh().contains("1"));
        network.policy(HAIYANG, "policy.catalogue.compression.publishing", "tell");
        sendUp(TREES);
        refused(CommonError.FIELDS_INVALID, () -> sendUp(TREES));
        refused(
                CommonError.FIELDS_INVALID,
                () -> submissions.submit(new NewSubmission("单", List.of("X-1")), as(HAIYANG, "editor")));
        editing.draft(PARKS, as(SHANDONG, "editor"));
        refused(
                CatalogueError.SUBMISSION_STATE,
                () -> submissions.submit(new NewSubmission("单", List.of(PARKS.code())), as(SHANDONG, "editor")));
    }

    @Test
    public void whoIsLateIsSeenOnBothSides() {
        network.policy(YANTAI, ReviewAbove.DAYS, "5");
        String id = sendUp(TREES);
        carry();
        assertEquals(LocalDate.of(2026, 3, 9), list(YANTAI, id).dueOn());
        assertEquals(LocalDate.of(2026, 3, 9), list(HAIYANG, id).holderDue());
        assertFalse(list(HAIYANG, id).late());
        assertEquals(List.of(), late());

        network.pass(Duration.ofDays(8));
        assertTrue(list(HAIYANG, id).late());
        assertEquals(List.of(id), late());
        forward(id, TREES.code());
        assertTrue("what was late stays late", list(YANTAI, id).late());
        assertFalse("the province has its own time", list(HAIYANG, id).late());
        assertEquals(List.of("烟台市政务服务中心"), list(HAIYANG, id).wereLate());
        judge(SHANDONG, id, ExaminationOutcome.KEEP, TREES.code());
        conclude(SHANDONG, id);
        carry();
        assertEquals(
                "no answer hides it", List.of("烟台市政务服务中心"), list(HAIYANG, id).wereLate());
        assertEquals(List.of(), list(YANTAI, id).wereLate());
    }

    @Test
    public void whatIsTakenBackInTimeGrowsNotLate() {
        network.policy(YANTAI, ReviewAbove.DAYS, "5");
        String inTime = sendUp(TREES);
        String tooLate = sendUp(PARKS);
        carry();
        submissions.withdraw(inTime, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();
        network.pass(Duration.ofDays(45));
        submissions.withdraw(tooLate, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();

        assertFalse(list(YANTAI, inTime).late());
        assertTrue("what was late stays late", list(YANTAI, tooLate).late());
    }

    private List<String> late() {
        return submissions
                .list(Optional.empty(), true, PageRequest.of(10, null), as(YANTAI, "examiner"))
                .items()
                .stream()
                .map(SubmissionView::id)
                .toList();
    }

    @Test
    public void nothingIsConcludedBeforeEveryItemHasItsWord() {
        String id = sendUp(TREES, PARKS);
        carry();
        judge(YANTAI, id, ExaminationOutcome.KEEP, TREES.code());

        ProblemException refusal = assertThrows(ProblemException.class, () -> conclude(YANTAI, id));
        assertEquals(CatalogueError.SUBMISSION_STATE, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("公园活动审批"));
        refused(CatalogueError.SUBMISSION_STATE, () -> conclude(HAIYANG, id));
        refused(CatalogueError.SUBMISSION_UNKNOWN, () -> conclude(SHANDONG, id));
        ProblemException why = assertThrows(
                ProblemException.class,
                () -> judge(YANTAI, id, new Judgement(PARKS.code(), ExaminationOutcome.RETURN, "", null)));
        assertEquals("judgements[0].words", why.fields().get(0).field());
        Adjustment nothing = new Adjustment(null, null, null, null, null, null, null, null, null);
        refused(
                CommonError.FIELDS_INVALID,
                () -> judge(YANTAI, id, new Judgement(PARKS.code(), ExaminationOutcome.ADJUST, "改", nothing)));
    }

    @Test
    public void whoseHandsItIsNotInSaysNothing() {
        String id = sendUp(TREES);
        carry();
        CallContext editor = as(YANTAI, "x")
                .by(new Actor(
                        "x", "x", Set.of(), Set.of(), Set.of(CataloguePermission.VIEW, CataloguePermission.EDIT)));
        refused(CommonError.NOT_ALLOWED, () -> submissions.conclude(id, editor));
        CallContext seen = as(YANTAI, "examiner");
        CallContext before = new CallContext(
                seen.tenant(), seen.actor(), seen.at(), seen.requestId(), Optional.empty(), Optional.of(77L));
        refused(CommonError.PRECONDITION_FAILED, () -> submissions.conclude(id, before));
    }

    @Test
    public void aListIsTakenBackOverAllLevels() {
        String id = sendUp(TREES);
        carry();
        forward(id, TREES.code());
        submissions.withdraw(id, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();

        assertEquals(SubmissionState.WITHDRAWN, list(YANTAI, id).state());
        assertEquals(SubmissionState.WITHDRAWN, list(SHANDONG, id).state());
        refused(CatalogueError.SUBMISSION_STATE, () -> conclude(SHANDONG, id));
        sendUp(TREES);
    }

    @Test
    public void anAnswerThatCrossesTheTakingBackHasNoEffect() {
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");
        String id = sendUp(TREES);
        carry();
        judge(YANTAI, id, ExaminationOutcome.KEEP, TREES.code());
        conclude(YANTAI, id);
        submissions.withdraw(id, new TakingBack("报送有误"), as(HAIYANG, "editor"));
        carry();

        assertEquals(SubmissionState.WITHDRAWN, list(HAIYANG, id).state());
        assertEquals(SubmissionState.CONCLUDED, list(YANTAI, id).state());
        refused(CatalogueError.APPROVAL_MISSING, () -> editing.publish(TREES.code(), as(HAIYANG, "editor")));
    }

    @Test
    public void anImportPublishesNothingThatNobodyAboveHasSeen() {
        String row = "A-1,甲事项,行政许可,住建,海阳市住建局,县,县,否,,5,工作日,承诺件\n";

        var report = importCsv(HEADINGS + row, true, as(HAIYANG, "editor"));

        assertEquals(0, report.published());
        String why = report.details().get(0).reasonsZh().toString();
        assertTrue(why, why.contains("报送上级审查"));
    }
}
