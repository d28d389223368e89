package org.yichuang.agency.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestOutcome;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;

/** A request for an agent (代办): voluntary, in writing on both sides, and free of charge always. */
@Entity(name = "AgencyRequest")
@Table(name = "AGENCY_REQUEST")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class AgencyRequest extends Kept<RequestContent> {
    /** What is written down however much has been before: nobody is bound for want of room. */
    private static final Set<RequestStep> ENDING = EnumSet.of(
            RequestStep.ASSIGN,
            RequestStep.ENTRUST,
            RequestStep.COMPLETE,
            RequestStep.WITHDRAW,
            RequestStep.REFUSE,
            RequestStep.END_ENTRUSTMENT);

    @Column(name = "STATE")
    private String state = "";

    @Column(name = "OUTCOME")
    private String outcome = "";

    @Column(name = "ELIGIBILITY")
    private String eligibility;

    @Column(name = "PROJECT")
    private String project;

    @Column(name = "INVESTMENT")
    private long investment;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "AGENT")
    private String agent = "";

    @Column(name = "AGENT_NAME")
    private String agentName = "";

    @Column(name = "AGENT_ACCOUNT")
    private String agentAccount = "";

    @Column(name = "ENTRUSTMENT")
    private String entrustment = "";

    @Column(name = "IDENTITY_SEEN")
    private boolean identitySeen;

    @Column(name = "REMINDED_ON")
    private LocalDate remindedOn;

    @Column(name = "RECEIVED_ON")
    private LocalDate receivedOn;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "LATE")
    private boolean late;

    protected AgencyRequest() {} // for JPA

    /**
     * Takes one in.
     *
     * @throws ProblemException {@code not-eligible}
     */
    public static AgencyRequest lodged(String id, Lodged given, Now now) {
        AgencyPolicy.requireEligible(given.eligibility(), given.investment(), now.centre());
        AgencyRequest made = new AgencyRequest();
        made.id = id;
        made.eligibility = given.eligibility().name();
        made.project = given.project();
        made.investment = given.investment().fen();
        made.account = given.account();
        made.idNumberKey = given.idNumberKey();
        made.receivedOn = now.today();
        made.held = new RequestContent(given.applicant(), given.needs(), List.of());
        made.step(RequestStep.LODGE, AgencyPolicy.CONSENT, "", now);
        return made;
    }

    /**
     * What is asked for.
     *
     * @param account whose request it is, empty for nobody's
     * @param idNumberKey digest of the applicant's number, by which their cases are known
     */
    public record Lodged(
            Eligibility eligibility,
            String project,
            Money investment,
            RequestContent.Applicant applicant,
            String needs,
            String account,
            String idNumberKey) {}

    /**
     * The centre consents.
     *
     * @param isSeen whether who asks was compared with the applicant's own document
     */
    public void consent(String words, boolean isSeen, Now now) {
        step(RequestStep.CONSENT, AgencyPolicy.ASSIGN, words, now);
        identitySeen = isSeen;
    }

    /** The centre refuses. */
    public void refuse(String reason, Now now) {
        close(RequestStep.REFUSE, RequestOutcome.REFUSED, reason, now);
    }

    /**
     * An agent is assigned; what was entrusted to another one holds no more.
     *
     * @return the entrustment that ends, empty for none
     * @throws ProblemException {@code agent-not-qualified}, {@code agent-without-account}
     */
    public String assign(Agent to, Now now) {
        to.requireQualified(now.today());
        if (to.account().isEmpty()) {
            throw ProblemException.of(AgencyError.AGENT_WITHOUT_ACCOUNT, to.name());
        }
        step(RequestStep.ASSIGN, null, to.name(), now);
        agent = to.id();
        agentName = to.name();
        agentAccount = to.account();
        return ended();
    }

    /** The applicant entrusts the agent. */
    public void entrust(String document, Agent to, Now now) {
        to.requireQualified(now.today());
        step(RequestStep.ENTRUST, AgencyPolicy.REPORT, "", now);
        entrustment = document;
    }

    /**
     * Refuses that an account signs for whom nobody has compared with the applicant.
     *
     * @throws ProblemException {@code entrustment-at-window}
     */
    public void requireIdentitySeen() {
        if (!identitySeen) {
            throw ProblemException.of(AgencyError.ENTRUSTMENT_AT_WINDOW);
        }
    }

    /** Since when the entrustment that holds is there. */
    public Optional<Instant> entrustedAt() {
        return held.notes().stream()
                .filter(note -> note.step().equals(RequestStep.ENTRUST.word()))
                .map(Note::at)
                .reduce((first, second) -> second);
    }

    /** The agent was told that it is time to say how it stands. */
    public void reminded(LocalDate today) {
        remindedOn = today;
        steps++;
    }

    /** Whether an agent acts who has not said in time how it stands, and has not been told of that. */
    public boolean isToRemind(LocalDate today) {
        boolean isTold = remindedOn != null && dueOn != null && remindedOn.isAfter(dueOn);
        return state() == RequestState.SERVING && isOverdue(today) && !isTold;
    }

    /** Whether another step can be written down that is not its end. */
    public boolean hasRoom() {
        return hasRoom(held.notes());
    }

    /** Whether a paper is the entrustment that holds. */
    public boolean isEntrustedBy(String document) {
        return !entrustment.isEmpty() && entrustment.equals(document);
    }

    /** A case that the agent has handed in is attached. */
    public void attach(String number, Agent by, Now now) {
        by.requireQualified(now.today());
        step(RequestStep.ATTACH, AgencyPolicy.REPORT, number, now);
    }

    /** The agent says how it stands. */
    public void report(String words, Agent by, Now now) {
        by.requireQualified(now.today());
        step(RequestStep.REPORT, AgencyPolicy.REPORT, words, now);
    }

    /**
     * The agent has done what was asked for.
     *
     * @return the entrustment that ends
     */
    public String complete(String words, Agent by, Now now) {
        by.requireQualified(now.today());
        close(RequestStep.COMPLETE, RequestOutcome.DONE, words, now);
        return ended();
    }

    /**
     * The applicant does not want it any more.
     *
     * @return the entrustment that ends, empty for none
     */
    public String withdraw(String reason, Now now) {
        close(RequestStep.WITHDRAW, RequestOutcome.WITHDRAWN, reason, now);
        return ended();
    }

    /**
     * The agent may not act any more: what was entrusted to them ends, and nobody is bound to it by a later
     * authorisation.
     *
     * @return the entrustment that ends
     */
    public String agentWithdrawn(Now now) {
        step(RequestStep.END_ENTRUSTMENT, null, agentName, now);
        return ended();
    }

    /** The account that has assigned the agent, empty where nobody has. */
    public String assignedBy() {
        return held.notes().stream()
                .filter(note -> note.step().equals(RequestStep.ASSIGN.word()))
                .map(Note::account)
                .reduce((first, second) -> second)
                .orElse("");
    }

    private String ended() {
        String before = entrustment;
        entrustment = "";
        return before;
    }

    private void close(RequestStep step, RequestOutcome how, String words, Now now) {
        step(step, null, words, now);
        outcome = how.name();
        closedOn = now.today();
    }

    private void step(RequestStep step, SettingDefinition limit, String words, Now now) {
        RequestState next = RequestTable.next(state.isEmpty() ? null : state(), step);
        if (next == null) {
            throw ProblemException.of(AgencyError.REQUEST_STATE, state().label());
        }
        boolean isLate = isOverdue(now.today());
        late |= isLate;
        state = next.name();
        dueOn = limit == null ? null : now.within(limit);
        held = new RequestContent(
                held.applicant(),
                held.needs(),
                noted(held.notes(), Note.of(step.word(), words, isLate, now), ENDING.contains(step)));
    }

    private boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    public RequestState state() {
        return RequestState.valueOf(state);
    }

    /** How it has ended, null while it goes on. */
    public RequestOutcome outcome() {
        return outcome.isEmpty() ? null : RequestOutcome.valueOf(outcome);
    }

    public Eligibility eligibility() {
        return Eligibility.valueOf(eligibility);
    }

    /** The project's name. */
    public String project() {
        return project;
    }

    public Money investment() {
        return new Money(investment);
    }

    /** Whose request it is, empty for nobody's. */
    public String account() {
        return account;
    }

    /** Digest of the applicant's number. */
    public String idNumberKey() {
        return idNumberKey;
    }

    /** Who is assigned, empty for nobody. */
    public String agent() {
        return agent;
    }

    public String agentName() {
        return agentName;
    }

    /** By which the agent signs in, empty for none. */
    public String agentAccount() {
        return agentAccount;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    /** The last day for what is to be done next. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** Whether a step was late, or is. */
    public boolean isLate(LocalDate today) {
        return late || isOverdue(today);
    }

    /** What has become of it. */
    public AgencyEvent changed(RequestStep step, LocalDate today) {
        return new AgencyEvent.RequestChanged(step, state(), outcome(), eligibility(), agent, dueOn, isLate(today));
    }
}
