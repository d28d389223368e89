package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeEvent;

/** That an item of the catalogue may cost a fee: nothing else may be demanded with it (搭车收费). */
@Entity(name = "FeeLink")
@Table(name = "FEES_LINK")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FeeLink extends Chained {
    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "ITEM_VERSION")
    private int itemVersion;

    @Column(name = "FEE")
    private String fee;

    @Column(name = "DUE_POINT")
    private String due;

    @Column(name = "QUANTITY")
    private String quantity;

    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    protected FeeLink() {} // for JPA

    /**
     * Links them.
     *
     * @param itemVersion under which the quantity has been checked
     * @param quantity what makes the quantity of the form, empty where it is counted at the window
     */
    public static FeeLink linked(
            String item, String itemName, int itemVersion, String fee, DuePoint due, String quantity) {
        FeeLink made = new FeeLink();
        made.id = idOf(item, fee);
        made.item = item;
        made.itemName = itemName;
        made.fee = fee;
        made.linkAgain(itemVersion, due, quantity);
        return made;
    }

    /** The id of what links them. */
    public static String idOf(String item, String fee) {
        return item + ":" + fee;
    }

    /** Links them again, or otherwise. */
    public void linkAgain(int version, DuePoint from, String expression) {
        itemVersion = version;
        due = from.name();
        quantity = expression;
        endedOn = null;
        steps++;
    }

    /** Nothing is demanded any more. */
    public void end(LocalDate on) {
        endedOn = on;
        steps++;
    }

    public boolean isLive() {
        return endedOn == null;
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

    public String fee() {
        return fee;
    }

    public DuePoint due() {
        return DuePoint.valueOf(due);
    }

    public Quantity quantity() {
        return new Quantity(quantity);
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.FeeLinked(item, fee, due());
    }
}
