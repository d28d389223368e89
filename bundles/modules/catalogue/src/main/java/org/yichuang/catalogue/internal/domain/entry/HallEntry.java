package org.yichuang.catalogue.internal.domain.entry;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** An item that a centre's hall should take in, where it stands, and by whose consent. */
@Entity
@Table(name = "CATALOGUE_ENTRY")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class HallEntry {
    @Id
    @Column(name = "CODE")
    private String code;

    @Column(name = "NAME")
    private String name;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "FROM_ABOVE")
    private boolean vertical;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private EntryState state;

    @Column(name = "SINCE")
    private LocalDate since;

    @Column(name = "DECIDED_BY")
    private String decidedBy = "";

    @Column(name = "DOCUMENT")
    private String document = "";

    @Column(name = "DECIDED_ON")
    private LocalDate decidedOn;

    @Column(name = "OPINION_OF")
    private String opinionOf = "";

    @Column(name = "OPINION_DOCUMENT")
    private String opinionDocument = "";

    @Column(name = "REASON")
    private String reason = "";

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected HallEntry() {}

    /** An item that is listed for the first time. */
    public HallEntry(ListedItem item, LocalDate today) {
        code = item.code();
        state = EntryState.OUTSIDE;
        since = today;
        list(item, today);
    }

    /** Whether listing an item again would change nothing; what is exempt is due again only once it has entered. */
    public boolean isAsListed(ListedItem item) {
        if (state == EntryState.TAKEN_BACK) {
            return false;
        }
        boolean stays = item.entered() ? state == EntryState.ENTERED : state != EntryState.ENTERED;
        return stays && name.equals(item.name()) && department.equals(department(item)) && vertical == item.vertical();
    }

    /**
     * Lists an item, or changes what is said of it.
     *
     * @throws ProblemException {@code entry-state} for an item that has entered and would be outside: that needs an
     *     approval
     */
    public final CatalogueEvent list(ListedItem item, LocalDate today) {
        if (state == EntryState.ENTERED && !item.entered()) {
            throw refusal("entry.needs-approval");
        }
        name = item.name();
        department = department(item);
        vertical = item.vertical();
        if (item.entered() && state != EntryState.ENTERED) {
            move(EntryState.ENTERED, today);
        } else if (state == EntryState.TAKEN_BACK) {
            move(EntryState.OUTSIDE, today);
        }
        return new CatalogueEvent.EntryListed(state == EntryState.ENTERED);
    }

    private static String department(ListedItem item) {
        return item.department() == null ? "" : item.department();
    }

    /**
     * Lets an item stay outside by consent.
     *
     * @param isRoot whether there is no centre above, whose opinion would be needed
     * @throws ProblemException {@code entry-state} for an item that has entered; {@code fields-invalid} without the
     *     opinion of the centre above
     */
    public CatalogueEvent exempt(Exemption by, boolean isRoot, LocalDate today) {
        if (state != EntryState.OUTSIDE) {
            throw refusal("entry.not-outside");
        }
        if (!isRoot && (isBlank(by.opinionOf()) || isBlank(by.opinionDocument()))) {
            String field = isBlank(by.opinionOf()) ? "opinionOf" : "opinionDocument";
            throw problem(field, "entry.opinion-missing");
        }
        if (by.decidedOn().isAfter(today)) {
            throw problem("decidedOn", "entry.day-to-come");
        }
        move(EntryState.EXEMPT, today);
        decidedBy = by.decidedBy();
        document = by.document();
        decidedOn = by.decidedOn();
        opinionOf = isBlank(by.opinionOf()) ? "" : by.opinionOf();
        opinionDocument = isBlank(by.opinionDocument()) ? "" : by.opinionDocument();
        reason = by.reason();
        return new CatalogueEvent.EntryExempted(decidedBy, document);
    }

    /** Takes an item out of the hall by approval; it stays due. {@code entry-state} for one that is not in. */
    public CatalogueEvent remove(Removal by, LocalDate today) {
        if (state != EntryState.ENTERED) {
            throw refusal("entry.not-entered");
        }
        move(EntryState.OUTSIDE, today);
        decidedBy = by.approvedBy();
        document = by.document();
        decidedOn = today;
        reason = by.reason();
        return new CatalogueEvent.EntryRemoved(decidedBy, document);
    }

    /**
     * Takes back what was listed by mistake; listed again, it counts again.
     *
     * @throws ProblemException {@code entry-state} when it has been taken back, for what has entered, which leaves by
     *     approval only, and for what stays outside by consent, whose documents are kept
     */
    public CatalogueEvent takeBack(String why, LocalDate today) {
        if (state == EntryState.ENTERED) {
            throw refusal("entry.needs-approval");
        }
        if (state == EntryState.EXEMPT) {
            throw refusal("entry.by-consent");
        }
        if (state == EntryState.TAKEN_BACK) {
            throw refusal("entry.taken-back");
        }
        move(EntryState.TAKEN_BACK, today);
        reason = why;
        return new CatalogueEvent.EntryTakenBack(reason);
    }

    private void move(EntryState to, LocalDate today) {
        state = to;
        since = today;
        decidedBy = "";
        document = "";
        decidedOn = null;
        opinionOf = "";
        opinionDocument = "";
        reason = "";
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private ProblemException refusal(String key) {
        return new ProblemException(
                CatalogueError.ENTRY_STATE, LocalizedMessage.of(HallEntry.class, key, code, state.label()));
    }

    private static ProblemException problem(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(HallEntry.class, key));
    }

    /** Its code. */
    public String code() {
        return code;
    }

    /** The entry as others see it. */
    public EntryView view() {
        return new EntryView(
                code,
                name,
                department,
                vertical,
                state,
                since,
                decidedBy,
                document,
                decidedOn,
                opinionOf,
                opinionDocument,
                reason);
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
