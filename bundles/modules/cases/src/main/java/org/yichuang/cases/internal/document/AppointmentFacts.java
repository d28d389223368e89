package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.AppointmentFact;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;

/** The facts of documents that tell of what the departments of a joint case do together on one day. */
final class AppointmentFacts {
    private AppointmentFacts() {}

    static Map<String, String> of(CaseFile file) {
        List<AppointmentFact> all = file.progress().appointments();
        AppointmentFact last = all.get(all.size() - 1);
        Map<String, String> facts = new HashMap<>();
        facts.put("visit", last.kind().label().zh());
        facts.put("visitAt", HearingFacts.time(last.time()));
        facts.put("place", last.place());
        facts.put("toBring", last.remark() == null ? "" : last.remark());
        facts.put("visitOff", last.calledOff() == null ? "" : last.calledOff());
        facts.put("invited", departments(file, last.invited()));
        if (last.came() != null) {
            facts.put("absent", departments(file, last.absent()));
            facts.put("participants", String.join(words("comma"), last.came().others()));
            facts.put(
                    "signers",
                    last.came().findings().stream()
                            .flatMap(each -> each.staff().stream())
                            .collect(Collectors.joining(words("comma"))));
            facts.put("conclusion", last.came().conclusion());
            facts.put(
                    "findings",
                    last.came().findings().stream()
                            .map(each -> line(words(
                                    "visit.finding",
                                    BranchWork.facts(file, each.branch()).examiner(file.department()),
                                    BranchWork.facts(file, each.branch()).name(),
                                    String.join(words("comma"), each.staff()),
                                    each.finding())))
                            .collect(Collectors.joining("\n")));
        }
        return facts;
    }

    private static String departments(CaseFile file, List<String> branches) {
        return branches.stream()
                .map(branch -> BranchWork.facts(file, branch).examiner(file.department()))
                .distinct()
                .collect(Collectors.joining(words("comma")));
    }
}
