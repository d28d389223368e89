package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.DemandView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** The demands of a notice: each names a material, a field of the form, or says in words what is wrong. */
final class Demands {
    private static final String FIELD = "form.";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private Demands() {}

    /** What an answer says to each demand. */
    static List<DemandView> answers(List<CorrectionItem> demands, CorrectionContent answer) {
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < answer.answers().size(); i++) {
            int demand = answer.answers().get(i).demand();
            if (demand < 0 || demand >= demands.size()) {
                problems.add(new FieldProblem(
                        "answers[" + i + "].demand", LocalizedMessage.of(Demands.class, "answer.no-such-demand")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(Demands.class, "answer.no-such-demand"), problems);
        }
        List<DemandView> answers = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            answers.add(answer(demands.get(i), i, answer));
        }
        return answers;
    }

    private static DemandView answer(CorrectionItem demand, int index, CorrectionContent answer) {
        String said = answer.answers().stream()
                .filter(each -> each.demand() == index)
                .map(DemandAnswer::statement)
                .findFirst()
                .orElse(null);
        if (isThere(demand, answer.materials())) {
            return new DemandView(true, "MATERIAL", said);
        }
        if (field(demand).filter(answer.form()::containsKey).isPresent()) {
            return new DemandView(true, "FORM", said);
        }
        boolean isAnsweredInAll = answer.answers().isEmpty()
                && (answer.isSaid() || answer.materials().stream().anyMatch(given -> isBlank(given.code())));
        if (said != null || isFree(demand) && isAnsweredInAll) {
            return new DemandView(isFree(demand), "STATEMENT", said);
        }
        return new DemandView(false, "NONE", null);
    }

    /** Whether a demand of an earlier notice is still to be met. */
    static boolean isOpen(CorrectionView notice, int index, Submission now) {
        if (index < notice.answers().size()) {
            return !notice.answers().get(index).supplied();
        }
        return !isThere(notice.items().get(index), now.materials());
    }

    /** Whether a demand names a material that is not there. */
    static boolean isMaterialMissing(CorrectionItem demand, Submission now) {
        return !isFree(demand) && field(demand).isEmpty() && !isThere(demand, now.materials());
    }

    /** Whether a demand is an earlier one again: of the same thing, in the same words. */
    static boolean isSame(CorrectionItem demand, CorrectionItem earlier) {
        boolean isOfSame = folded(demand.target()).equals(folded(earlier.target()));
        boolean areFree = isFree(demand) && isFree(earlier);
        return (isOfSame || areFree) && folded(demand.demand()).equals(folded(earlier.demand()));
    }

    private static String folded(String text) {
        return TextRules.folded(text.strip());
    }

    /** Whether it names neither a material nor a field. */
    static boolean isFree(CorrectionItem demand) {
        return !CODE.matcher(demand.target().strip()).matches();
    }

    private static Optional<String> field(CorrectionItem demand) {
        String target = demand.target().strip();
        return target.startsWith(FIELD) ? Optional.of(target.substring(FIELD.length())) : Optional.empty();
    }

    private static boolean isThere(CorrectionItem demand, List<MaterialView> materials) {
        return materials.stream()
                .anyMatch(given -> !isBlank(given.code())
                        && given.code().equalsIgnoreCase(demand.target().strip())
                        && !HarmfulFiles.isLeftBehind(given));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
