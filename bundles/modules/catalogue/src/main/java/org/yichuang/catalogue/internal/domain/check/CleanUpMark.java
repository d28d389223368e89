package org.yichuang.catalogue.internal.domain.check;

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
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A clean-up flag that somebody has raised on an item, with what should become of it and why. */
@Entity
@Table(name = "CATALOGUE_MARK")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CleanUpMark {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "CODE")
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "FLAG")
    private CleanUpFlag flag;

    @Enumerated(EnumType.STRING)
    @Column(name = "OUTCOME")
    private RoundOutcome outcome;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "RAISED")
    private boolean raised;

    @Column(name = "SINCE")
    private LocalDate since;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected CleanUpMark() {}

    /** A flag of an item that was never raised yet. */
    public CleanUpMark(String code, CleanUpFlag flag) {
        this.id = id(code, flag);
        this.code = code;
        this.flag = flag;
    }

    /** The id of a flag of an item: there is one of each. */
    public static String id(String code, CleanUpFlag flag) {
        return flag.key() + "~" + code;
    }

    /**
     * Raises the flag, or changes what was said when it was raised.
     *
     * @throws ProblemException {@code fields-invalid} for a flag that comes of data alone, and for an outcome that the
     *     flag does not have
     */
    public CatalogueEvent raise(RoundOutcome proposed, String why, LocalDate today) {
        if (!flag.isEntered()) {
            throw problem("flag", LocalizedMessage.of(CleanUpMark.class, "mark.computed", flag.label()));
        }
        if (!flag.outcomes().contains(proposed)) {
            LocalizedMessage allowed = LocalizedMessage.list(
                    flag.outcomes().stream().map(RoundOutcome::label).toList());
            throw problem("outcome", LocalizedMessage.of(CleanUpMark.class, "mark.outcome", flag.label(), allowed));
        }
        raised = true;
        outcome = proposed;
        reason = why;
        since = today;
        return new CatalogueEvent.CleanUpFlagged(flag.key(), outcome.key());
    }

    /** Takes the flag back; {@code mark-state} when it is not raised. */
    public CatalogueEvent lift(String why, LocalDate today) {
        if (!raised) {
            throw new ProblemException(
                    CatalogueError.MARK_STATE, LocalizedMessage.of(CleanUpMark.class, "mark.not-raised", code));
        }
        raised = false;
        reason = why;
        since = today;
        return new CatalogueEvent.CleanUpLifted(flag.key());
    }

    private static ProblemException problem(String field, LocalizedMessage message) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, message);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** The item's code. */
    public String code() {
        return code;
    }

    /** Which flag it is. */
    public CleanUpFlag flag() {
        return flag;
    }

    /** What should become of the item. */
    public RoundOutcome outcome() {
        return outcome;
    }

    /** Why it was raised, or taken back. */
    public String reason() {
        return reason;
    }

    /** Since when it is raised, or not. */
    public LocalDate since() {
        return since;
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
