package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;

/** What is told of the departments of a joint case (R1-22); nothing of any other case. */
final class JointFacts {
    private JointFacts() {}

    static Map<String, String> of(CaseFile file, CaseDocumentTemplate template) {
        Map<String, String> facts = new HashMap<>();
        facts.put("jointMembers", members(file.submission().route().branches()));
        facts.put("jointRefusing", members(BranchWork.refusing(file)));
        boolean isExtended = template == CaseDocumentTemplate.EXTENSION_NOTICE;
        if (isExtended
                && file.submission().isJoint()
                && file.submission().item().isLicence()) {
            facts.put("law", words("law.extension-notice.joint"));
        }
        return facts;
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
