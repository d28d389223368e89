package org.yichuang.agency.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.journal.api.UnitOfWork;

/** Cases that are served, in the database. */
public class ServedCaseRows extends AgencyRows<ServedCase> {
    private static final int MOST = 200;

    public ServedCaseRows(EntityManagerFactory entities) {
        super(entities, ServedCase.class, "served-case");
    }

    /** The cases of a request or a project, in the order of their numbers; up to 200. */
    public List<ServedCase> of(String owner, UnitOfWork unit) {
        return list(
                "select s from ServedCase s where s.owner = :owner order by s.id", Map.of("owner", owner), MOST, unit);
    }

    /** Which of some cases are served by a request or a project that is not closed. */
    public List<String> openCases(Set<String> numbers, UnitOfWork unit) {
        return values(
                "select distinct s.caseNumber from ServedCase s where s.caseNumber in :numbers and (exists"
                        + " (select r.id from AgencyRequest r where r.id = s.owner and r.state <> :closed) or exists"
                        + " (select p.id from Project p where p.id = s.owner and p.closedOn is null))",
                Map.of("numbers", numbers, "closed", RequestState.CLOSED.name()),
                String.class,
                MOST,
                unit);
    }

    /** What serves a case: at most one of a kind. */
    public List<ServedCase> serving(String number, UnitOfWork unit) {
        return list(
                "select s from ServedCase s where s.caseNumber = :number order by s.id",
                Map.of("number", number),
                MOST,
                unit);
    }
}
