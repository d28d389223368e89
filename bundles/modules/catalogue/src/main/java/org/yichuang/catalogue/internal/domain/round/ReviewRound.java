package org.yichuang.catalogue.internal.domain.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A review round (审改轮次) of a centre's catalogue; what it decided is never changed. */
@Entity
@Table(name = "CATALOGUE_ROUND")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ReviewRound {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "HELD_ON")
    private LocalDate heldOn;

    @Column(name = "ENTERED_AT")
    private Instant enteredAt;

    @Column(name = "PARTS")
    private int parts;

    @Column(name = "TOTALS")
    private RoundTotals totals;

    @Column(name = "TAKEN_BACK_ON")
    private LocalDate takenBackOn;

    @Column(name = "TAKEN_BACK_REASON")
    private String takenBackReason;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    /** For JPA. */
    protected ReviewRound() {}

    /**
     * A round that is entered.
     *
     * @param parts in how many rows its items are kept
     */
    public ReviewRound(String id, NewRound round, Instant at, int parts) {
        this.id = id;
        this.name = round.name();
        this.heldOn = round.heldOn();
        this.enteredAt = at.truncatedTo(ChronoUnit.MICROS);
        this.parts = parts;
        this.totals = RoundTotals.of(round.items());
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** In how many rows its items are kept, numbered from 1. */
    public int parts() {
        return parts;
    }

    /** What it adds up to. */
    public RoundTotals totals() {
        return totals;
    }

    /** The round as others see it. */
    public RoundView view() {
        return new RoundView(
                id, name, heldOn, enteredAt, totals, takenBackOn, takenBackReason == null ? "" : takenBackReason);
    }

    /** Takes back what was entered by mistake; {@code round-state} when it has been. What was entered stays. */
    public CatalogueEvent takeBack(String why, LocalDate today) {
        requireStanding();
        takenBackOn = today;
        takenBackReason = why;
        return new CatalogueEvent.RoundTakenBack(why);
    }

    private void requireStanding() {
        if (takenBackOn != null) {
            throw new ProblemException(
                    CatalogueError.ROUND_STATE, LocalizedMessage.of(ReviewRound.class, "round.taken-back", name));
        }
    }

    /**
     * Fails with {@code fields-invalid} unless another round was held before this one, and with {@code round-state}
     * where that was taken back.
     */
    public void requireLaterThan(ReviewRound other) {
        other.requireStanding();
        if (!view().isLaterThan(other.view())) {
            throw NewRound.notEarlier(other.name);
        }
    }

    /** The end of its audit chain. */
    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    /** Keeps the end of its audit chain. */
    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
