package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class DecisionContentTest {
    private static void require(Outcome outcome, String opinion) {
        DecisionContent.require(new Decide(outcome, opinion, "不符合规划", "《行政许可法》第三十八条", "可以申请行政复议"));
    }

    @Test
    public void noRefusalCarriesAnOpinionThatAgrees() {
        for (String agreeing : List.of("经审查，申请符合法定条件、标准，同意。", "同意", "同意！ ", "经核验无误同意", "无异议，同意。")) {
            ProblemException refusal =
                    assertThrows(agreeing, ProblemException.class, () -> require(Outcome.REFUSE, agreeing));
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
            assertEquals("opinion", refusal.fields().get(0).field());
            require(Outcome.GRANT, agreeing);
        }
    }

    @Test
    public void whoAgreesWithAPreReviewOrDoesNotAgreeRefuses() {
        for (String refusing : List.of("同意初审意见。", "不同意。", "不予同意", "经审查，不符合条件，不予准予。")) {
            require(Outcome.REFUSE, refusing);
        }
        require(Outcome.REFUSE, null);
    }

    @Test
    public void whateverDeniesThatSomebodyAgreesIsNoAgreement() {
        for (String denied :
                List.of("不", "不予以", "不能", "不宜", "不应当", "未", "未予", "未能", "没有理由", "难以", "无法", "无法予以", "暂缓")) {
            require(Outcome.REFUSE, "材料齐全，但选址违反规划，" + denied + "同意。");
        }
    }
}
