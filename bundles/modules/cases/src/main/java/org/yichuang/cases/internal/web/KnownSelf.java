package org.yichuang.cases.internal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.ApplicantAccounts;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** Nothing already known is asked again: the applicant of the last case, else who has registered. */
final class KnownSelf {
    private static final String KIND = "applicant.kind";
    private static final String NAME = "applicant.name";

    private final CaseService cases;
    private final ApplicantAccounts accounts;

    KnownSelf(CaseService cases, ApplicantAccounts accounts) {
        this.cases = cases;
        this.accounts = accounts;
    }

    /** What is known of whoever applies, by the names of the fields. */
    Map<String, String> of(CallContext context) {
        CaseService.Filter mine =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        List<CaseService.CaseSummary> last =
                cases.list(mine, new PageRequest(1, Optional.empty()), context).items();
        if (last.isEmpty()) {
            return registered(context);
        }
        Applicant before = cases.find(last.get(0).number(), context).applicant();
        Map<String, String> known = new LinkedHashMap<>();
        known.put(KIND, before.kind());
        known.put(NAME, before.name());
        known.put("applicant.idType", before.idType());
        known.put("applicant.idNumber", before.idNumber());
        known.put("applicant.phone", before.phone());
        return known;
    }

    private Map<String, String> registered(CallContext context) {
        String kind = accounts.kind(context);
        return kind.isEmpty()
                ? Map.of()
                : Map.of(KIND, kind, NAME, context.actor().name());
    }
}
