package org.yichuang.licences.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;

/**
 * Somebody may not apply for an item again before a day (R1-35, art. 78 and 79). Who it is stands there by the keyed
 * digest of the number of a document alone; the case tells whoever may see it.
 */
@Entity(name = "Ban")
@Table(name = "LICENCES_BAN")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Ban {
    /** What it is for, and for how many years. */
    public enum Ground {
        /** Facts were concealed or materials false (art. 78). */
        FALSE_MATERIALS(1),
        /** Obtained by fraud, bribery or other improper means (art. 79). */
        FRAUD(3);

        private final int years;

        Ground(int years) {
            this.years = years;
        }
    }

    @Id
    @Column(name = "BAN")
    private String id;

    @Version
    @Column(name = "VERSION")
    private long version;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "OWNER")
    private String owner;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "DEPARTMENT")
    private String department = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "GROUND")
    private Ground ground;

    @Column(name = "ENTERED_ON")
    private LocalDate enteredOn;

    @Column(name = "BANNED_UNTIL")
    private LocalDate until;

    @Column(name = "LIFTED_ON")
    private LocalDate liftedOn;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Ban() {} // for JPA

    /**
     * A new one.
     *
     * @param about the item and the case in which it was found out
     */
    public Ban(String id, String idNumberKey, About about, Ground ground, LocalDate today) {
        this.id = id;
        this.idNumberKey = idNumberKey;
        this.owner = about.owner();
        this.item = about.item();
        this.itemName = about.itemName();
        this.caseNumber = about.caseNumber();
        this.department = about.department();
        this.ground = ground;
        this.enteredOn = today;
        this.until = today.plusYears(ground.years);
    }

    /**
     * The item that is not to be applied for, and the case in which it was found out.
     *
     * @param owner the centre in whose catalogue the item stands
     * @param department the department that has found it out
     */
    public record About(String owner, String item, String itemName, String caseNumber, String department) {}

    /** What is told of a new one. */
    public LicenceEvent entered() {
        return new LicenceEvent.Banned(caseNumber, ground.name(), until);
    }

    /**
     * It was wrong, as somebody has decided.
     *
     * @throws ProblemException {@code licence-state} when it does not hold any more
     */
    public LicenceEvent lift(LocalDate today) {
        if (!holds(today)) {
            throw new ProblemException(LicenceError.LICENCE_STATE, LocalizedMessage.of(Ban.class, "ban.over"));
        }
        liftedOn = today;
        return new LicenceEvent.BanLifted(caseNumber, today);
    }

    /** Whether it holds on a day: the last one is among those. */
    public boolean holds(LocalDate today) {
        return liftedOn == null && !until.isBefore(today);
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

    public String item() {
        return item;
    }

    public String itemName() {
        return itemName;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** The department that has found it out; empty in those from before it was kept. */
    public String department() {
        return department;
    }

    public Ground ground() {
        return ground;
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public LocalDate until() {
        return until;
    }

    public Optional<LocalDate> liftedOn() {
        return Optional.ofNullable(liftedOn);
    }
}
