package org.yichuang.agency.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.agency.internal.persistence.Seal;
import org.yichuang.agency.internal.persistence.ServedCaseRows;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/** Which cases are served, and where they stand. */
class ServedCases {
    /** What serves an applicant. */
    static final String REQUEST = "request";

    /** What tracks a project. */
    static final String PROJECT = "project";

    private static final int MOST = 100;
    private static final Set<CaseState> UNDER_WAY = EnumSet.of(
            CaseState.RECEIVED,
            CaseState.CORRECTING,
            CaseState.ACCEPTED,
            CaseState.FORWARDED,
            CaseState.QUESTIONED,
            CaseState.WITHDRAWING,
            CaseState.GRANTED);

    private final ServedCaseRows rows;
    private final Cases cases;
    private final AccountDirectory accounts;

    ServedCases(ServedCaseRows rows, Cases cases, AccountDirectory accounts) {
        this.rows = rows;
        this.cases = cases;
        this.accounts = accounts;
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
        if (!key.equals(request.idNumberKey()) || !isHandedInFor(request, file, unit)) {
            throw foreign();
        }
        attach(REQUEST, request.id(), file, unit);
    }

    /** Whether whoever asks, or the agent, has handed it in, or a window; and no account of somebody else. */
    boolean isHandedInFor(AgencyRequest request, CaseRecord file, UnitOfWork unit) {
        String by = file.submitter();
        return by.equals(request.account()) || by.equals(request.agentAccount()) || !accounts.isApplicant(by, unit);
    }

    /** Whether another case can be attached. */
    boolean hasRoom(String owner, UnitOfWork unit) {
        return rows.of(owner, unit).size() < MOST;
    }

    /** The numbers of those that have not come to their end. */
    List<String> open(String owner, UnitOfWork unit) {
        return rows.of(owner, unit).stream()
                .map(ServedCase::caseNumber)
                .filter(number -> cases.find(number, unit)
                        .filter(file -> UNDER_WAY.contains(file.state()))
                        .isPresent())
                .toList();
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
