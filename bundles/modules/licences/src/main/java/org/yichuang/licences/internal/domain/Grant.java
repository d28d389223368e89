package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;

/**
 * A decision of this centre that grants, which everybody reads as soon as it is made (art. 40), whatever is made out of
 * it and when; but for what is a secret.
 */
@Entity(name = "GrantDecision")
@Table(name = "LICENCES_GRANT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Grant {
    /** In the place of a ground: nobody was asked whether it is a secret, and nothing has come of it yet. */
    public static final String UNSEEN = "UNSEEN";

    private static final int LONGEST_BASIS = 200;

    @Id
    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Version
    @Column(name = "VERSION")
    private long version;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "ORGAN")
    private String organ = "";

    @Column(name = "DECIDED_ON")
    private LocalDate decidedOn;

    @Column(name = "HOLDER_NAME")
    private String holderName;

    @Column(name = "HOLDER_FOLDED")
    private String holderFolded;

    @Column(name = "PERSON")
    private boolean person;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "WITHHELD")
    private String withheld = "";

    @Column(name = "BASIS")
    private String basis = "";

    @Column(name = "ENDED")
    private boolean ended;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Grant() {} // for JPA

    /**
     * A new one.
     *
     * @param holder whom it is granted
     * @param idNumberKey the keyed digest of the number of a document of theirs
     */
    public Grant(About about, Holder holder, String idNumberKey, LocalDate day) {
        this.caseNumber = about.caseNumber();
        this.item = about.item();
        this.itemName = about.itemName();
        this.department = about.department();
        this.decidedOn = day;
        this.holderName = holder.name();
        this.holderFolded = Licence.folded(holder.name());
        this.person = holder.isPerson();
        this.idNumberKey = idNumberKey;
    }

    /** The case in which it was decided, and of what. */
    public record About(String caseNumber, String item, String itemName, String department) {}

    /** Whoever has decided is known; it is shown from now on, if it is no secret. */
    public void decidedBy(String body) {
        organ = body;
    }

    /** Whether it is known who has decided. */
    public boolean isWhole() {
        return !organ.isEmpty();
    }

    /** What is told of a new one. */
    public LicenceEvent decided() {
        return new LicenceEvent.GrantDecided(caseNumber, decidedOn);
    }

    /**
     * It is withheld from the public.
     *
     * @throws ProblemException {@code licence-state} where it is already
     */
    public LicenceEvent withhold(WithholdingGround ground, String provision) {
        require(withheld.isEmpty() || isUnseen(), "grant.withheld");
        withheld = ground.name();
        basis = TextRules.first(provision, LONGEST_BASIS);
        return new LicenceEvent.Withheld(withheld);
    }

    /** It is of a time when nobody could say that it is a secret: until the department has looked nobody reads it. */
    public void hide() {
        withheld = UNSEEN;
    }

    /**
     * It is given back to the public.
     *
     * @throws ProblemException {@code licence-state} where it is not withheld
     */
    public LicenceEvent disclose() {
        require(!withheld.isEmpty(), "grant.not-withheld");
        withheld = "";
        basis = "";
        return new LicenceEvent.Disclosed();
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new ProblemException(LicenceError.LICENCE_STATE, LocalizedMessage.of(Grant.class, otherwise));
        }
    }

    /** Nothing was made out of it, and will be. */
    public LicenceEvent end() {
        ended = true;
        return new LicenceEvent.GrantEnded(caseNumber);
    }

    /** Keeps the end of its audit chain. */
    public void chain(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    public ChainHead chain() {
        return new ChainHead(chainSequence, chainHash);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String item() {
        return item;
    }

    public String itemName() {
        return itemName;
    }

    public String department() {
        return department;
    }

    /** The body that has decided. */
    public String organ() {
        return organ;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    public String holderName() {
        return holderName;
    }

    public boolean isPerson() {
        return person;
    }

    public boolean isWithheld() {
        return !withheld.isEmpty();
    }

    /** Whether nobody has looked yet whether it is a secret. */
    public boolean isUnseen() {
        return withheld.equals(UNSEEN);
    }

    /** Whether somebody has said that it is a secret. */
    public boolean isSecret() {
        return isWithheld() && !isUnseen();
    }

    /** Of whom it is a secret, or {@link #UNSEEN}; empty where everybody reads it. */
    public String ground() {
        return withheld;
    }

    /** By which provision it is withheld. */
    public String basis() {
        return basis;
    }

    /** Whether it was ended before anything was made out. */
    public boolean isEnded() {
        return ended;
    }
}
