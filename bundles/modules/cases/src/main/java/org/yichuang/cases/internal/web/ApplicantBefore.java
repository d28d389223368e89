package org.yichuang.cases.internal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** The applicant of somebody's last case: what is known already is not asked again. */
final class ApplicantBefore {
    private ApplicantBefore() {}

    static Map<String, String> of(CaseService cases, CallContext context) {
        CaseService.Filter mine =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        List<CaseService.CaseSummary> last =
                cases.list(mine, new PageRequest(1, Optional.empty()), context).items();
        if (last.isEmpty()) {
            return Map.of();
        }
        Applicant before = cases.find(last.get(0).number(), context).applicant();
        Map<String, String> known = new LinkedHashMap<>();
        known.put("applicant.kind", before.kind());
        known.put("applicant.name", before.name());
        known.put("applicant.idType", before.idType());
        known.put("applicant.idNumber", before.idNumber());
        known.put("applicant.phone", before.phone());
        return known;
    }
}
