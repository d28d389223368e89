package org.yichuang.agency.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

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

    @Column(name = "FIRST_ON")
    private LocalDate firstOn;

    @Column(name = "PRESENTED_AT")
    private Instant presentedAt;

    @Column(name = "PRESENTED_BY")
    private String presentedBy = "";

    @Column(name = "TAKEN_BACK_ON")
    private LocalDate takenBackOn;

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
    public static Recognition presented(String caseNumber, Agreement under, Presented given, CallContext context) {
        Recognition made = new Recognition();
        made.id = caseNumber;
        made.firstOn = context.today();
        made.present(under, given, context);
        return made;
    }

    /**
     * A review is presented where an earlier one was taken back.
     *
     * @throws ProblemException {@code recognised-before} where that was not taken back
     */
    public void presentedAgain(Agreement under, Presented given, CallContext context) {
        if (stands()) {
            throw ProblemException.of(AgencyError.RECOGNISED_BEFORE, id);
        }
        present(under, given, context);
    }

    private void present(Agreement under, Presented given, CallContext context) {
        LocalDate today = context.today();
        under.requireCovers(given.item(), given.itemName(), given.signedOn(), today);
        agreement = under.id();
        body = under.body();
        item = given.item();
        itemName = given.itemName();
        document = given.document();
        signer = given.signer();
        signedOn = given.signedOn();
        presentedOn = today;
        presentedAt = context.at();
        presentedBy = given.by();
        takenBackOn = null;
        steps++;
    }

    /** It does not stand for anything any more: it was presented by mistake, or the application has changed since. */
    public void takenBack(LocalDate today) {
        takenBackOn = today;
        steps++;
    }

    /** Whether it was there at a moment, so that what has changed then is not what was reviewed. */
    public boolean isPresentedBefore(Instant moment) {
        return presentedAt == null || !presentedAt.isAfter(moment);
    }

    /** Whether it stands in place of the organ's own examination. */
    public boolean stands() {
        return takenBackOn == null;
    }

    /** Whether somebody has presented it: they do not decide on it. */
    public boolean isPresentedBy(String account) {
        return !presentedBy.isEmpty() && presentedBy.equals(account);
    }

    /** When it was taken back. */
    public Optional<LocalDate> takenBackOn() {
        return Optional.ofNullable(takenBackOn);
    }

    /**
     * What is presented.
     *
     * @param item code of the case's item
     * @param document the number of the review
     * @param signer who has signed it
     * @param by the account of whoever presents it
     */
    public record Presented(
            String item, String itemName, String document, String signer, LocalDate signedOn, String by) {}

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
