package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Transient;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
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
public class Licence {
    /** Stands in the column of what has no end, so that what ends has one order without nulls. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Id
    @Column(name = "LICENCE")
    private String id;

    @Version
    @Column(name = "VERSION")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private LicenceState state;

    @Column(name = "DOCUMENT_NUMBER")
    private String number;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "OWNER")
    private String owner;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "ITEM_VERSION")
    private int itemVersion;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "ORGAN")
    private String organ;

    @Column(name = "HOLDER")
    private String holderName;

    @Column(name = "HOLDER_FOLDED")
    private String holderFolded;

    @Column(name = "PERSON")
    private boolean person;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "ACCOUNT")
    private String account;

    @Column(name = "GRANTED_ON")
    private LocalDate grantedOn;

    @Column(name = "VALID_UNTIL")
    private LocalDate validUntil;

    @Column(name = "DECIDED_AT")
    private String decidedAt = "";

    @Column(name = "REVOCATION_DUE")
    private boolean revocationDue;

    @Column(name = "KEY_NAME")
    private String keyName = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    @Column(name = "CONTENT")
    private String kept;

    @Transient
    private LicenceContent content;

    @Transient
    private Function<String, LicenceContent> reader;

    protected Licence() {} // for JPA

    /** One that has just been made out. */
    public Licence(LicenceTerms terms, LicenceContent content) {
        this.id = terms.caseNumber();
        this.state = LicenceState.VALID;
        this.number = terms.number();
        this.kind = terms.kind();
        this.owner = terms.owner();
        this.item = terms.item();
        this.itemName = terms.itemName();
        this.itemVersion = terms.itemVersion();
        this.department = terms.department();
        this.organ = terms.organ();
        this.holderName = content.holder().name();
        this.holderFolded = folded(content.holder().name());
        this.person = content.holder().isPerson();
        this.account = content.holder().account();
        this.grantedOn = terms.grantedOn();
        this.validUntil = Optional.ofNullable(terms.validUntil()).orElse(NEVER);
        this.decidedAt = terms.decidedAt();
        this.content = content;
    }

    /** A name in the form in which holders are looked for. */
    public static String folded(String name) {
        return TextRules.first(TextRules.folded(name), 200);
    }

    /** What is told of one that has just been made out. */
    public LicenceEvent registered() {
        return new LicenceEvent.Registered(id, kind, validUntil().orElse(null));
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
        LicenceState next =
                switch (act.kind()) {
                    case REVOCATION -> LicenceState.REVOKED;
                    case WITHDRAWAL -> LicenceState.WITHDRAWN;
                    default -> LicenceState.CANCELLED;
                };
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

    private void requireGrantedAt(String centre) {
        if (!isDecidedAt(centre)) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(Licence.class, "granted.elsewhere", organ));
        }
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(Licence.class, otherwise, state.label()));
        }
    }

    /** Whether this centre has granted it, so that its organ may take it back. */
    public boolean isDecidedAt(String centre) {
        return decidedAt.isEmpty() ? !content().documents().isEmpty() : decidedAt.equals(centre);
    }

    private void end(LicenceState next, LicenceAct act) {
        state = next;
        revocationDue = false;
        replace(content().with(act, List.of()));
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

    private boolean isOver(LocalDate today) {
        return validUntil.isBefore(today);
    }

    /** Where it stands on a day: what is over stands as expired before anybody has noted it. */
    public LicenceState state(LocalDate today) {
        return isToExpire(today) ? LicenceState.EXPIRED : state;
    }

    private void replace(LicenceContent changed) {
        content = changed;
        kept = null;
    }

    /** Says how its text is read; asked as soon as it has been loaded. */
    public void readBy(Function<String, LicenceContent> way) {
        reader = way;
    }

    /** Writes the text if it is new; asked before the row is digested or stored. */
    public void writeBy(Function<LicenceContent, String> way, Function<String, String> key) {
        if (kept == null) {
            kept = way.apply(content);
            keyName = key.apply(kept);
        }
    }

    /** Puts its text under another key; what it says stays as it is. */
    public void renew(Function<String, String> way, Function<String, String> key) {
        kept = way.apply(kept);
        keyName = key.apply(kept);
    }

    /** Keeps the digest by which its holder's number is found. */
    public void findBy(String digest) {
        idNumberKey = digest;
    }

    /** What of it is kept encrypted. */
    public LicenceContent content() {
        if (content == null) {
            content = reader.apply(kept);
        }
        return content;
    }

    /** Keeps the end of its audit chain. */
    public void chain(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    public ChainHead chain() {
        return new ChainHead(chainSequence, chainHash);
    }

    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String number() {
        return number;
    }

    public String kind() {
        return kind;
    }

    public String owner() {
        return owner;
    }

    public String item() {
        return item;
    }

    public String itemName() {
        return itemName;
    }

    public int itemVersion() {
        return itemVersion;
    }

    public String department() {
        return department;
    }

    public String organ() {
        return organ;
    }

    public String holderName() {
        return holderName;
    }

    public boolean isPerson() {
        return person;
    }

    public String account() {
        return account;
    }

    public LocalDate grantedOn() {
        return grantedOn;
    }

    /** The last day; none where there is no end. */
    public Optional<LocalDate> validUntil() {
        return Optional.of(validUntil).filter(day -> !day.equals(NEVER));
    }

    public boolean isRevocationDue() {
        return revocationDue;
    }
}
