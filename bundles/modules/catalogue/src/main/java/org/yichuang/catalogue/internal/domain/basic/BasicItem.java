package org.yichuang.catalogue.internal.domain.basic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** An item of a basic catalogue: what it is, for all below. */
@Entity
@Table(name = "CATALOGUE_BASIC")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class BasicItem {
    private static final String LIST = "basics";
    private static final String SEPARATOR = ",";
    private static final int LONGEST_FACT = 500;

    @Id
    @Column(name = "CODE")
    private String code;

    @Column(name = "NAME")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "TYPE")
    private ItemType type;

    @Column(name = "BASIS")
    private String basis;

    @Column(name = "LEVELS")
    private String levels;

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
    protected BasicItem() {}

    /** One of which nothing is said yet. */
    public BasicItem(String code) {
        this.code = code;
    }

    /**
     * An item as others see it.
     *
     * @param levels from the top down
     * @param since since when it stands there as it does
     * @param revision for changes
     */
    public record View(
            String code, String name, ItemType type, String basis, List<Level> levels, LocalDate since, long revision) {
        public View {
            levels = List.copyOf(levels);
        }

        /** What an implementation list begins with at a level: only what is the same everywhere. */
        public ItemDefinition begun(Level at) {
            return standard()
                    .but()
                    .exerciseLevel(at)
                    .kind(CaseKind.COMMITTED)
                    .acceptanceLevels(Set.of(at))
                    .routes(List.of(new Route(
                            "standard",
                            LocalizedMessage.of(BasicItem.class, "basic.route", at.label())
                                    .zh(),
                            List.of(),
                            List.of(new Stage(Action.ACCEPT, at, "", null), new Stage(Action.DECIDE, at, "", null)),
                            at)))
                    .made();
        }

        /** What no list below changes. */
        public ItemDefinition standard() {
            return ItemDefinition.of(code)
                    .name(name)
                    .type(type)
                    .legalBasis(basis)
                    .made();
        }
    }

    /** Whether saying this would change nothing. */
    public boolean says(NewBasic said) {
        return listed
                && name.equals(said.name())
                && type == said.type()
                && basis.equals(said.basis())
                && levels.equals(keys(said.levels()));
    }

    /** Sets it, or says something else of it. */
    public CatalogueEvent set(NewBasic said, LocalDate today) {
        name = said.name();
        type = said.type();
        basis = said.basis();
        levels = keys(said.levels());
        reason = "";
        listed = true;
        since = today;
        return new CatalogueEvent.ListChanged(LIST, name, "set");
    }

    private static String keys(List<Level> levels) {
        return levels.stream().distinct().sorted().map(Level::key).collect(Collectors.joining(SEPARATOR));
    }

    /** Takes it out: there is no such item any more. */
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

    /** Whether there is such an item now. */
    public boolean isListed() {
        return listed;
    }

    /** The item as others see it. */
    public View view() {
        return new View(code, name, type, basis, levels(levels), since, revision);
    }

    /** Reads levels as they are kept. */
    public static List<Level> levels(String kept) {
        return Arrays.stream(kept.split(SEPARATOR))
                .map(key -> Level.parse(key).orElseThrow())
                .toList();
    }

    /** What stands in its audit entries. */
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("type", type.name());
        facts.put("basis", TextRules.first(basis, LONGEST_FACT));
        facts.put("levels", levels);
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
