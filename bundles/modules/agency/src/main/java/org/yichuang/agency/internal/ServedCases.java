package org.yichuang.agency.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.agency.internal.persistence.Seal;
import org.yichuang.agency.internal.persistence.ServedCaseRows;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/** Which cases are served, and where they stand. */
class ServedCases {
    /** What serves an applicant. */
    static final String REQUEST = "request";

    /** What tracks a project. */
    static final String PROJECT = "project";

    private static final int MOST = 100;

    private final ServedCaseRows rows;
    private final Cases cases;

    ServedCases(ServedCaseRows rows, Cases cases) {
        this.rows = rows;
        this.cases = cases;
    }

    ServedCaseRows rows() {
        return rows;
    }

    Cases cases() {
        return cases;
    }

    List<ServedCase> of(String owner, UnitOfWork unit) {
        return rows.of(owner, unit);
    }

    /** Whose number a case bears, as it is known again. */
    Optional<String> holder(String number, Seal seal, UnitOfWork unit) {
        return cases.application(number, unit)
                .map(CaseApplication::applicant)
                .map(applicant -> seal.idNumberKey(unit.context().tenant(), applicant.idNumber()));
    }

    /** Attaches a case of the applicant: whose number it has tells whose it is. */
    void attach(AgencyRequest request, Seal seal, String number, UnitOfWork unit) {
        CaseRecord file = cases.find(number, unit).orElseThrow(ServedCases::foreign);
        String key = holder(number, seal, unit).orElseThrow(ServedCases::foreign);
        if (!key.equals(request.idNumberKey())) {
            throw foreign();
        }
        attach(REQUEST, request.id(), file, unit);
    }

    /** Whether an agent serves a case. */
    boolean isServed(String number, UnitOfWork unit) {
        return rows.find(ServedCase.id(REQUEST, number), unit).isPresent();
    }

    /** Attaches a case to a project. */
    void attachTo(String project, String number, UnitOfWork unit) {
        CaseRecord file = cases.find(number, unit).orElseThrow(() -> ProblemException.of(AgencyError.CASE_NOT_OPEN));
        attach(PROJECT, project, file, unit);
    }

    private void attach(String kind, String owner, CaseRecord file, UnitOfWork unit) {
        if (rows.find(ServedCase.id(kind, file.number()), unit).isPresent()) {
            throw ProblemException.of(AgencyError.CASE_SERVED, file.number());
        }
        if (rows.of(owner, unit).size() >= MOST) {
            throw ProblemException.of(AgencyError.HISTORY_FULL, MOST);
        }
        ServedCase made = ServedCase.attached(
                kind,
                owner,
                file.number(),
                file.itemName(),
                file.state(),
                unit.context().today());
        Map<String, String> details = Map.of("owner", owner, "case", file.number());
        rows.keep(made, "attach", details, "case-attached", made.changed(), unit);
    }

    private static ProblemException foreign() {
        return ProblemException.of(AgencyError.CASE_NOT_OF_APPLICANT);
    }
}
