package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.kernel.api.ProblemException;

/**
 * An agreement with a body, e.g. a functional zone, whose signed review is recognised (见文行文、见文发证、见章盖章): for some
 * items, until a day.
 */
@Entity(name = "Agreement")
@Table(name = "AGENCY_AGREEMENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Agreement extends Chained {
    private static final String BETWEEN = "\n";

    @Column(name = "NUMBER")
    private String number;

    @Column(name = "BODY")
    private String body;

    @Column(name = "LOCAL_CODE")
    private String localCode;

    @Column(name = "SCOPE")
    private String scope;

    @Column(name = "ITEMS")
    private String items;

    @Column(name = "SIGNED_BY")
    private String signedBy;

    @Column(name = "VALID_FROM")
    private LocalDate validFrom;

    @Column(name = "VALID_UNTIL")
    private LocalDate validUntil;

    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    protected Agreement() {} // for JPA

    /** Enters one. */
    public static Agreement made(String id, Terms terms) {
        Agreement made = new Agreement();
        made.id = id;
        made.number = terms.number();
        made.body = terms.body();
        made.localCode = terms.localCode();
        made.scope = terms.scope();
        made.items = String.join(BETWEEN, terms.items());
        made.signedBy = terms.signedBy();
        made.validFrom = terms.validFrom();
        made.validUntil = terms.validUntil();
        made.steps = 1;
        return made;
    }

    /**
     * What has been agreed.
     *
     * @param number of the paper
     * @param body whose review is recognised
     * @param localCode the code by which papers name a functional zone, empty for another body
     * @param scope the sentence of the agreement that says what it covers
     * @param items codes of the items
     * @param signedBy who has signed for both
     */
    public record Terms(
            String number,
            String body,
            String localCode,
            String scope,
            List<String> items,
            String signedBy,
            LocalDate validFrom,
            LocalDate validUntil) {}

    /**
     * It ends before its day.
     *
     * @throws ProblemException {@code agreement-over}
     */
    public void end(LocalDate today) {
        requireHolds(today);
        endedOn = today;
        steps++;
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil) && (endedOn == null || day.isBefore(endedOn));
    }

    private void requireHolds(LocalDate day) {
        if (!holds(day)) {
            throw ProblemException.of(AgencyError.AGREEMENT_OVER, number, body, validFrom, last());
        }
    }

    private LocalDate last() {
        return endedOn == null ? validUntil : endedOn.minusDays(1);
    }

    /**
     * Whether it covers a review of an item: on the day on which it was signed and on the day on which it is presented.
     *
     * @throws ProblemException {@code agreement-over}; {@code out-of-scope} with the agreement's own sentence
     */
    public void requireCovers(String item, String itemName, LocalDate signedOn, LocalDate today) {
        requireHolds(today);
        requireHolds(signedOn);
        if (!items().contains(item)) {
            throw ProblemException.of(AgencyError.OUT_OF_SCOPE, itemName, number, body, scope);
        }
    }

    public String number() {
        return number;
    }

    /** Whose review is recognised. */
    public String body() {
        return body;
    }

    /** The code of a functional zone, or empty. */
    public String localCode() {
        return localCode;
    }

    /** The sentence that says what it covers. */
    public String scope() {
        return scope;
    }

    /** Codes of the items. */
    public List<String> items() {
        return Arrays.asList(items.split(BETWEEN));
    }

    public String signedBy() {
        return signedBy;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    /** What has become of it. */
    public AgencyEvent changed() {
        return new AgencyEvent.AgreementChanged(number, body, items(), validFrom, validUntil, endedOn);
    }
}
