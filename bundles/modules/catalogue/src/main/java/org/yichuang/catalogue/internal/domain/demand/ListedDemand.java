package org.yichuang.catalogue.internal.domain.demand;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.TextRules;

/** A certificate or a service of intermediaries that may be demanded (证明事项、中介服务), or might be once. */
@Entity
@Table(name = "CATALOGUE_DEMAND")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ListedDemand {
    private static final String LIST = "demands";
    private static final int LONGEST_FACT = 500;

    @Id
    @Column(name = "CODE")
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private Demand.Kind kind;

    @Column(name = "NAME")
    private String name;

    @Column(name = "BASIS")
    private String basis;

    @Column(name = "ISSUER")
    private String issuer;

    @Column(name = "LISTED")
    private boolean listed;

    @Column(name = "SINCE")
    private LocalDate since;

    /** Why it was taken out; empty while it is listed. */
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
    protected ListedDemand() {}

    /** One of which nothing is said yet. */
    public ListedDemand(String code) {
        this.code = code;
    }

    /**
     * An entry as others see it.
     *
     * @param since since when it stands there as it does
     * @param revision for changes
     */
    public record View(
            String code, Demand.Kind kind, String name, String basis, String issuer, LocalDate since, long revision) {}

    /** Puts it on the list, or says something else of it. */
    public CatalogueEvent list(NewDemand said, LocalDate today) {
        kind = said.kind();
        name = said.name();
        basis = said.basis();
        issuer = said.issuer();
        reason = "";
        listed = true;
        since = today;
        return new CatalogueEvent.ListChanged(LIST, name, "set");
    }

    /** Takes it off the list: nobody may demand it any more. */
    public CatalogueEvent takeOut(String why, LocalDate today) {
        listed = false;
        reason = why;
        since = today;
        return new CatalogueEvent.ListChanged(LIST, name, "take-out");
    }

    /** Its code. */
    public String code() {
        return code;
    }

    /** Whether it stands on the list now. */
    public boolean isListed() {
        return listed;
    }

    /** The entry as others see it. */
    public View view() {
        return new View(code, kind, name, basis, issuer, since, revision);
    }

    /** What stands in its audit entries. */
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", kind.name());
        facts.put("name", name);
        facts.put("basis", TextRules.first(basis, LONGEST_FACT));
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        return facts;
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
