package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.kernel.api.ProblemException;

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

    /** From when on it may be demanded; null while nobody has published the link yet. */
    @Column(name = "DUE_POINT")
    private String due;

    @Column(name = "QUANTITY")
    private String quantity;

    @Column(name = "ENDED_ON")
    private LocalDate endedOn;

    @Column(name = "DRAFT_VERSION")
    private Integer draftVersion;

    @Column(name = "DRAFT_DUE")
    private String draftDue;

    @Column(name = "DRAFT_QUANTITY")
    private String draftQuantity;

    @Column(name = "DRAFT_BY")
    private String draftBy;

    protected FeeLink() {} // for JPA

    /**
     * How they are to be linked.
     *
     * @param version of the item, under which the quantity has been checked
     * @param quantity what makes the quantity of the form, empty where it is counted at the window
     */
    public record Draft(int version, DuePoint due, String quantity, String by) {}

    /** A link that nobody has drafted yet. */
    public static FeeLink between(String item, String itemName, String fee) {
        FeeLink made = new FeeLink();
        made.id = idOf(item, fee);
        made.item = item;
        made.itemName = itemName;
        made.fee = fee;
        made.quantity = "";
        return made;
    }

    /** The id of what links them. */
    public static String idOf(String item, String fee) {
        return item + ":" + fee;
    }

    /** Drafts how they are to be linked: what is linked stays as it is until somebody else publishes that. */
    public void drafted(Draft draft) {
        keep(draft);
        steps++;
    }

    /**
     * Publishes what somebody else has drafted.
     *
     * @throws ProblemException {@code fee-not-drafted}, {@code fee-own-draft}
     */
    public void published(Now now) {
        Draft draft = draft();
        if (draft == null) {
            throw ProblemException.of(FeeError.FEE_NOT_DRAFTED, fee);
        }
        if (draft.by().equals(now.account())) {
            throw ProblemException.of(FeeError.FEE_OWN_DRAFT);
        }
        itemVersion = draft.version();
        due = draft.due().name();
        quantity = draft.quantity();
        endedOn = null;
        keep(null);
        steps++;
    }

    /** Nothing is demanded any more, and what was drafted is dropped. */
    public void end(LocalDate on) {
        endedOn = on;
        keep(null);
        steps++;
    }

    private void keep(Draft draft) {
        draftVersion = draft == null ? null : draft.version();
        draftDue = draft == null ? null : draft.due().name();
        draftQuantity = draft == null ? null : draft.quantity();
        draftBy = draft == null ? null : draft.by();
    }

    /** How they are to be linked, null where nothing is drafted. */
    public Draft draft() {
        return draftBy == null ? null : new Draft(draftVersion, DuePoint.valueOf(draftDue), draftQuantity, draftBy);
    }

    public boolean isLive() {
        return due != null && endedOn == null;
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

    /** From when on it may be demanded, null while nobody has published the link yet. */
    public DuePoint due() {
        return due == null ? null : DuePoint.valueOf(due);
    }

    public Quantity quantity() {
        return new Quantity(quantity);
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.FeeLinked(item, fee, draftBy == null ? due() : DuePoint.valueOf(draftDue));
    }
}
