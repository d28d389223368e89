package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.DraftOpinions.Demand;
import org.yichuang.catalogue.internal.DraftOpinions.Give;
import org.yichuang.catalogue.internal.DraftOpinions.Given;
import org.yichuang.catalogue.internal.DraftOpinions.Waiting;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.opinion.OpinionRules.Standing;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** A draft is published when those have agreed to it who have to, and nobody else has written it (M-CAT-4). */
public class DraftOpinionsTest extends CatalogueWorld {
    private static final String CODE = TreeItem.whole().code();

    @Before
    public void threeOfficesHaveToAgree() {
        network.policy(YANTAI, ReviewOffice.POLICY, "centre,legal,reform");
        editing.draft(TreeItem.whole(), as("editor"));
    }

    @Test
    public void aPublicationNamesThoseWhoHaveNotAgreed() {
        give(ReviewOffice.LEGAL, true, "wang");
        give(ReviewOffice.REFORM, false, "li");

        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.publish(CODE, as("editor")));

        assertEquals(CatalogueError.OPINIONS_MISSING, refusal.code());
        assertEquals(
                List.of("opinions.centre", "opinions.reform"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertTrue(refusal.message().zh(), refusal.message().zh().contains("政务服务中心：尚未提出意见；编办（审改办）：不同意"));

        give(ReviewOffice.CENTRE, true, "zhao");
        give(ReviewOffice.REFORM, true, "li");
        assertEquals(1, editing.publish(CODE, as("editor")).number());
    }

    @Test
    public void whoHasWrittenADraftGivesNoOpinionOfIt() {
        editing.draft(TreeItem.named("工程建设涉及树木审批"), as("wang"));
        editing.draft(TreeItem.whole(), as("editor"));

        refused(CatalogueError.OPINION_BY_AUTHOR, () -> give(ReviewOffice.LEGAL, true, "wang"));
        refused(CatalogueError.OPINION_BY_AUTHOR, () -> give(ReviewOffice.LEGAL, true, "editor"));
        give(ReviewOffice.LEGAL, true, "li");
    }

    @Test
    public void aChangeOfTheDraftVoidsWhatWasSaidAndTheSameContentDoesNot() {
        network.policy(YANTAI, ReviewOffice.POLICY, "legal");
        give(ReviewOffice.LEGAL, true, "wang");

        editing.draft(TreeItem.named("工程建设涉及树木审批"), as("editor"));
        assertEquals(List.of(new Demand(ReviewOffice.LEGAL, Standing.OUTDATED)), demanded());
        assertFalse(opinions.of(CODE, as("editor")).given().get(0).current());
        refused(CatalogueError.OPINIONS_MISSING, () -> editing.publish(CODE, as("editor")));

        editing.draft(TreeItem.whole(), as("editor"));
        assertEquals(List.of(new Demand(ReviewOffice.LEGAL, Standing.AGREED)), demanded());
    }

    @Test
    public void theHistoryKeepsWhatWasSaidOfEachVersion() {
        network.policy(YANTAI, ReviewOffice.POLICY, "legal");
        give(ReviewOffice.LEGAL, true, "wang");
        editing.publish(CODE, as("editor"));
        editing.draft(TreeItem.named("工程建设涉及树木审批"), as("editor"));
        give(ReviewOffice.LEGAL, false, "wang");

        List<Given> given = opinions.of(CODE, as("editor")).given();

        assertEquals(
                List.of("2 false 意见wang 王 true", "1 true 意见wang 王 true"),
                given.stream()
                        .map(each -> each.version() + " " + each.agreed() + " " + each.words() + " " + each.reviewer()
                                + " " + each.current())
                        .toList());
    }

    @Test
    public void oneSpeaksOnlyForOnesOwnOfficeAndOfTheDraftThatOneHasSeen() {
        Give given = new Give(ReviewOffice.REFORM, true, "同意");
        CallContext legal =
                as("wang", CataloguePermission.VIEW, CataloguePermission.OPINE, CataloguePermission.OPINE_LEGAL);
        refused(CommonError.NOT_ALLOWED, () -> opinions.give(CODE, given, legal));

        CallContext seen = as("li");
        CallContext before = new CallContext(
                seen.tenant(), seen.actor(), seen.at(), seen.requestId(), Optional.empty(), Optional.of(7L));
        refused(CommonError.PRECONDITION_FAILED, () -> opinions.give(CODE, given, before));
        refused(CatalogueError.ITEM_UNKNOWN, () -> opinions.give("X-1", given, as("li")));
    }

    @Test
    public void nobodySpeaksForTwoOffices() {
        give(ReviewOffice.LEGAL, true, "wang");

        refused(CatalogueError.OPINION_BY_AUTHOR, () -> give(ReviewOffice.CENTRE, true, "wang"));
        give(ReviewOffice.LEGAL, false, "wang");
        give(ReviewOffice.CENTRE, true, "zhao");
    }

    @Test
    public void withoutADraftNothingIsSaid() {
        network.policy(YANTAI, ReviewOffice.POLICY, "");
        editing.publish(CODE, as("editor"));

        refused(CatalogueError.ITEM_STATE, () -> give(ReviewOffice.LEGAL, true, "wang"));
        assertEquals(List.of(), demanded());
    }

    @Test
    public void anImportPublishesNothingThatNobodyHasExamined() {
        String row = "A-1,甲事项,行政许可,住建,市住建局,市,市,否,,5,工作日,承诺件\n";

        var report = importCsv(HEADINGS + row, true, calling(YANTAI));

        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        String why = report.details().get(0).reasonsZh().toString();
        assertTrue(why, why.contains("法制机构"));
    }

    @Test
    public void whoExaminesSeesWhatIsWanting() {
        give(ReviewOffice.LEGAL, true, "wang");

        List<Waiting> waiting =
                opinions.waiting(PageRequest.of(10, null), as("wang")).items();

        assertEquals(CODE, waiting.get(0).draft().definition().code());
        assertEquals(
                List.of(Standing.MISSING, Standing.AGREED, Standing.MISSING),
                waiting.get(0).demanded().stream().map(Demand::standing).toList());
    }

    private List<Demand> demanded() {
        return opinions.of(CODE, as("editor")).demanded();
    }

    private void give(ReviewOffice office, boolean agrees, String account) {
        opinions.give(CODE, new Give(office, agrees, "意见" + account), as(account));
    }

    private static CallContext as(String account) {
        return calling(YANTAI).by(Actor.platform(account, "王"));
    }

    private static CallContext as(String account, String... permissions) {
        return calling(YANTAI).by(new Actor(account, "王", Set.of(), Set.of(), Set.of(permissions)));
    }
}
