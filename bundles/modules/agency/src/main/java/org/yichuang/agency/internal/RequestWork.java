package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.agency.internal.AgencyViews.ApplicantView;
import org.yichuang.agency.internal.AgencyViews.EligibilityView;
import org.yichuang.agency.internal.AgencyViews.NoteView;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.ServedView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.document.AgencyDocument;
import org.yichuang.agency.internal.domain.AgencyPolicy;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.agency.internal.domain.RequestContent.Applicant;
import org.yichuang.agency.internal.domain.RequestTable;
import org.yichuang.agency.internal.persistence.AgentRows;
import org.yichuang.agency.internal.persistence.RequestRows;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.tenancy.api.Tenant;

/** Where every step of a request ends: in its row, its entry, its event, its paper and its message. */
class RequestWork {
    private static final int PART = 100;

    private final RequestRows rows;
    private final AgentRows agents;
    private final ServedCases cases;
    private final DocumentService documents;
    private final AgencyMessages messages;
    private final Clocked clocked;

    RequestWork(
            RequestRows rows,
            AgentRows agents,
            ServedCases cases,
            DocumentService documents,
            AgencyMessages messages,
            Clocked clocked) {
        this.rows = rows;
        this.agents = agents;
        this.cases = cases;
        this.documents = documents;
        this.messages = messages;
        this.clocked = clocked;
    }

    RequestRows rows() {
        return rows;
    }

    Now now(UnitOfWork unit) {
        return clocked.now(unit);
    }

    Tenant centre(CallContext context) {
        return clocked.centre(context.tenant());
    }

    List<EligibilityView> classes(CallContext context) {
        Tenant centre = centre(context);
        return AgencyPolicy.classes(centre).stream()
                .map(each -> new EligibilityView(
                        each,
                        each.label().zh(),
                        AgencyPolicy.least(each, centre).fen()))
                .toList();
    }

    Agent agent(String id, UnitOfWork unit) {
        return agents.find(id, unit).orElseThrow(() -> ProblemException.of(AgencyError.AGENT_UNKNOWN));
    }

