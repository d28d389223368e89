package org.yichuang.catalogue.internal.domain.submission;

import java.util.Optional;
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
import org.yichuang.catalogue.api.ItemDefinition;

/** A draft in a list that goes up, as one of the centres on its road keeps it. */
@Entity
@Table(name = "CATALOGUE_SUBMITTED")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class SubmittedItem {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "SUBMISSION")
    private String submission;

    @Column(name = "PLACE_IN_LIST")
    private int place;

    @Column(name = "CODE")
    private String code;

    /** The number of the draft where it comes from. */
    @Column(name = "NUMBER_IN_ITEM")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "STANDING")
    private ItemStanding standing;

    /** What it said when it came here, or was sent. */
    @Column(name = "DEFINITION")
    private ItemDefinition definition;

    /** What it says since it was adjusted here or above; null while it was not. */
    @Column(name = "ADJUSTED")
    private ItemDefinition adjusted;

    /** What this centre says of it; null while it has said nothing. */
    @Enumerated(EnumType.STRING)
    @Column(name = "OUTCOME")
    private ExaminationOutcome outcome;

    @Column(name = "WORDS")
    private String words = "";

    @Column(name = "EXAMINER")
    private String examiner = "";

    @Column(name = "ROAD")
    private RoadSteps road;

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected SubmittedItem() {}

    /**
     * An item of a list.
     *
     * @param place in the list, from 1
     * @param standing where it stands here
     */
    public SubmittedItem(String submission, int place, SubmissionLetter.Part part, ItemStanding standing) {
        this.id = submission + "~" + place;
        this.submission = submission;
        this.place = place;
        this.code = part.code();
        this.number = part.number();
        this.definition = part.definition();
        this.standing = standing;
        this.road = part.road();
    }

    /**
     * What somebody here says of it, in place of what was said before.
     *
     * @param said what
     * @param why possibly empty for what is kept
     * @param changed the content as it is adjusted; null for another outcome
     * @param who the name of who says it
     */
    public void judge(ExaminationOutcome said, String why, ItemDefinition changed, String who) {
        outcome = said;
        words = why;
        adjusted = changed;
        examiner = who;
    }

    /** What was said here becomes a step of its road. */
    public void stand(RoadStep step, ItemStanding here) {
        road = road.and(step);
        standing = here;
    }

    /** What was said above. */
    public void hear(SubmissionLetter.Part part) {
        standing = part.standing();
        road = part.road();
        if (part.definition() != null) {
            adjusted = part.definition().equals(definition) ? null : part.definition();
        }
    }

    /** It as it travels. */
    public SubmissionLetter.Part part(boolean withContent) {
        return new SubmissionLetter.Part(code, number, withContent ? content() : null, standing, road);
    }

    /** What it says now. */
    public ItemDefinition content() {
        return adjusted == null ? definition : adjusted;
    }

    /** What it said when it came here, or was sent. */
    public ItemDefinition definition() {
        return definition;
    }

    /** Whether it says something else since it was adjusted. */
    public boolean isAdjusted() {
        return adjusted != null;
    }

    /** Whether it does, or did until a centre above put it back: either way the others are told what it says now. */
    public boolean wasAdjusted() {
        return isAdjusted() || road.hasAdjusted();
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** Its place in the list, from 1. */
    public int place() {
        return place;
    }

    /** The code of the item. */
    public String code() {
        return code;
    }

    /** The number of the draft where it comes from. */
    public int number() {
        return number;
    }

    /** Where it stands. */
    public ItemStanding standing() {
        return standing;
    }

    /** What this centre says of it, if it has said something. */
    public Optional<ExaminationOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why. */
    public String words() {
        return words;
    }

    /** Who has said so. */
    public String examiner() {
        return examiner;
    }

    /** What was said of it. */
    public RoadSteps road() {
        return road;
    }
}
