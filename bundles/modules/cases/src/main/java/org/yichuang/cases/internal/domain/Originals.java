package org.yichuang.cases.internal.domain;

import java.util.List;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseView.MaterialView;

/** Of which materials the originals were seen at the window, by whom and when; whoever uploads shows no original. */
public final class Originals {
    private Originals() {}

    /** The codes of the materials of which a command says so. */
    public static List<String> seen(CaseRequests.Request request) {
        List<MaterialGiven> given = given(request);
        return given == null
                ? List.of()
                : given.stream()
                        .filter(MaterialGiven::originalSeen)
                        .map(material -> material.code() == null ? "" : material.code())
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
    }

    private static List<MaterialGiven> given(CaseRequests.Request request) {
        if (request instanceof CaseRequests.Submit submitted) {
            return submitted.materials();
        }
        if (request instanceof CaseRequests.Correct corrected) {
            return corrected.materials();
        }
        if (request instanceof CaseRequests.CorrectOnTheSpot corrected) {
            return corrected.materials();
        }
        return request instanceof CaseRequests.Supply supplied ? supplied.materials() : List.of();
    }

    /** Keeps with a step what was seen with it. */
    static void keep(Act act) {
        List<String> codes = act.now.compared();
        List<MaterialView> all = act.submission.materials();
        for (String code : codes) {
            int place =
                    all.stream().map(MaterialView::code).toList().lastIndexOf(code); // with the step, behind the rest
            String name = place < 0 ? code : all.get(place).name();
            act.progress.compared.add(
                    new ComparedFact(code, name, act.now.actor().name(), act.now.at(), place < 0 ? null : place));
        }
        act.detail("compared", String.join(",", codes));
    }
}
