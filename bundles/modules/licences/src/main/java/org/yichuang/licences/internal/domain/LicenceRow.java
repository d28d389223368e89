package org.yichuang.licences.internal.domain;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.Column;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Transient;
import javax.persistence.Version;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.licences.api.LicenceState;

/** What is known of a result; what becomes of it is in {@link Licence}. */
@MappedSuperclass
public abstract class LicenceRow {
    /** Stands in the column of what has no end, so that what ends has one order without nulls. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Id
    @Column(name = "LICENCE")
    String id;

    @Version
    @Column(name = "VERSION")
    long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    LicenceState state;

    @Column(name = "DOCUMENT_NUMBER")
    String number;

    @Column(name = "KIND")
    String kind;

    @Column(name = "OWNER")
    String owner;

    @Column(name = "ITEM")
    String item;

    @Column(name = "ITEM_NAME")
    String itemName;

    @Column(name = "ITEM_VERSION")
    int itemVersion;

    @Column(name = "DEPARTMENT")
    String department;

    @Column(name = "WITHHELD")
    boolean withheld;

    @Column(name = "ORGAN")
    String organ;

    @Column(name = "HOLDER")
    String holderName;

    @Column(name = "HOLDER_FOLDED")
    String holderFolded;

    @Column(name = "PERSON")
    boolean person;

    @Column(name = "ID_NUMBER_KEY")
    String idNumberKey;

    @Column(name = "ACCOUNT")
    String account;

    @Column(name = "GRANTED_ON")
    LocalDate grantedOn;

    @Column(name = "VALID_UNTIL")
    LocalDate validUntil;

    @Column(name = "DECIDED_AT")
    String decidedAt = "";

    @Column(name = "REVOCATION_DUE")
    boolean revocationDue;

    @Column(name = "UNDELIVERED")
    boolean undelivered;

    @Column(name = "CASE_NUMBER")
    String caseNumber = "";

    @Column(name = "RENEWAL")
    String renewal = "";

    @Column(name = "PEER")
    String peer = "";

    @Column(name = "PEER_CASE")
    String peerCase = "";

    @Column(name = "MADE_AT")
    String madeAt = "";

    @Column(name = "PEER_SEEN")
    long peerSeen;

    @Column(name = "KEY_NAME")
    String keyName = "";

    @Column(name = "CHAIN_SEQUENCE")
    long chainSequence;

    @Column(name = "CHAIN_HASH")
    String chainHash = ChainHead.START.hash();

    @Column(name = "CONTENT")
    String kept;

    @Transient
    LicenceContent content;

    @Transient
    Function<String, LicenceContent> reader;

    /** The digest of the row as the last entry of a transaction has left it, and of which transaction. */
    @Transient
    private String left = "";

    @Transient
    private WeakReference<Object> leftIn = new WeakReference<>(null);

    void replace(LicenceContent changed) {
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

    /** Keeps how an entry leaves the row, for another one of the same transaction. */
    public void leave(String digest, Object transaction) {
        left = digest;
        leftIn = new WeakReference<>(transaction);
    }

    /** How an earlier entry of a transaction has left the row; none where there is no such entry. */
    public Optional<String> left(Object transaction) {
        return leftIn.get() == transaction ? Optional.of(left) : Optional.empty();
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

    /** Whether it is withheld from the public. */
    public boolean isWithheld() {
        return withheld;
    }

    public boolean isRevocationDue() {
        return revocationDue;
    }

    /** Where it stands as its last step has left it, whatever day it is. */
    public LicenceState noted() {
        return state;
    }

    /** The case of which it came. */
    public String caseNumber() {
        return caseNumber.isEmpty() ? id : caseNumber;
    }

    /** The neighbour whose register has it as well, on the way to who has granted it or made it out; empty for none. */
    public String peer() {
        return peer;
    }

    /** The number of its case there. */
    public String peerCase() {
        return peerCase;
    }

    /** The centre that has made it out; empty where that was this one. */
    public String madeAt() {
        return madeAt;
    }

    /** The centre that has granted; empty in rows from before it was kept. */
    public String decidedAt() {
        return decidedAt;
    }

    /** Which of the results of its case it is. */
    public int place() {
        return caseNumber.isEmpty() ? 0 : Integer.parseInt(id.substring(caseNumber.length() + 1));
    }

    /** How far the letters of that neighbour have come. */
    public long peerSeen() {
        return peerSeen;
    }

    /** The case of a renewal that was applied for in time, or is granted and not made out yet; empty for none. */
    public String renewal() {
        return renewal;
    }
}