    private static ProblemException invalid(String field, LocalizedMessage sentence) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, sentence);
    }

    String lodge(AgencyRequest.Lodged lodged, UnitOfWork unit) {
        AgencyRequest made = AgencyRequest.lodged(Ids.next(unit.context().at()), lodged, now(unit));
        keep(made, RequestStep.LODGE, unit);
        return made.id();
    }

    /** The centre has consented or refused: it says so in writing. */
    void answered(AgencyRequest request, RequestStep step, String words, UnitOfWork unit) {
        AgencyDocument kind = step == RequestStep.CONSENT ? AgencyDocument.CONSENT : AgencyDocument.REFUSAL;
        documents.issue(kind.answer(request, words, now(unit).centre()), unit);
        keep(request, step, unit);
        messages.send(AgencyNotice.ANSWERED, request, step.label(), unit);
    }

    void assigned(AgencyRequest request, String ended, UnitOfWork unit) {
        revoke(ended, "entrustment.reassigned", unit);
        keep(request, RequestStep.ASSIGN, unit);
        messages.send(AgencyNotice.ASSIGNED, request, LocalizedMessage.verbatim(request.agentName()), unit);
        messages.sendAgent(AgencyNotice.GIVEN, request, RequestStep.ASSIGN.label(), unit);
    }

    void entrust(AgencyRequest request, String signer, boolean paper, UnitOfWork unit) {
        if (!RequestTable.steps(request.state()).contains(RequestStep.ENTRUST)) {
            throw ProblemException.of(AgencyError.REQUEST_STATE, request.state().label());
        }
        Agent agent = agent(request.agent(), unit);
        Now now = now(unit);
        agent.requireQualified(now.today());
        if (!paper) {
            request.requireIdentitySeen();
        }
        if (paper && agent.is(unit.context().actor().account())) {
            throw ProblemException.of(AgencyError.ENTRUSTMENT_OWN);
        }
        String document = documents
                .issue(AgencyDocument.entrustment(request, agent, signer, paper, now), unit)
                .id();
        request.entrust(document, agent, now);
        keep(request, RequestStep.ENTRUST, unit);
        tellOwner(request, RequestStep.ENTRUST, unit);
        messages.sendAgent(AgencyNotice.GIVEN, request, RequestStep.ENTRUST.label(), unit);
    }

    /** A case names an agent who acts for its applicant: it is attached by itself. */
    void named(CaseRecord file, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        boolean acts = agents.find(file.agent(), unit)
                .filter(agent -> agent.isQualified(today))
                .isPresent();
        if (acts && !cases.isServed(file.number(), unit)) {
            List<AgencyRequest> serving = cases.holder(file.number(), rows.seal(), unit)
                    .map(holder -> rows.serving(file.agent(), holder, unit))
                    .orElse(List.of());
            // Of two nobody knows for which of them it was handed in
            if (serving.size() == 1) {
                rows.held(serving.get(0).id(), unit)
                        .filter(request -> takes(request, file, unit))
                        .ifPresent(request -> attach(request, file.number(), unit));
            }
        }
    }

    /** What has moved on meanwhile, has no room, or was handed in by somebody else is left: the agent attaches it. */
    private boolean takes(AgencyRequest request, CaseRecord file, UnitOfWork unit) {
        return request.state() == RequestState.SERVING
                && request.hasRoom()
                && cases.hasRoom(request.id(), unit)
                && cases.isHandedInFor(request, file, unit);
    }

    /** Whether its agent acts on the day of the unit. */
    boolean acts(AgencyRequest request, UnitOfWork unit) {
        return request.state() == RequestState.SERVING
                && agents.find(request.agent(), unit)
                        .filter(agent -> agent.isQualified(unit.context().today()))
                        .isPresent();
    }

    /** It is time that the agent says how it stands; where they may not act any more, that somebody else does. */
    void remind(AgencyRequest request, UnitOfWork unit) {
        request.reminded(unit.context().today());
        rows.keep(
                request,
                "remind",
                Map.of("agent", request.agent()),
                "request-overdue",
                request.changed(RequestStep.REPORT, unit.context().today()),
                unit);
        LocalDate due = request.dueOn().orElseThrow();
        if (acts(request, unit)) {
            messages.sendAgent(
                    AgencyNotice.GIVEN, request, LocalizedMessage.of(RequestWork.class, "report.due", due), unit);
        } else {
            messages.sendAssigner(
                    request,
                    LocalizedMessage.of(RequestWork.class, "report.agent-over", request.agentName(), due),
                    unit);
        }
    }

    void attach(AgencyRequest request, String number, UnitOfWork unit) {
        request.attach(number, agent(request.agent(), unit), now(unit));
        cases.attach(request, rows.seal(), number, unit);
        keep(request, RequestStep.ATTACH, unit);
        messages.send(AgencyNotice.PROGRESS, request, RequestStep.ATTACH.label(), unit);
    }

    void report(AgencyRequest request, String words, UnitOfWork unit) {
        request.report(words, agent(request.agent(), unit), now(unit));
        keep(request, RequestStep.REPORT, unit);
        messages.send(AgencyNotice.PROGRESS, request, RequestStep.REPORT.label(), unit);
    }

    /** @param withoutCase why no case was attached; empty where one was */
    void complete(AgencyRequest request, String words, String withoutCase, UnitOfWork unit) {
        if (cases.of(request.id(), unit).isEmpty() == withoutCase.isEmpty()) {
            throw invalid("withoutCase", LocalizedMessage.of(RequestWork.class, "complete.without-case"));
        }
        List<String> open = cases.open(request.id(), unit);
        if (!open.isEmpty()) {
            throw ProblemException.of(AgencyError.CASES_OPEN, String.join(" ", open));
        }
        String said = withoutCase.isEmpty()
                ? words
                : words
                        + LocalizedMessage.of(RequestWork.class, "complete.none", withoutCase)
                                .zh();
        revoke(request.complete(said, agent(request.agent(), unit), now(unit)), "entrustment.done", unit);
        keep(request, RequestStep.COMPLETE, unit);
        messages.send(AgencyNotice.PROGRESS, request, RequestStep.COMPLETE.label(), unit);
    }

    void withdraw(AgencyRequest request, String reason, UnitOfWork unit) {
        revoke(request.withdraw(reason, now(unit)), "entrustment.withdrawn", unit);
        keep(request, RequestStep.WITHDRAW, unit);
        tellOwner(request, RequestStep.WITHDRAW, unit);
        messages.sendAgent(AgencyNotice.GIVEN, request, RequestStep.WITHDRAW.label(), unit);
    }

    /** The agent may not act any more: what was entrusted to them ends, and its papers with it. */
    void agentWithdrawn(Agent agent, UnitOfWork unit) {
        List<String> part = rows.actedIn(agent.id(), "", PART, unit);
        while (!part.isEmpty()) {
            part.forEach(id -> rows.held(id, unit)
                    .filter(request -> request.state() == RequestState.SERVING)
                    .ifPresent(request -> endEntrustment(request, unit)));
            part = rows.actedIn(agent.id(), part.get(part.size() - 1), PART, unit);
        }
    }

    private void endEntrustment(AgencyRequest request, UnitOfWork unit) {
        revoke(request.agentWithdrawn(now(unit)), "entrustment.agent-over", unit);
        keep(request, RequestStep.END_ENTRUSTMENT, unit);
        messages.send(AgencyNotice.PROGRESS, request, RequestStep.END_ENTRUSTMENT.label(), unit);
    }

    /** What the window writes down of a request of an own account is told to whoever has asked. */
    private void tellOwner(AgencyRequest request, RequestStep step, UnitOfWork unit) {
        if (!request.account().equals(unit.context().actor().account())) {
            messages.send(AgencyNotice.PROGRESS, request, step.label(), unit);
        }
    }

    /** @throws ProblemException {@code agent-not-qualified}, {@code request-state} */
    void requireActing(AgencyRequest request, UnitOfWork unit) {
        agent(request.agent(), unit).requireQualified(unit.context().today());
        if (request.outcome() != null) {
            throw ProblemException.of(AgencyError.REQUEST_STATE, request.state().label());
        }
    }

    private void revoke(String entrustment, String why, UnitOfWork unit) {
        if (!entrustment.isEmpty()) {
            documents.revoke(
                    entrustment, LocalizedMessage.of(RequestWork.class, why).zh(), unit);
        }
    }

    private void keep(AgencyRequest request, RequestStep step, UnitOfWork unit) {
        String event = step == RequestStep.LODGE
                ? "requested"
                : request.outcome() == null ? "request-moved" : "request-closed";
        Map<String, String> details = Map.of(
                "state", request.state().name(),
                "eligibility", request.eligibility().name(),
                "agent", request.agent());
        rows.keep(
                request,
                step.word(),
                details,
                event,
                request.changed(step, now(unit).today()),
                unit);
    }

    static Summary summary(AgencyRequest request, LocalDate today) {
        return new Summary(
                request.id(),
                request.state(),
                request.outcome(),
                request.eligibility(),
                request.project(),
                request.agentName(),
                request.receivedOn(),
                request.dueOn().orElse(null),
                request.isLate(today));
    }

    /** @param allowed what whoever looks may do at all */
    RequestView view(AgencyRequest request, boolean isWhole, Set<RequestStep> allowed, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        Optional<Agent> agent = request.agent().isEmpty() ? Optional.empty() : agents.find(request.agent(), unit);
        List<RequestStep> steps = RequestTable.steps(request.state()).stream()
                .filter(allowed::contains)
                .toList();
        return new RequestView(
                summary(request, today),
                request.investment().fen(),
                applicant(request.held().applicant(), isWhole),
                isWhole ? request.held().needs() : Masking.text(request.held().needs()),
                request.agent(),
                agent.filter(each -> each.isQualified(today)).isPresent(),
                request.closedOn().orElse(null),
                ServedView.of(cases.of(request.id(), unit)),
                isWhole
                        ? NoteView.of(request.held().notes())
                        : NoteView.masked(request.held().notes(), request.account()),
                steps,
                request.steps());
    }

    static ApplicantView applicant(Applicant of, boolean isWhole) {
        DocumentType type = DocumentType.parse(of.idType());
        return new ApplicantView(
                of.kind(),
                isWhole ? of.name() : Masking.name(of.isPerson(), of.name()),
                of.idType(),
                isWhole ? of.idNumber() : Masking.idNumber(type, of.idNumber()),
                isWhole ? of.contact() : Masking.name(true, of.contact()),
                isWhole ? of.phone() : Masking.phone(of.phone()));
    }

    /** What the staff may do at all. */
    static Set<RequestStep> staffSteps(CallContext context) {
        boolean decides = context.actor().isPermitted(AgencyPermission.DECIDE);
        boolean takesIn = context.actor().isPermitted(AgencyPermission.TAKE_IN);
        return Arrays.stream(RequestStep.values())
                .filter(step -> switch (step) {
                    case CONSENT, REFUSE, ASSIGN -> decides;
                    case ENTRUST, WITHDRAW -> takesIn;
                    default -> false;
                })
                .collect(Collectors.toSet());
    }

    static void requireOwn(AgencyRequest request, Actor actor) {
        if (request.account().isEmpty() || !request.account().equals(actor.account())) {
            throw unknown();
        }
    }

    static void requireAssigned(AgencyRequest request, Actor actor) {
        if (request.agentAccount().isEmpty() || !request.agentAccount().equals(actor.account())) {
            throw unknown();
        }
    }

    /** Whoever may not see a request is told no more than who asks for one that is not there. */
    static ProblemException unknown() {
        return ProblemException.of(AgencyError.REQUEST_UNKNOWN);
    }
}
