package org.yichuang.agency.internal;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Lodge;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.EligibilityView;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Requests for agents: one method is one transaction. What is asked for costs nothing, at no step. */
public class Requests {
    private static final int MOST_OWN = 100;

    private final Transactions transactions;
    private final RequestWork work;
    private final Unmasking unmasking;

    Requests(Transactions transactions, RequestWork work, Unmasking unmasking) {
        this.transactions = transactions;
        this.work = work;
        this.unmasking = unmasking;
    }

    /** Returns the classes of projects for which the centre's agents act. */
    @NeedsNoPermission("everybody may know whom agents act for")
    public List<EligibilityView> classes(CallContext context) {
        return work.classes(context);
    }

    /**
     * Asks for an agent on one's own behalf.
     *
     * @throws ProblemException {@code fields-invalid}, {@code not-eligible}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public RequestView request(Lodge command, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        String id = lodge(command, context.actor().account(), context);
        return findOwn(id, context.withoutKey());
    }

    /**
     * Takes in at the window what somebody asks for.
     *
     * @throws ProblemException {@code fields-invalid}, {@code not-eligible}
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public RequestView takeIn(Lodge command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        context.require(AgencyPermission.VIEW);
        return find(lodge(command, "", context), context.withoutKey());
    }

    private String lodge(Lodge command, String account, CallContext context) {
        Lodge given = FieldRules.require(command);
        AgencyRequest.Lodged lodged = LodgeRules.of(given, account, work.rows().seal(), context);
        return transactions
                .write(context, Written.class, unit -> new Written(work.lodge(lodged, unit)))
                .id();
    }

    /**
     * Consents, in writing.
     *
     * @throws ProblemException {@code request-unknown}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.DECIDE)
    public RequestView consent(String id, Consent command, CallContext context) {
        context.require(AgencyPermission.DECIDE);
        Consent given = FieldRules.require(command);
        Said consent = (request, words, now) -> request.consent(words, given.identitySeen(), now);
        return decided(id, RequestStep.CONSENT, given.words(), consent, context);
    }

    /**
     * Refuses, in writing.
     *
     * @throws ProblemException {@code request-unknown}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.DECIDE)
    public RequestView refuse(String id, Words command, CallContext context) {
        context.require(AgencyPermission.DECIDE);
        Words given = FieldRules.require(command);
        return decided(id, RequestStep.REFUSE, given.words(), AgencyRequest::refuse, context);
    }

    /** A step of the centre that takes words and now. */
    @FunctionalInterface
    private interface Said {
        void take(AgencyRequest request, String words, Now now);
    }

