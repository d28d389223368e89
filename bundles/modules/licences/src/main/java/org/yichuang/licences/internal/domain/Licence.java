package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicenceState;

/** A result that was granted: who holds what until when, and what has become of it. */
@Entity(name = "Licence")
@Table(name = "LICENCES_LICENCE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Licence extends LicenceRow {
    private static final Set<LicenceAct.Kind> REPLACING =
            Set.of(LicenceAct.Kind.REPLACEMENT, LicenceAct.Kind.HANDED_OVER);

    protected Licence() {} // for JPA

    /** One that has just been made out. */
    public Licence(LicenceTerms terms, LicenceContent content) {
        this.id = terms.id();
        this.caseNumber = terms.id().equals(terms.caseNumber()) ? "" : terms.caseNumber();
        this.state = LicenceState.VALID;
        this.number = terms.number();
        this.kind = terms.kind();
        this.owner = terms.owner();
        this.item = terms.item();
        this.itemName = terms.itemName();
        this.itemVersion = terms.itemVersion();
        this.department = terms.department();
        this.organ = terms.organ();
        this.grantedOn = terms.grantedOn();
        this.validUntil = Optional.ofNullable(terms.validUntil()).orElse(NEVER);
        this.decidedAt = terms.decidedAt();
        this.content = content;
        heldBy(content.holder());
    }

    private void heldBy(Holder holder) {
        holderName = holder.name();
        holderFolded = folded(holder.name());
        person = holder.isPerson();
        account = holder.account();
    }

    /** A name in the form in which holders are looked for. */
    public static String folded(String name) {
        return TextRules.first(TextRules.folded(name), 200);
    }

    /** What is told of one that has just been made out. */
    public LicenceEvent registered() {
        return new LicenceEvent.Registered(caseNumber(), kind, validUntil().orElse(null));
    }

    /**
     * Its validity has ended.
     *
     * @throws ProblemException {@code licence-state} before its last day has passed, or when it is not in force
     */
    public LicenceEvent expire(LocalDate today) {
        require(state == LicenceState.VALID, "state.not-valid");
        require(isOver(today), "state.not-over");
        state = LicenceState.EXPIRED;
        renewal = "";
        replace(content()
                .with(LicenceAct.expiry(validUntil.plusDays(1)), content().documents()));
        return new LicenceEvent.Expired(validUntil);
    }

    /**
     * The organ revokes, withdraws or cancels it, as {@link #requireOpen} allows.
     *
     * @param act what it does, under the number of its decision
     */
    public LicenceEvent decide(LicenceAct act) {
        LicenceState next = act.kind().ended();
        end(next, act);
        return new LicenceEvent.Ended(next, act.ground(), act.number());
    }

    /**
     * Refuses what cannot be done with it as it stands, or not at a centre.
     *
     * @throws ProblemException {@code licence-state}
     */
    public void requireOpen(LicenceAct act, String centre) {
        requireGrantedAt(centre);
        LicenceState present = state(act.on());
        switch (act.kind()) {
            case REVOCATION -> require(
                    present == LicenceState.VALID || present == LicenceState.EXPIRED, "state.not-open");
            case WITHDRAWAL -> require(present == LicenceState.VALID, "state.not-open");
            default -> {
                CancellationGround ground = CancellationGround.valueOf(act.ground());
                require(ground.fits(present, kind, person), "state.not-of-ground");
            }
        }
    }

    void requireGrantedAt(String centre) {
        if (!isDecidedAt(centre)) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(Licence.class, "granted.elsewhere"));
        }
    }

    void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(Licence.class, otherwise, state.label()));
        }
    }

    /** Whether this centre has granted it, so that its organ may take it back. */
    public boolean isDecidedAt(String centre) {
        return decidedAt.isEmpty() ? !content().documents().isEmpty() : decidedAt.equals(centre);
    }

    /** Another register has it as well, on the way to who has granted it or made it out. */
    public void shareWith(Peer neighbour) {
        peer = neighbour.centre();
        peerCase = neighbour.caseNumber();
        madeAt = neighbour.madeAt();
    }

    /**
     * From now on another centre says what becomes of it, and nobody here; what has been done here stays.
     *
     * @param neighbour on the way to that centre
     */
    public void decidedAbove(Peer neighbour, String centre) {
        shareWith(neighbour);
        peerSeen = 0;
        decidedAt = centre;
        replace(content().toldFromNow());
    }

    /** From now on this centre says what becomes of it, and no other. */
    public void decidedHere(String centre) {
        decidedAbove(new Peer("", "", ""), centre);
    }

    /** Another centre has decided since about what was granted here, and says from now on what becomes of it. */
    public LicenceEvent handOver(LicenceAct act) {
        requireHeld();
        state = LicenceState.REPLACED;
        renewal = "";
        revocationDue = false;
        replace(content().with(act, content().documents()));
        return stands();
    }

    /** Whether another centre says what becomes of it since. */
    public boolean isHandedOver() {
        return state == LicenceState.REPLACED
                && replacement()
                        .filter(act -> act.kind() == LicenceAct.Kind.HANDED_OVER)
                        .isPresent();
    }

    /** Whether it was granted here and made out elsewhere: that centre hears how it stands. */
    public boolean tells() {
        return !peer.isEmpty() && !madeAt.isEmpty();
    }

    /** Whether it stands here as it does where it was granted, which alone says what becomes of it. */
    public boolean isTold() {
        return !peer.isEmpty() && madeAt.isEmpty();
    }

    /** How it stands, for the centre that has made it out. */
    public RegisterLetter.Standing standing() {
        return new RegisterLetter.Standing(
                state,
                validUntil().orElse(null),
                renewal,
                revocationDue,
                content().acts());
    }

    /**
     * It stands here as it does where it was granted; but what has ended comes back to life by no letter.
     *
     * @param sequence of the letter that says so
     */
    public LicenceEvent told(RegisterLetter.Standing told, long sequence) {
        LicenceState before = state;
        peerSeen = sequence;
        if (revives(told)) {
            return stands();
        }
        revocationDue = isDue(told);
        state = told.state();
        validUntil = told.validUntil() == null ? NEVER : told.validUntil();
        renewal = told.renewal();
        undelivered = false; // what is to be delivered is delivered there
        boolean isProved = isHeld(state) || state == LicenceState.REPLACED;
        replace(content().told(told.acts(), isProved ? content().documents() : List.of()));
        withheld = Publicity.isWithheld(content().acts());
        Optional<LicenceAct> ending = before == state ? Optional.empty() : RegisterLetter.ending(told);
        return ending.<LicenceEvent>map(act -> state == LicenceState.EXPIRED
                        ? new LicenceEvent.Expired(validUntil)
                        : new LicenceEvent.Ended(state, act.ground(), act.number()))
                .orElseGet(this::stands);
    }

    /** How it stands, as others are told. */
    public LicenceEvent stands() {
        return new LicenceEvent.Told(state, validUntil().orElse(null));
    }

    /** Whether a letter makes of what has ended something that is held. */
    public boolean revives(RegisterLetter.Standing told) {
        return !isHeld(state) && isHeld(told.state());
    }

    /** What is to be revoked is so until it ends, or somebody has said why not. */
    private boolean isDue(RegisterLetter.Standing told) {
        boolean isDeclined = told.acts().stream().map(LicenceAct::kind).anyMatch(LicenceAct.Kind.NOT_REVOKED::equals);
        return told.revocationDue() || revocationDue && isHeld(told.state()) && !isDeclined;
    }

    void end(LicenceState next, LicenceAct act) {
        state = next;
        revocationDue = false;
        undelivered = true;
        replace(content().with(act, List.of()));
    }

    /**
     * A decision has reached the holder.
     *
     * @param decision its number
     * @param how as it is said; what follows from it is reckoned
     * @throws ProblemException {@code licence-state} for one that has, or is not there; {@code fields-invalid} for
     *     a day before the decision or to come, and what {@link ActDelivery#of} refuses
     */
    public LicenceEvent deliver(String decision, ActDelivery how, String centre, LocalDate today) {
        requireGrantedAt(centre);
        LicenceAct act = content().acts().stream()
                .filter(each -> each.isUndelivered() && each.number().equals(decision))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        LicenceError.LICENCE_STATE, LocalizedMessage.of(Licence.class, "state.delivered", decision)));
        if (how.on().isBefore(act.on()) || how.on().isAfter(today)) {
            throw ActDelivery.refusal("on", "delivery.day");
        }
        replace(content().delivered(decision, how));
        undelivered = content().isUndelivered();
        return new LicenceEvent.Served(decision, how.method().name(), how.servedOn());
    }

    /** What was declared instead of a material was untrue, so that it is to be revoked. */
    public Optional<LicenceEvent> revocationDue(String caseNumber, String material) {
        if (revocationDue || !Set.of(LicenceState.VALID, LicenceState.EXPIRED).contains(state)) {
            return Optional.empty();
        }
        revocationDue = true;
        return Optional.of(new LicenceEvent.RevocationDue(caseNumber, material));
    }

    /** Whether its validity has ended, and nobody has noted it yet. */
    public boolean isToExpire(LocalDate today) {
        return state == LicenceState.VALID && isOver(today);
    }

    /**
     * The organ decides not to revoke what was noted as to be revoked.
     *
     * @throws ProblemException {@code licence-state} when it was not
     */
    public LicenceEvent declineRevocation(LicenceAct act, String centre) {
        requireGrantedAt(centre);
        require(revocationDue, "state.not-due");
        revocationDue = false;
        replace(content().with(act, content().documents()));
        return new LicenceEvent.RevocationDeclined(id);
    }

    /** Whether its last day has passed. */
    public boolean isOver(LocalDate today) {
        return validUntil.isBefore(today);
    }

    /**
     * Where it stands on a day: what is over stands as expired before anybody has noted it, unless its renewal counts
     * as granted, or is.
     */
    public LicenceState state(LocalDate today) {
        return isToExpire(today) && renewal.isEmpty() ? LicenceState.EXPIRED : state;
    }

    /**
     * Refuses what its holder cannot apply for as it stands.
     *
     * @throws ProblemException {@code licence-state}
     */
    public void requireOpen(LicenceMatter matter, LocalDate today) {
        LicenceState present = state(today);
        boolean isRenewable = matter == LicenceMatter.RENEWAL && present == LicenceState.EXPIRED;
        require(present == LicenceState.VALID || isRenewable, "state.not-open");
        require(matter != LicenceMatter.RENEWAL || validUntil().isPresent(), "state.no-end");
    }

    /** Its renewal was applied for in time, or is granted: it holds until that is made out, or comes to nothing. */
    public LicenceEvent await(String caseNumber) {
        renewal = caseNumber;
        return new LicenceEvent.RenewalAwaited(caseNumber);
    }

    /** What was applied for in a case is not granted. */
    public LicenceEvent notGranted(LicenceAct act, LicenceMatter matter, String caseNumber) {
        if (renewal.equals(caseNumber)) {
            renewal = "";
        }
        replace(content().with(act, content().documents()));
        return new LicenceEvent.NotGranted(caseNumber, matter.name());
    }

    /**
     * It holds longer.
     *
     * @param act how that comes
     * @param until its last day; null for without end
     * @param papers the documents that prove it besides
     */
    public LicenceEvent renew(LicenceAct act, LocalDate until, List<String> papers) {
        requireHeld();
        state = LicenceState.VALID;
        validUntil = until == null ? NEVER : until;
        renewal = "";
        replace(content().with(act, papers(papers)));
        return new LicenceEvent.Renewed(until, act.kind() == LicenceAct.Kind.DEEMED_RENEWAL);
    }

    /** Something of it is changed; its number may be, and its last day stays. */
    public LicenceEvent change(LicenceAct act, LicenceTerms terms, LicenceContent changed) {
        requireHeld();
        number = terms.number();
        Holder holder = changed.holder().orAccount(account);
        heldBy(holder);
        replace(content().of(holder).with(act, papers(changed.documents())));
        return new LicenceEvent.Changed(terms.caseNumber());
    }

    /** Another one stands in its place. */
    public LicenceEvent replaceBy(LicenceAct act, String successor) {
        requireHeld();
        state = LicenceState.REPLACED;
        replace(content().with(act, content().documents()));
        return new LicenceEvent.Replaced(successor);
    }

    /**
     * Refuses what nobody holds any more.
     *
     * @throws ProblemException {@code licence-state}
     */
    public void requireHeld() {
        require(isHeld(state), "state.not-open");
    }

    /** Whether somebody holds it, or may renew it. */
    public boolean isHeld() {
        return isHeld(state);
    }

    private static boolean isHeld(LicenceState state) {
        return state == LicenceState.VALID || state == LicenceState.EXPIRED;
    }

    private List<String> papers(List<String> more) {
        return Stream.concat(content().documents().stream(), more.stream())
                .distinct()
                .toList();
    }

    /** The act that has replaced it, or has handed it over. */
    public Optional<LicenceAct> replacement() {
        return content().acts().stream()
                .filter(act -> REPLACING.contains(act.kind()))
                .reduce((first, second) -> second);
    }
}
