package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * Which earlier steps on a case keep the same person from deciding it; that nobody verifies what they have examined is
 * no matter of choice.
 */
public final class SeparateDuties {
    private static final String VERIFICATION = "verification";
    private static final String EXAMINATION = "examination";
    private static final String ACCEPTANCE = "acceptance";
    private static final String ALL = "all";

    /** What a centre keeps apart: as usual the verification alone, as small centres need. */
    public static final SettingDefinition SETTING =
            SettingDefinition.choice("policy.cases.duties", VERIFICATION, VERIFICATION, EXAMINATION, ACCEPTANCE, ALL);

    private SeparateDuties() {}

    /**
     * Refuses a decision to whoever has done what their centre keeps apart from it.
     *
     * @throws ProblemException {@link CaseError#DUTIES_SEPARATE}, naming the earlier step
     */
    static void requireToDecide(Act act) {
        if (keepAcceptanceApart(act.now)) {
            refuse(act, SeparateDuties::isAcceptance, "duties.acceptance");
        }
        if (keepExaminationApart(act.now)) {
            refuse(act, SeparateDuties::isExamination, "duties.examination");
        }
    }

    /**
     * Whom the earlier steps of a case keep from a command, as far as their accounts are known: what is refused to them
     * by {@link CaseError#DUTIES_SEPARATE}.
     */
    public static Set<String> barred(CaseCommand command, CaseFile file, CommandContext now) {
        if (command == CaseCommand.DECIDE) {
            return file.progress().steps.stream()
                    .filter(step -> keepAcceptanceApart(now) && isAcceptance(step)
                            || keepExaminationApart(now) && isExamination(step))
                    .map(StepFact::by)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
        return Impartiality.barred(command, file.progress()).map(Set::of).orElse(Set.of());
    }

    private static boolean keepExaminationApart(CommandContext now) {
        return List.of(EXAMINATION, ALL).contains(now.here().policy(SETTING.key(), SETTING.usual()));
    }

    private static boolean isAcceptance(StepFact step) {
        return step.is(CaseCommand.ACCEPT);
    }

    /** Whether whoever accepts does not decide. */
    static boolean keepAcceptanceApart(CommandContext now) {
        return List.of(ACCEPTANCE, ALL).contains(now.here().policy(SETTING.key(), SETTING.usual()));
    }

    private static boolean isExamination(StepFact step) {
        boolean isReview =
                step.is(CaseCommand.EXAMINE) && ExaminationKind.REVIEW.name().equals(step.note());
        return isReview || step.is(CaseCommand.SURVEY) || step.is(CaseCommand.PRE_REVIEW);
    }

    private static void refuse(Act act, Predicate<StepFact> apart, String words) {
        String account = act.now.actor().account();
        if (act.progress.steps.stream().anyMatch(step -> apart.test(step) && account.equals(step.by()))) {
            throw new ProblemException(CaseError.DUTIES_SEPARATE, LocalizedMessage.of(SeparateDuties.class, words));
        }
    }
}
