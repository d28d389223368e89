package org.yichuang.cases.internal.domain;

import java.util.Locale;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.Stage.Action;

/** A condition of the state table. */
enum Guard {
    OWN("仅限申请人提交申请的中心", "only at the centre where it was handed in", facts -> !facts.transferred()),
    TRANSFERRED("仅限下级上报的办件", "only on a case from below", GuardInput::transferred),
    NEVER_ACCEPTED("已经受理过", "it has been accepted already", facts -> !facts.accepted()),
    ALREADY_ACCEPTED("尚未受理", "it has not been accepted yet", GuardInput::accepted),
    NEXT_HERE("下一环节不在本中心", "the next stage is above", GuardInput::nextHere),
    NEXT_ABOVE("下一环节在本中心", "the next stage is here", facts -> !facts.nextHere()),
    AT_PRE_REVIEW("当前环节不是初审", "the present stage is not a pre-review", facts -> facts.action() == Action.PRE_REVIEW),
    AT_DECISION("当前环节不是决定", "the present stage is not the decision", facts -> facts.action() == Action.DECIDE),
    HANDED_BACK("上级没有退回", "the centre above has not handed it back", GuardInput::handedBack),
    OWN_STAGE("本中心没有初审环节", "this centre has no pre-review", GuardInput::ownStage),
    NO_OWN_STAGE("本中心有初审环节", "this centre has a pre-review", facts -> !facts.ownStage()),
    ISSUES_HERE("不由本中心制证", "another centre makes out the result", GuardInput::issuesHere),
    GRANT("不是准予决定", "it is not granted", facts -> Boolean.TRUE.equals(facts.granted())),
    REFUSE("不是不予决定", "it is not refused", facts -> Boolean.FALSE.equals(facts.granted())),
    ISSUED_ABOVE("上级没有制证", "the result has not been made out above", GuardInput::issued),
    NOT_ISSUED_ABOVE("上级已经制证", "the result has been made out above", facts -> !facts.issued());

    private final String zh;
    private final String en;
    private final Predicate<GuardInput> holds;

    Guard(String zh, String en, Predicate<GuardInput> holds) {
        this.zh = zh;
        this.en = en;
        this.holds = holds;
    }

    boolean holds(GuardInput facts) {
        return holds.test(facts);
    }

    /** Why it does not hold, in Chinese. */
    String zh() {
        return zh;
    }

    /** Why it does not hold, in English. */
    String en() {
        return en;
    }

    /** The word in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
