package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * Nobody is asked for what has nothing to do with the item (art. 31; R1-09): what a notice demands in words of its own
 * says by which provision, or about which material of the case. What this centre has demanded before stands in its own
 * words, which another notice has to repeat (R1-05): nobody can found it any more.
 */
public final class DemandBasis {
    private static final String NOTED = "noted";
    private static final String REQUIRED = "required";
    private static final String PROVISION = "\u300a";

    /** Whether demands that say neither are noted in the trail, or refused. */
    public static final SettingDefinition SETTING =
            SettingDefinition.choice("policy.cases.demand.basis", NOTED, NOTED, REQUIRED);

    private DemandBasis() {}

    /**
     * Weighs the demands of a notice; those that say neither are noted with the step.
     *
     * @throws ProblemException {@code fields-invalid}, naming those that are made for the first time, where the centre
     *     refuses such demands
     */
    static void weigh(Act act, List<CorrectionItem> demands) {
        List<FieldProblem> unfounded = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < demands.size(); i++) {
            if (Demands.isFree(demands.get(i)) && !isFounded(demands.get(i), act.submission)) {
                count++;
                if (!isRepeated(demands.get(i), act)) {
                    unfounded.add(new FieldProblem("items[" + i + "].demand", words()));
                }
            }
        }
        if (count == 0) {
            return;
        }
        if (!unfounded.isEmpty()
                && act.now.here().policy(SETTING.key(), SETTING.usual()).equals(REQUIRED)) {
            throw new ProblemException(CommonError.FIELDS_INVALID, words(), unfounded);
        }
        act.detail("unfounded", Integer.toString(count));
    }

    private static boolean isRepeated(CorrectionItem demand, Act act) {
        return act.progress.corrections.stream()
                .filter(notice -> notice.centre().equals(act.now.centre()))
                .flatMap(notice -> notice.items().stream())
                .anyMatch(earlier -> Demands.isSame(demand, earlier));
    }

    private static boolean isFounded(CorrectionItem demand, Submission application) {
        String words = demand.target() + " " + demand.demand();
        Stream<String> names = Stream.concat(
                application.materials().stream().map(MaterialView::name),
                application.item().requiredMaterials().stream().map(RequiredMaterial::name));
        return words.contains(PROVISION)
                || names.filter(Objects::nonNull)
                        .filter(name -> !name.isBlank())
                        .anyMatch(words::contains);
    }

    private static LocalizedMessage words() {
        return LocalizedMessage.of(DemandBasis.class, "demand.unfounded");
    }
}
