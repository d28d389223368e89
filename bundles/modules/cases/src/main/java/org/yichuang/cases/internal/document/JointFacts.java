package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;

/** What is told of the departments of a joint case (R1-22); nothing of any other case. */
final class JointFacts {
    private JointFacts() {}

    static Map<String, String> of(CaseFile file, CaseDocumentTemplate template) {
        Map<String, String> facts = new HashMap<>();
        facts.put("jointMembers", members(file.submission().route().branches()));
        facts.put("firstHandler", firstHandler(file));
        if (file.submission().route().branches().stream()
                .anyMatch(branch -> !branch.fee().isBlank())) {
            facts.put("fee", fees(file.submission().route().branches()));
        }
        facts.put("jointRefusing", members(BranchWork.refusing(file)));
        facts.put("jointConditions", conditions(file));
        boolean isExtended = template == CaseDocumentTemplate.EXTENSION_NOTICE;
        if (isExtended
                && file.submission().isJoint()
                && file.submission().item().isLicence()) {
            facts.put("law", words("law.extension-notice.joint"));
        }
        return facts;
    }

    /** What the items cost that are needed, each once and in one list. */
    private static String fees(List<BranchFacts> branches) {
        return branches.stream()
                .filter(branch -> !branch.fee().isBlank())
                .map(branch -> line(words("joint.fee", branch.name(), branch.fee())))
                .collect(Collectors.joining(words("joint.comma")));
    }

    /** Who answers to the applicant: the lead, and whoever of it has first handled the case (首办责任). */
    private static String firstHandler(CaseFile file) {
        if (!file.submission().isJoint()) {
            return "";
        }
        String lead = file.submission().route().deciding().department();
        return file.progress()
                .firstHandler()
                .map(first -> line(words("joint.first-handler", lead, first.name())))
                .orElse(lead);
    }

    /** Under which conditions departments with a say agree. */
    private static String conditions(CaseFile file) {
        return file.progress().branches().stream()
                .filter(branch -> branch.state() == BranchState.AGREED
                        && BranchWork.facts(file, branch.id()).decides())
                .filter(branch -> branch.said().orElseThrow().conditions() != null)
                .map(branch -> line(words(
                        "joint.condition",
                        BranchWork.facts(file, branch.id()).name(),
                        branch.said().orElseThrow().conditions())))
                .collect(Collectors.joining(words("joint.comma")));
    }

    private static String members(List<BranchFacts> branches) {
        return branches.stream()
                .map(branch -> line(words(
                        "joint.member",
                        branch.name(),
                        branch.organ().isBlank() ? branch.department() : branch.organ())))
                .collect(Collectors.joining(words("joint.comma")));
    }
}
