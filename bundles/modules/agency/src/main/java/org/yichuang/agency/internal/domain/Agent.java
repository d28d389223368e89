package org.yichuang.agency.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.AgentSource;
import org.yichuang.kernel.api.ProblemException;

/** An agent (代办员、专服员): acts for applicants as long as training and authorisation hold, and takes nothing for it. */
@Entity(name = "Agent")
@Table(name = "AGENCY_AGENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Agent extends Kept<AgentContent> {
    private static final String WITHDRAW = "withdraw";

    @Column(name = "NAME")
    private String name;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "ORGANISATION")
    private String organisation;

    @Column(name = "SERVICE_AREA")
    private String serviceArea;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "CONTACT_KEY")
    private String contactKey;

    @Column(name = "TRAINED_UNTIL")
    private LocalDate trainedUntil;

    @Column(name = "AUTHORISED_UNTIL")
    private LocalDate authorisedUntil;

    protected Agent() {} // for JPA

    /**
     * Registers one.
     *
     * @param contactKey digest of the telephone, by which they are known again
     */
    public static Agent registered(String id, Registration given, String contactKey, Now now) {
        Agent made = new Agent();
        made.id = id;
        made.name = given.name();
        made.source = given.source().name();
        made.organisation = given.organisation();
        made.serviceArea = given.serviceArea();
        made.account = given.account();
        made.contactKey = contactKey;
        made.held = new AgentContent(given.phone(), List.of());
        made.note("register", "", now);
        return made;
    }

    /**
     * Who is registered.
     *
     * @param account by which they sign in at this centre, empty for none
     */
    public record Registration(
            String name, AgentSource source, String organisation, String serviceArea, String account, String phone) {}

    /** They have been trained; who has not passed, and an older training, change nothing of until when they are. */
    public void trained(LocalDate on, boolean passed, LocalDate validUntil, Now now) {
        if (passed && (trainedUntil == null || validUntil.isAfter(trainedUntil))) {
            trainedUntil = validUntil;
        }
        note(passed ? "train" : "train-failed", on.toString(), now);
    }

    /**
     * They may act until a day.
     *
     * @throws ProblemException {@code agent-not-trained}
     */
    public void authorised(LocalDate until, String words, Now now) {
        if (!isTrained(now.today())) {
            throw ProblemException.of(AgencyError.AGENT_NOT_TRAINED, name);
        }
        authorisedUntil = until;
        note("authorise", words, now);
    }

    /** They may not act any more. */
    public void withdrawn(String reason, Now now) {
        authorisedUntil = null;
        note(WITHDRAW, reason, now);
    }

    private void note(String step, String words, Now now) {
        held = new AgentContent(
                held.phone(), noted(held.notes(), Note.of(step, words, false, now), step.equals(WITHDRAW)));
    }

    /**
     * When the authorisation was withdrawn first since a moment; nobody is bound again by a later one to what they have
     * signed before.
     */
    public Optional<Instant> withdrawnSince(Instant moment) {
        return held.notes().stream()
                .filter(note -> note.step().equals(WITHDRAW) && !note.at().isBefore(moment))
                .map(Note::at)
                .findFirst();
    }

    private boolean isTrained(LocalDate day) {
        return trainedUntil != null && !day.isAfter(trainedUntil);
    }

    /** Whether they may act on a day. */
    public boolean isQualified(LocalDate day) {
        return isTrained(day) && authorisedUntil != null && !day.isAfter(authorisedUntil);
    }

    /** The last day on which they may act or might have acted; none where the authorisation was withdrawn. */
    public Optional<LocalDate> lastDay() {
        return trainedUntil == null || authorisedUntil == null
                ? Optional.empty()
                : Optional.of(trainedUntil.isBefore(authorisedUntil) ? trainedUntil : authorisedUntil);
    }

    /** @throws ProblemException {@code agent-not-qualified} */
    public void requireQualified(LocalDate day) {
        if (!isQualified(day)) {
            throw ProblemException.of(AgencyError.AGENT_NOT_QUALIFIED, name, day);
        }
    }

    /** Whether whoever acts is this agent. */
    public boolean is(String actor) {
        return !account.isEmpty() && account.equals(actor);
    }

    /** Whether this is their name. */
    public boolean isCalled(String said) {
        return name.equals(said);
    }

    /** Whether a telephone is theirs, which the public list of agents does not tell. */
    public boolean isReachedBy(String phoneKey) {
        return contactKey.equals(phoneKey);
    }

    public String name() {
        return name;
    }

    public AgentSource source() {
        return AgentSource.valueOf(source);
    }

    /** The chamber, park or enterprise, empty for the centre. */
    public String organisation() {
        return organisation;
    }

    /** Where they serve. */
    public String serviceArea() {
        return serviceArea;
    }

    /** By which they sign in, empty for none. */
    public String account() {
        return account;
    }

    public Optional<LocalDate> trainedUntil() {
        return Optional.ofNullable(trainedUntil);
    }

    public Optional<LocalDate> authorisedUntil() {
        return Optional.ofNullable(authorisedUntil);
    }

    /** What has become of them. */
    public AgencyEvent changed() {
        return new AgencyEvent.AgentChanged(id, source(), trainedUntil, authorisedUntil);
    }
}
