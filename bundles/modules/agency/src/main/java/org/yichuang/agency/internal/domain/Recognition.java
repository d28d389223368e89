package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyEvent;

/** A signed review that is recognised in a case: it stands in place of the organ's own examination. */
@Entity(name = "Recognition")
@Table(name = "AGENCY_RECOGNITION")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Recognition extends Chained {
    @Column(name = "AGREEMENT")
    private String agreement;

    @Column(name = "BODY")
    private String body;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DOCUMENT")
    private String document;

    @Column(name = "SIGNER")
    private String signer;

    @Column(name = "SIGNED_ON")
    private LocalDate signedOn;

    @Column(name = "PRESENTED_ON")
    private LocalDate presentedOn;

    @Column(name = "ISSUED_ON")
    private LocalDate issuedOn;

    @Column(name = "SAME_DAY")
    private boolean sameDay;

    protected Recognition() {} // for JPA

    /**
     * A review is presented.
     *
     * @param caseNumber the case, which has one
     */
    public static Recognition presented(String caseNumber, Agreement under, Presented given, LocalDate today) {
        under.requireCovers(given.item(), given.itemName(), given.signedOn(), today);
        Recognition made = new Recognition();
        made.id = caseNumber;
        made.agreement = under.id();
        made.body = under.body();
        made.item = given.item();
        made.itemName = given.itemName();
        made.document = given.document();
        made.signer = given.signer();
        made.signedOn = given.signedOn();
        made.presentedOn = today;
        made.steps = 1;
        return made;
    }

    /**
     * What is presented.
     *
     * @param item code of the case's item
     * @param document the number of the review
     * @param signer who has signed it
     */
    public record Presented(String item, String itemName, String document, String signer, LocalDate signedOn) {}

    /** The result of the case has been made out. */
    public void issued(LocalDate today) {
        issuedOn = today;
        sameDay = today.equals(presentedOn);
        steps++;
    }

    /** The agreement under which it is recognised. */
    public String agreement() {
        return agreement;
    }

    public String body() {
        return body;
    }

    public String itemName() {
        return itemName;
    }

    /** The number of the review. */
    public String document() {
        return document;
    }

    public String signer() {
        return signer;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public LocalDate presentedOn() {
        return presentedOn;
    }

    /** When the result was made out. */
    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    /** Whether that was on the day on which the review was presented. */
    public boolean isSameDay() {
        return sameDay;
    }

    /** What has become of it. */
    public AgencyEvent changed() {
        return new AgencyEvent.Recognised(agreement, item, document, issuedOn, sameDay);
    }
}
