package org.yichuang.agency.internal.persistence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.internal.domain.JointContent;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.journal.api.UnitOfWork;

/** Requests for joint handling in the database. */
public class JointRequestRows extends KeptRows<JointRequest, JointContent> {
    public JointRequestRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, JointRequest.class, JointContent.class, "joint-request", "AGENCY_JOINT");
    }

    /**
     * Requests, the newest first, from behind one.
     *
     * @param state where they stand, null for anywhere
     */
    public List<JointRequest> all(JointState state, Optional<String> after, int most, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse("~")));
        if (state != null) {
            values.put("state", state.name());
        }
        return list(
                "select r from JointRequest r where r.id < :after" + (state == null ? "" : " and r.state = :state")
                        + " order by r.id desc",
                values,
                most,
                unit);
    }

    /** Those whose day has passed without the centre's answer and without its being written down, behind one. */
    public List<String> overdue(LocalDate today, String after, int most, UnitOfWork unit) {
        return ids(
                "select r.id from JointRequest r where r.state = :state and r.dueOn < :today and r.late = :late"
                        + " and r.id > :after order by r.id",
                Map.of("state", JointState.RECEIVED.name(), "today", today, "late", false, "after", after),
                most,
                unit);
    }

    /** How many of an account wait for the centre's answer, as far as {@code most}. */
    public int waiting(String account, int most, UnitOfWork unit) {
        return ids(
                        "select r.id from JointRequest r where r.account = :account and r.state = :state",
                        Map.of("account", account, "state", JointState.RECEIVED.name()),
                        most,
                        unit)
                .size();
    }

    /** Those of an account, the newest first. */
    public List<JointRequest> ofAccount(String account, int most, UnitOfWork unit) {
        return list(
                "select r from JointRequest r where r.account = :account order by r.id desc",
                Map.of("account", account),
                most,
                unit);
    }
}
