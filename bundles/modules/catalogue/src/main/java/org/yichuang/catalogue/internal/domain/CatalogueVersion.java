package org.yichuang.catalogue.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.submission.Approval;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/** A version of an item. Once published its definition never changes; what is searched for stands beside it. */
@Entity
@Table(name = "CATALOGUE_VERSION")
@IdClass(CatalogueVersionKey.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CatalogueVersion {
    private static final int LONGEST_SEARCH_TEXT = 1_000;
    private static final int MOST_AUTHORS = 20;

    @Id
    @Column(name = "CODE")
    private String code;

    @Id
    @Column(name = "NUMBER_IN_ITEM")
    private int number;

    @Column(name = "ITEM_KEY")
    private String key;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private ItemVersion.State state;

    @Column(name = "NAME")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "ITEM_TYPE")
    private ItemType type;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "ORGAN")
    private String organ;

    @Enumerated(EnumType.STRING)
    @Column(name = "EXERCISE_LEVEL")
    private Level exerciseLevel;

    @Column(name = "ACCEPTANCE")
    private String acceptance;

    /** What is done jointly, where it is a bundle; else null. */
    @Enumerated(EnumType.STRING)
    @Column(name = "BUNDLE_KIND")
    private BundleKind bundleKind;

    @Column(name = "SEARCH_TEXT")
    private String searchText;

    @Column(name = "DEFINITION")
    private ItemDefinition definition;

    /** The accounts of those who have written what it says, the last one last; of before that was kept: null. */
    @Column(name = "AUTHORS")
    private String authors;

    /** The list in which the draft goes up; null while it is in none. */
    @Column(name = "SUBMITTED_IN")
    private String submittedIn;

    /** The digest of the content that the centres above have agreed to; null while they have not. */
    @Column(name = "APPROVED_CONTENT")
    private String approvedContent;

    @Enumerated(EnumType.STRING)
    @Column(name = "APPROVED_LEVEL")
    private Level approvedLevel;

    @Column(name = "APPROVED_ROAD")
    private RoadSteps approvedRoad;

    /** The import that has brought what it says; null where somebody has written it. */
    @Column(name = "IMPORT_ID")
    private String importId;

    /** The number of the version whose place an imported one took; null for none. */
    @Column(name = "REPLACES")
    private Integer replaces;

    /** What the draft said that an imported one was written over; null for none. */
    @Column(name = "FORMER")
    private ItemDefinition former;

    @Column(name = "PUBLISHED_AT")
    private Instant publishedAt;

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected CatalogueVersion() {}

    /** A new draft. */
    public CatalogueVersion(int number, ItemDefinition definition) {
        this.code = definition.code();
        this.key = ItemKey.of(code);
        this.number = number;
        this.state = ItemVersion.State.DRAFT;
        redraft(definition);
    }

    /** Replaces the content of a draft. */
    public final void redraft(ItemDefinition changed) {
        if (state != ItemVersion.State.DRAFT) {
            throw new IllegalStateException("Only a draft may change: " + code + " " + number);
        }
        definition = changed;
        importId = null;
        former = null;
        name = changed.name();
        type = changed.type();
        department = changed.department();
        organ = changed.organ();
        exerciseLevel = changed.exerciseLevel();
        bundleKind = changed.bundled() ? changed.joint().kind() : null;
        acceptance = changed.acceptanceLevels().stream()
                .sorted()
                .map(CatalogueVersion::mark)
                .collect(Collectors.joining());
        findBy(List.of());
    }

    private void findBy(Collection<String> more) {
        String own = Stream.concat(
                        Stream.of(name, code, department, organ, definition.audience()), definition.aliases().stream())
                .collect(Collectors.joining(" "));
        searchText = searchText(more.isEmpty() ? own : own + " " + String.join(" ", more));
    }

    /** Where words are looked for: folded by us, as databases do not agree about case and width. */
    public static String searchText(String text) {
        return TextRules.first(TextRules.folded(text), LONGEST_SEARCH_TEXT);
    }

    /** How a level of acceptance stands among the others, so that one can be found by a comparison of texts. */
    public static String mark(Level level) {
        return "," + level.key() + ",";
    }

    /**
     * Goes before the public.
     *
     * @param said what other modules say of it, which is found as well
     */
    public void publish(Instant at, Collection<String> said) {
        findBy(said);
        state = ItemVersion.State.PUBLISHED;
        publishedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Keeps where it comes from.
     *
     * @param itsImport the import
     * @param before what the draft said before, or null
     * @param published the number of the version that is published now, or null
     */
    public void broughtBy(String itsImport, ItemDefinition before, Integer published) {
        importId = itsImport;
        former = before;
        replaces = published;
    }

    /** What the draft said that it was written over. */
    public Optional<ItemDefinition> former() {
        return Optional.ofNullable(former);
    }

    /** Goes before the public again, as it was. */
    public void reinstate() {
        state = ItemVersion.State.PUBLISHED;
    }

    /** Ends as a draft that nobody publishes. */
    public void discard() {
        state = ItemVersion.State.DISCARDED;
    }

    /** Leaves the public; running cases keep it (R3-10). */
    public void retire() {
        state = ItemVersion.State.RETIRED;
    }

    /** Keeps who has written what it says now; whoever wrote a part of it before stays one of them. */
    public void writtenBy(String account) {
        List<String> all = new ArrayList<>(authors());
        all.remove(account);
        all.add(account);
        authors = String.join(",", all.subList(Math.max(0, all.size() - MOST_AUTHORS), all.size()));
    }

    /** The accounts of those who have written what it says; nobody where that was not kept. */
    public List<String> authors() {
        return authors == null ? List.of() : List.of(authors.split(","));
    }

    /** Goes up in a list; what was agreed to of it before counts until the answer. */
    public void sentUp(String list) {
        submittedIn = list;
    }

    /** What goes up was agreed to, or was taken back; null for what was taken back. */
    public void answered(Approval approval) {
        submittedIn = null;
        if (approval != null) {
            approvedContent = approval.content();
            approvedLevel = approval.level();
            approvedRoad = approval.road();
        }
    }

    /** The answer from above is no: whatever was agreed to before counts no more. */
    public void returned() {
        submittedIn = null;
        disapproved();
    }

    /** Whatever was agreed to before counts no more; a list in which it goes up again stays. */
    public void disapproved() {
        approvedContent = null;
        approvedLevel = null;
        approvedRoad = null;
    }

    /** Whether it goes up in a list and has no answer yet. */
    public boolean isOnItsWay() {
        return submittedIn != null;
    }

    /** Whether it goes up in this list. */
    public boolean isIn(String list) {
        return list.equals(submittedIn);
    }

    /** What the centres above have agreed to, if they have. */
    public Optional<Approval> approval() {
        return approvedContent == null
                ? Optional.empty()
                : Optional.of(new Approval(approvedContent, approvedLevel, approvedRoad));
    }

    /** What they have agreed to, where it is a content of this digest. */
    public Optional<Approval> approvalOf(String content) {
        return approval().filter(approval -> approval.content().equals(content));
    }

    /** Its number within the item. */
    public int number() {
        return number;
    }

    /** The words it is found by, folded. */
    public String searchText() {
        return searchText;
    }

    /** Its content. */
    public ItemDefinition definition() {
        return definition;
    }

    /** Grows with every change. */
    public long revision() {
        return revision;
    }

    /** The day on which it went before the public, if it did. */
    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedAt)
                .map(at -> at.atZone(CallContext.ZONE).toLocalDate());
    }

    /** Where it stands. */
    public ItemVersion.State state() {
        return state;
    }

    /** The version as others see it. */
    public ItemVersion view(TenantId owner) {
        return new ItemVersion(owner, number, state, definition, publishedAt, revision);
    }
}
