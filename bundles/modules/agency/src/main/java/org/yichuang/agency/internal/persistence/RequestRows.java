package org.yichuang.agency.internal.persistence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.RequestContent;
import org.yichuang.journal.api.UnitOfWork;

/** Requests for agents in the database. */
public class RequestRows extends KeptRows<AgencyRequest, RequestContent> {
    private static final String FROM = "select r from AgencyRequest r where r.id < :after";
    private static final String SERVING = "select r from AgencyRequest r where r.idNumberKey = :key"
            + " and r.agent = :agent and r.state = :state order by r.id desc";
    private static final String NEWEST_FIRST = " order by r.id desc";

    public RequestRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, AgencyRequest.class, RequestContent.class, "agency-request", "AGENCY_REQUEST");
    }

    /**
     * Requests, the newest first, from behind one.
     *
     * @param state where they stand, null for anywhere
     * @param agentAccount whose are assigned, null for all
     */
    public List<AgencyRequest> all(
            RequestState state, String agentAccount, Optional<String> after, int most, UnitOfWork unit) {
        StringBuilder question = new StringBuilder(FROM);
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse("~")));
        if (state != null) {
            question.append(" and r.state = :state");
            values.put("state", state.name());
        }
        if (agentAccount != null) {
            question.append(" and r.agentAccount = :account");
            values.put("account", agentAccount);
        }
        return list(question + NEWEST_FIRST, values, most, unit);
    }

    /** Those in which an agent acts for whoever has a number, the newest first; two tell that there is not one. */
    public List<AgencyRequest> serving(String agent, String idNumberKey, UnitOfWork unit) {
        return list(SERVING, Map.of("agent", agent, "key", idNumberKey, "state", RequestState.SERVING.name()), 2, unit);
    }

    /** Those in which an agent acts, by their ids, from behind one. */
    public List<String> actedIn(String agent, String after, int most, UnitOfWork unit) {
        return ids(
                "select r.id from AgencyRequest r where r.agent = :agent and r.state = :state and r.id > :after"
                        + " order by r.id",
                Map.of("agent", agent, "state", RequestState.SERVING.name(), "after", after),
                most,
                unit);
    }

    /** Those whose agent has not said in time how it stands, by their ids, from behind one. */
    public List<String> overdue(LocalDate today, String after, int most, UnitOfWork unit) {
        return ids(
                "select r.id from AgencyRequest r where r.state = :state and r.dueOn < :today"
                        + " and (r.remindedOn is null or r.remindedOn <= r.dueOn) and r.id > :after order by r.id",
                Map.of("state", RequestState.SERVING.name(), "today", today, "after", after),
                most,
                unit);
    }

    /** Those of an account, the newest first. */
    public List<AgencyRequest> ofAccount(String account, int most, UnitOfWork unit) {
        return list(
                "select r from AgencyRequest r where r.account = :account order by r.id desc",
                Map.of("account", account),
                most,
                unit);
    }
}
