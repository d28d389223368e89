package org.yichuang.agency.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.domain.AgentContent;
import org.yichuang.journal.api.UnitOfWork;

/** Agents in the database. */
public class AgentRows extends KeptRows<Agent, AgentContent> {
    private static final String ALL = "select a from Agent a where a.id < :after order by a.id desc";
    private static final String QUALIFIED = "select a from Agent a where a.authorisedUntil >= :today"
            + " and a.trainedUntil >= :today and a.id < :after order by a.id desc";
    private static final String KNOWN = "select a from Agent a where a.contactKey = :key";
    private static final String OF_ACCOUNT = "select a from Agent a where a.account = :account";

    public AgentRows(EntityManagerFactory entities, Seal seal) {
        super(entities, seal, Agent.class, AgentContent.class, "agent", "AGENCY_AGENT");
    }

    /** Whether somebody has the telephone, or signs in by the account. */
    public boolean isKnown(String contactKey, String account, UnitOfWork unit) {
        return !list(KNOWN, Map.of("key", contactKey), 1, unit).isEmpty()
                || !account.isEmpty()
                        && !list(OF_ACCOUNT, Map.of("account", account), 1, unit)
                                .isEmpty();
    }

    /** All, the newest first, from behind one. */
    public List<Agent> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(ALL, Map.of("after", after.orElse("~")), most, unit);
    }

    /** Those who may act on a day. */
    public List<Agent> qualified(LocalDate today, Optional<String> after, int most, UnitOfWork unit) {
        return list(QUALIFIED, Map.of("today", today, "after", after.orElse("~")), most, unit);
    }
}
