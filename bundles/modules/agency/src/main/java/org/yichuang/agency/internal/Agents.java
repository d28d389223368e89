package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Register;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.AgencyViews.NoteView;
import org.yichuang.agency.internal.AgencyViews.Published;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.agency.internal.persistence.AgentRows;
import org.yichuang.identity.api.StaffAccounts;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;

/** The register of agents. */
public class Agents {
    private final Transactions transactions;
    private final AgentRows rows;
    private final Clocked clocked;
    private final Unmasking unmasking;
    private final RequestWork work;
    private final StaffAccounts staff;

    /**
     * @param work where what they serve ends
     * @param staff what accounts may do
     */
    Agents(
            Transactions transactions,
            AgentRows rows,
            Clocked clocked,
            Unmasking unmasking,
            RequestWork work,
            StaffAccounts staff) {
        this.work = work;
        this.staff = staff;
        this.transactions = transactions;
        this.rows = rows;
        this.clocked = clocked;
        this.unmasking = unmasking;
    }

    /**
     * Registers one, who may not act before they are trained and authorised.
     *
     * @throws ProblemException {@code fields-invalid}, {@code agent-known}
     */
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public AgentView register(Register command, CallContext context) {
        context.require(AgencyPermission.MANAGE_AGENTS);
        Register given = FieldRules.require(command);
        String key = rows.seal().phoneKey(context.tenant(), given.phone());
        Written done = transactions.write(context, Written.class, unit -> {
            if (!given.account().isEmpty() && !staff.isPermitted(given.account(), AgencyPermission.SERVE, unit)) {
                throw invalid("account", "agent.account");
            }
            if (rows.isKnown(key, given.account(), unit)) {
                throw ProblemException.of(AgencyError.AGENT_KNOWN);
            }
            Agent.Registration registration = new Agent.Registration(
                    given.name(),
                    given.source(),
                    given.organisation(),
                    given.serviceArea(),
                    given.account(),
                    given.phone());
            Agent agent = Agent.registered(Ids.next(context.at()), registration, key, clocked.now(unit));
            keep(agent, "register", unit);
            return new Written(agent.id());
        });
        return find(done.id(), context.withoutKey());
    }

    /**
     * Writes down a training.
     *
     * @throws ProblemException {@code agent-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public AgentView train(String id, Train command, CallContext context) {
        context.require(AgencyPermission.MANAGE_AGENTS);
        Train given = FieldRules.require(command);
        if (given.heldOn().isAfter(context.today())) {
            throw invalid("heldOn", "training.held-on");
        }
        boolean isBounded = given.validUntil() != null && given.validUntil().isAfter(given.heldOn());
        if (given.passed() && !isBounded) {
            throw invalid("validUntil", "training.valid-until");
        }
        return step(
                id,
                "train",
                context,
                (agent, now) -> agent.trained(given.heldOn(), given.passed(), given.validUntil(), now));
    }

    /**
     * Lets one act until a day.
     *
     * @throws ProblemException {@code agent-unknown}, {@code agent-not-trained}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public AgentView authorise(String id, Authorise command, CallContext context) {
        context.require(AgencyPermission.MANAGE_AGENTS);
        Authorise given = FieldRules.require(command);
        if (given.until().isBefore(context.today())) {
            throw invalid("until", "authorisation.until");
        }
        return step(id, "authorise", context, (agent, now) -> agent.authorised(given.until(), given.words(), now));
    }

    /**
     * Lets one act no more; what was entrusted to them ends.
     *
     * @throws ProblemException {@code agent-unknown}
     */
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public AgentView withdraw(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.MANAGE_AGENTS);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Agent agent = step(id, "withdraw", (held, now) -> held.withdrawn(given.reason(), now), unit);
            work.agentWithdrawn(agent, unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    private AgentView step(String id, String action, CallContext context, BiConsumer<Agent, Now> taken) {
        transactions.write(context, Written.class, unit -> {
            step(id, action, taken, unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    private Agent step(String id, String action, BiConsumer<Agent, Now> taken, UnitOfWork unit) {
        Agent agent = rows.held(id, unit).orElseThrow(Agents::unknown);
        unit.context().requireVersion(agent.steps());
        taken.accept(agent, clocked.now(unit));
        keep(agent, action, unit);
        return agent;
    }

    private void keep(Agent agent, String action, UnitOfWork unit) {
        String event =
                switch (action) {
                    case "register" -> "agent-registered";
                    case "train" -> "agent-trained";
                    case "authorise" -> "agent-authorised";
                    default -> "agent-withdrawn";
                };
        rows.keep(agent, action, Map.of("source", agent.source().name()), event, agent.changed(), unit);
    }

    /** Returns the agents, the newest first; or only those who may act today. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<AgentView> list(boolean qualified, PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return found(qualified, page, context).map(agent -> view(agent, false, context.today()));
    }

    private Page<Agent> found(boolean qualified, PageRequest page, CallContext context) {
        List<Agent> found = transactions.read(
                context,
                unit -> qualified
                        ? rows.qualified(context.today(), page.cursor(), page.limit() + 1, unit)
                        : rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Agent::id);
    }

    /** Returns those who may act today, for everybody. */
    @NeedsNoPermission("everybody may know who acts for applicants")
    public Page<Published> published(PageRequest page, CallContext context) {
        return found(true, page, context)
                .map(agent -> new Published(
                        agent.id(), agent.name(), agent.source(), agent.organisation(), agent.serviceArea()));
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code agent-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public AgentView find(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return view(load(id, context), false, context.today());
    }

    /**
     * Returns one with the telephone, after it has been journaled who asks for it and why.
     *
     * @throws ProblemException {@code agent-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.UNMASK)
    public AgentView unmask(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.UNMASK);
        context.require(AgencyPermission.VIEW);
        Agent agent = load(id, context);
        unmasking.authorize(
                new UnmaskingRequest(AgencyPermission.UNMASK, rows.type(), id, Set.of("phone"), command.reason()),
                context);
        return view(agent, true, context.today());
    }

    private Agent load(String id, CallContext context) {
        return transactions.read(context, unit -> rows.find(id, unit)).orElseThrow(Agents::unknown);
    }

    private static AgentView view(Agent agent, boolean isWhole, LocalDate today) {
        String phone = agent.held().phone();
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.source(),
                agent.organisation(),
                agent.serviceArea(),
                agent.account(),
                isWhole ? phone : Masking.phone(phone),
                agent.trainedUntil().orElse(null),
                agent.authorisedUntil().orElse(null),
                agent.isQualified(today),
                NoteView.of(agent.held().notes()),
                agent.steps());
    }

    private static ProblemException unknown() {
        return ProblemException.of(AgencyError.AGENT_UNKNOWN);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Agents.class, key));
    }
}
