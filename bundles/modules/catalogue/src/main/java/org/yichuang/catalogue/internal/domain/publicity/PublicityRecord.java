package org.yichuang.catalogue.internal.domain.publicity;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** That a version of an item was made known to the public; never changed, but taken back. */
@Entity
@Table(name = "CATALOGUE_PUBLICITY")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class PublicityRecord {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "CODE")
    private String code;

    @Column(name = "NUMBER_IN_ITEM")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "CHANNEL")
    private PublicityChannel channel;

    @Column(name = "MADE_KNOWN_ON")
    private LocalDate on;

    @Column(name = "ORGAN")
    private String organ;

    @Column(name = "PROOF")
    private String proof;

    @Column(name = "RECORDED_BY")
    private String recordedBy;

    /** By which those that were entered together are known; null of before that was kept. */
    @Column(name = "BATCH")
    private String batch;

    @Column(name = "TAKEN_BACK_ON")
    private LocalDate takenBackOn;

    @Column(name = "TAKEN_BACK_REASON")
    private String takenBackReason;

    /** For JPA. */
    protected PublicityRecord() {}

    /**
     * A record.
     *
     * @param id its own, and by which those that were entered with it are known
     * @param number of the version
     * @param recordedBy the name of who has entered it
     */
    public PublicityRecord(Ids id, String code, int number, Publication publication, String recordedBy) {
        this.id = id.own();
        this.batch = id.batch();
        this.code = code;
        this.number = number;
        this.channel = publication.channel();
        this.on = publication.on();
        this.organ = publication.organ();
        this.proof = publication.proof();
        this.recordedBy = recordedBy;
    }

    /**
     * By what a record is known.
     *
     * @param batch the same for all that are entered together
     */
    public record Ids(String own, String batch) {}

    /**
     * How something was made known.
     *
     * @param organ in whose name
     * @param proof by what it can be shown, e.g. the page of a newspaper, the number of a gazette, an address
     */
    public record Publication(PublicityChannel channel, LocalDate on, String organ, String proof) {}

    /** A record as others see it. */
    public record View(
            String id,
            int version,
            PublicityChannel channel,
            LocalDate on,
            String organ,
            String proof,
            String recordedBy,
            LocalDate takenBackOn,
            String takenBackReason) {}

    /** Takes it back, as it was entered by mistake. */
    public void takeBack(String reason, LocalDate today) {
        takenBackOn = today;
        takenBackReason = reason;
    }

    /** Whether it was entered by mistake. */
    public boolean isTakenBack() {
        return takenBackOn != null;
    }

    /** Of which item it is. */
    public String code() {
        return code;
    }

    /** Of which of its versions. */
    public int number() {
        return number;
    }

    /** By what those are known that were entered with it; empty of before that was kept. */
    public Optional<String> batch() {
        return Optional.ofNullable(batch);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The record as others see it. */
    public View view() {
        return new View(id, number, channel, on, organ, proof, recordedBy, takenBackOn, takenBackReason);
    }
}
