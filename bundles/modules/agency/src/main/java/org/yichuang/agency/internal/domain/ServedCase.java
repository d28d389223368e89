package org.yichuang.agency.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.cases.api.CaseState;

/** A case that is served: where it stands is heard from cases. */
@Entity(name = "ServedCase")
@Table(name = "AGENCY_CASE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ServedCase extends Chained {
    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "OWNER")
    private String owner;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "STATE")
    private String state;

    @Column(name = "SINCE_ON")
    private LocalDate sinceOn;

    protected ServedCase() {} // for JPA

    /**
     * Attaches one.
     *
     * @param kind the kind of what it is served by: one of a kind serves a case
     * @param owner which one
     */
    public static ServedCase attached(
            String kind, String owner, String number, String itemName, CaseState state, LocalDate today) {
        ServedCase made = new ServedCase();
        made.id = id(kind, number);
        made.caseNumber = number;
        made.owner = owner;
        made.itemName = itemName;
        made.moved(state, today);
        return made;
    }

    /** The id of what serves a case. */
    public static String id(String kind, String number) {
        return kind + "/" + number;
    }

    /** It has gone on. */
    public void moved(CaseState to, LocalDate today) {
        state = to.name();
        sinceOn = today;
        steps++;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** What it is served by. */
    public String owner() {
        return owner;
    }

    /** Whether a request serves it. */
    public boolean isOf(String kind) {
        return id.startsWith(kind + "/");
    }

    public String itemName() {
        return itemName;
    }

    public CaseState state() {
        return CaseState.valueOf(state);
    }

    /** Since when it stands there. */
    public LocalDate sinceOn() {
        return sinceOn;
    }

    /** What has become of it. */
    public AgencyEvent changed() {
        return new AgencyEvent.CaseServed(owner, state);
    }
}
