package org.yichuang.catalogue.internal.domain.round;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** Some hundred items of a round in one row, so that its one audit entry can cover all of them; never changed. */
@Entity
@Table(name = "CATALOGUE_ROUND_PART")
@IdClass(RoundPartKey.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class RoundPart {
    /** So many items are kept in a row. */
    public static final int SIZE = 500;

    @Id
    @Column(name = "ROUND_ID")
    private String round;

    /** Its number within the round, from 1; by its name it comes behind the round, as in ids of rows. */
    @Id
    @Column(name = "ROUND_PART")
    private int serial;

    @Column(name = "ITEMS")
    private RoundItems items;

    /** For JPA. */
    protected RoundPart() {}

    /**
     * A part of a round.
     *
     * @param serial from 1
     */
    public RoundPart(String round, int serial, List<RoundItem> items) {
        this.round = round;
        this.serial = serial;
        this.items = new RoundItems(items);
    }

    /** By which an audit entry names its row. */
    public String id() {
        return round + "/" + serial;
    }

    /** What was decided about each item. */
    public List<RoundItem> items() {
        return items.items();
    }
}