    private RequestView decided(String id, RequestStep step, String words, Said said, CallContext context) {
        transactions.write(context, Written.class, unit -> {
            AgencyRequest request = held(id, unit);
            said.take(request, words, work.now(unit));
            work.answered(request, step, words, unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Assigns an agent, or another one.
     *
     * @throws ProblemException {@code request-unknown}, {@code agent-unknown}, {@code agent-not-qualified}, {@code
     *     request-state}
     */
    @RequiresPermission(AgencyPermission.DECIDE)
    public RequestView assign(String id, Assign command, CallContext context) {
        context.require(AgencyPermission.DECIDE);
        Assign given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            AgencyRequest request = held(id, unit);
            String ended = request.assign(work.agent(given.agent(), unit), work.now(unit));
            work.assigned(request, ended, unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Entrusts the agent of one's own request, by one's account.
     *
     * @throws ProblemException {@code request-unknown}, {@code entrustment-at-window}, {@code agent-not-qualified},
     *     {@code request-state}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public RequestView entrust(String id, Entrust command, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        Entrust given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            AgencyRequest request = heldOwn(id, unit);
            work.entrust(request, given.signer(), false, unit);
            return new Written(id);
        });
        return findOwn(id, context.withoutKey());
    }

    /**
     * Writes down at the window that the applicant has signed the entrustment.
     *
     * @throws ProblemException {@code fields-invalid} when no paper has been seen; else as above
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public RequestView entrustOnPaper(String id, Entrust command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        Entrust given = FieldRules.require(command);
        if (!given.paper()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "paper", LocalizedMessage.of(Requests.class, "entrustment.paper"));
        }
        transactions.write(context, Written.class, unit -> {
            work.entrust(held(id, unit), given.signer(), true, unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Attaches a case that the agent has handed in for the applicant.
     *
     * @throws ProblemException {@code request-unknown}, {@code case-not-of-applicant}, {@code case-served}, {@code
     *     agent-not-qualified}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.SERVE)
    public RequestView attach(String id, Attach command, CallContext context) {
        context.require(AgencyPermission.SERVE);
        Attach given = FieldRules.require(command);
        return served(id, context, (request, unit) -> work.attach(request, given.number(), unit));
    }

    /**
     * Says how it stands.
     *
     * @throws ProblemException {@code request-unknown}, {@code agent-not-qualified}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.SERVE)
    public RequestView report(String id, Words command, CallContext context) {
        context.require(AgencyPermission.SERVE);
        Words given = FieldRules.require(command);
        return served(id, context, (request, unit) -> work.report(request, given.words(), unit));
    }

    /**
     * Says that all has been done: the cases that are attached are over, or it is said why there is none.
     *
     * @throws ProblemException as above; {@code cases-open}, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.SERVE)
    public RequestView complete(String id, Complete command, CallContext context) {
        context.require(AgencyPermission.SERVE);
        Complete given = FieldRules.require(command);
        return served(id, context, (request, unit) -> work.complete(request, given.words(), given.withoutCase(), unit));
    }

    private RequestView served(String id, CallContext context, BiConsumer<AgencyRequest, UnitOfWork> done) {
        transactions.write(context, Written.class, unit -> {
            AgencyRequest request = held(id, unit);
            RequestWork.requireAssigned(request, context.actor());
            done.accept(request, unit);
            return new Written(id);
        });
        return findServed(id, context.withoutKey());
    }

    /**
     * Withdraws one's own request.
     *
     * @throws ProblemException {@code request-unknown}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public RequestView withdraw(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            work.withdraw(heldOwn(id, unit), given.reason(), unit);
            return new Written(id);
        });
        return findOwn(id, context.withoutKey());
    }

    /**
     * Withdraws at the window what the applicant wants no more.
     *
     * @throws ProblemException {@code request-unknown}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public RequestView withdrawAtWindow(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.TAKE_IN);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            work.withdraw(held(id, unit), given.reason(), unit);
            return new Written(id);
        });
        return view(id, context);
    }

    private AgencyRequest held(String id, UnitOfWork unit) {
        AgencyRequest request = work.rows().held(id, unit).orElseThrow(RequestWork::unknown);
        unit.context().requireVersion(request.steps());
        return request;
    }

    private AgencyRequest heldOwn(String id, UnitOfWork unit) {
        AgencyRequest request = held(id, unit);
        RequestWork.requireOwn(request, unit.context().actor());
        return request;
    }

    /** Returns the requests of the centre, the newest first; {@code state} may be null. */
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<Summary> list(RequestState state, PageRequest page, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return page(state, null, page, context);
    }

    /** Returns the requests that the account which asks is assigned as an agent. */
    @RequiresPermission(AgencyPermission.SERVE)
    public Page<Summary> assigned(RequestState state, PageRequest page, CallContext context) {
        context.require(AgencyPermission.SERVE);
        return page(state, context.actor().account(), page, context);
    }

    private Page<Summary> page(RequestState state, String agent, PageRequest page, CallContext context) {
        List<AgencyRequest> found = transactions.read(
                context, unit -> work.rows().all(state, agent, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), AgencyRequest::id)
                .map(request -> RequestWork.summary(request, context.today()));
    }

    /** Returns one's own requests, the newest first, at most a hundred. */
    @RequiresPermission(AgencyPermission.REQUEST)
    public List<Summary> own(CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return transactions.read(
                context, unit -> work.rows().ofAccount(context.actor().account(), MOST_OWN, unit).stream()
                        .map(request -> RequestWork.summary(request, context.today()))
                        .toList());
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code request-unknown}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public RequestView find(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return view(id, context);
    }

    /** What is shown after a step; the step has asked for its own permission. */
    private RequestView view(String id, CallContext context) {
        return transactions.read(
                context.withoutKey(), unit -> work.view(load(id, unit), false, RequestWork.staffSteps(context), unit));
    }

    /**
     * Returns one of one's own, whole.
     *
     * @throws ProblemException {@code request-unknown}
     */
    @RequiresPermission(AgencyPermission.REQUEST)
    public RequestView findOwn(String id, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return transactions.read(context, unit -> {
            AgencyRequest request = load(id, unit);
            RequestWork.requireOwn(request, context.actor());
            return work.view(request, true, Set.of(RequestStep.ENTRUST, RequestStep.WITHDRAW), unit);
        });
    }

    /**
     * Returns one that the account which asks is assigned.
     *
     * @throws ProblemException {@code request-unknown}
     */
    @RequiresPermission(AgencyPermission.SERVE)
    public RequestView findServed(String id, CallContext context) {
        context.require(AgencyPermission.SERVE);
        return transactions.read(context, unit -> {
            AgencyRequest request = load(id, unit);
            RequestWork.requireAssigned(request, context.actor());
            Set<RequestStep> steps = Set.of(RequestStep.ATTACH, RequestStep.REPORT, RequestStep.COMPLETE);
            return work.view(request, false, steps, unit);
        });
    }

    /**
     * Returns one with numbers and telephones whole, to the staff and to the agent who is assigned, after it has been
     * journaled who asks for it and why; to an agent as long as they act.
     *
     * @throws ProblemException {@code request-unknown}, {@code agent-not-qualified}, {@code request-state}, {@code
     *     fields-invalid}
     */
    @RequiresPermission(AgencyPermission.UNMASK)
    public RequestView unmask(String id, Reason command, CallContext context) {
        context.require(AgencyPermission.UNMASK);
        RequestView masked = transactions.read(context, unit -> {
            AgencyRequest request = load(id, unit);
            if (!context.actor().isPermitted(AgencyPermission.VIEW)) {
                RequestWork.requireAssigned(request, context.actor());
                work.requireActing(request, unit);
            }
            return work.view(request, true, Set.of(), unit);
        });
        unmasking.authorize(
                new UnmaskingRequest(
                        AgencyPermission.UNMASK,
                        work.rows().type(),
                        id,
                        Set.of("applicant.name", "applicant.idNumber", "applicant.phone"),
                        command.reason()),
                context);
        return masked;
    }

    /** Whoever acts no more opens nothing of whom they have acted for. */
    void requireActing(String id, CallContext context) {
        transactions.read(context, unit -> {
            work.requireActing(load(id, unit), unit);
            return true;
        });
    }

    private AgencyRequest load(String id, UnitOfWork unit) {
        return work.rows().find(id, unit).orElseThrow(RequestWork::unknown);
    }
}
