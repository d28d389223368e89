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
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceEvent;

/**
 * Somebody has not kept what they promised for a material (R3-19, R3-20): until that is repaired, nothing else is
 * accepted on a promise of theirs. Who it is stands there by the keyed digest of the number of a document alone; the
 * case tells whoever may see it.
 */
@Entity(name = "Breach")
@Table(name = "LICENCES_BREACH")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Breach {
    @Id
    @Column(name = "BREACH")
    private String id;

    @Version
    @Column(name = "VERSION")
    private long version;

    @Column(name = "ID_NUMBER_KEY")
    private String idNumberKey;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "MATERIAL")
    private String material;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private PromiseKind kind;

    @Column(name = "FOUND_ON")
    private LocalDate foundOn;

    @Column(name = "REPAIRED_ON")
    private LocalDate repairedOn;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Breach() {} // for JPA

    /**
     * A new one.
     *
     * @param idNumberKey digest of the number of the document of whoever promised
     * @param about the case and what was promised in it
     */
    public Breach(String id, String idNumberKey, About about, LocalDate today) {
        this.id = id;
        this.idNumberKey = idNumberKey;
        this.item = about.item();
        this.itemName = about.itemName();
        this.caseNumber = about.caseNumber();
        this.department = about.department();
        this.material = about.material();
        this.kind = about.kind();
        this.foundOn = today;
    }

    /**
     * What was promised, and in which case.
     *
     * @param department the department that has the case
     * @param material the code of the material that did not follow, or for which something untrue was declared
     */
    public record About(
            String item, String itemName, String caseNumber, String department, String material, PromiseKind kind) {}

    /** What is told of a new one. */
    public LicenceEvent entered() {
        return new LicenceEvent.PromiseBreached(caseNumber, material, kind.name());
    }

    /**
     * It has been put right, or was wrong, as somebody has decided.
     *
     * @throws ProblemException {@code licence-state} when it is repaired already
     */
    public LicenceEvent repair(LocalDate today) {
        if (repairedOn != null) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(Breach.class, "breach.repaired"));
        }
        repairedOn = today;
        return new LicenceEvent.BreachRepaired(caseNumber, today);
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

    /** The department that has the case. */
    public String department() {
        return department;
    }

    public String material() {
        return material;
    }

    public PromiseKind kind() {
        return kind;
    }

    public LocalDate foundOn() {
        return foundOn;
    }

    public Optional<LocalDate> repairedOn() {
        return Optional.ofNullable(repairedOn);
    }
}
