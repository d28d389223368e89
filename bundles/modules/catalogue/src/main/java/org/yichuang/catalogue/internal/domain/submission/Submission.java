package org.yichuang.catalogue.internal.domain.submission;

import java.time.LocalDate;
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
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenant;

/**
 * A list of drafts on its way up, as one of the centres on its road keeps it; all of them know it by the same id. Who
 * has it is said at each of them.
 */
@Entity
@Table(name = "CATALOGUE_SUBMISSION")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Submission {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TITLE")
    private String title;

    @Column(name = "ORIGIN")
    private String origin;

    @Column(name = "ORIGIN_NAME")
    private String originName;

    @Enumerated(EnumType.STRING)
    @Column(name = "UP_TO")
    private Level upTo;

    /** The centre that has sent it here; null where it comes from. */
    @Column(name = "BELOW")
    private String below;

    /** The centre that it was sent to; null while it has not been. */
    @Column(name = "ABOVE")
    private String above;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private SubmissionState state;

    /** The name of the centre that has it. */
    @Column(name = "HOLDER")
    private String holder;

    /** Until when that centre is to answer, as far as it has said so. */
    @Column(name = "HOLDER_DUE")
    private LocalDate holderDue;

    @Column(name = "BEGUN_ON")
    private LocalDate begunOn;

    /** Until when this centre is to answer; null where the list comes from. */
    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    /** When this centre has answered. */
    @Column(name = "EXAMINED_ON")
    private LocalDate examinedOn;

    @Column(name = "CONCLUDED_ON")
    private LocalDate concludedOn;

    /** The names of centres above that have answered too late, in the order in which it was seen. */
    @Column(name = "WERE_LATE")
    private String wereLate = "";

    @Column(name = "ITEMS")
    private int items;

    @Column(name = "SENT_UP")
    private long sentUp;

    @Column(name = "SENT_DOWN")
    private long sentDown;

    @Column(name = "SEEN_ABOVE")
    private long seenAbove;

    @Column(name = "SEEN_BELOW")
    private long seenBelow;

    /** Why a letter about it does not leave; null while all do. */
    @Column(name = "TROUBLE")
    private String trouble;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = "";

    @Version
    @Column(name = "REVISION")
    private long revision;

    /** For JPA. */
    protected Submission() {}

    private Submission(String id, String title, Level upTo, int items, LocalDate today) {
        this.id = id;
        this.title = title;
        this.upTo = upTo;
        this.items = items;
        this.begunOn = today;
    }

    /**
     * A list that a centre sends up.
     *
     * @param here where it comes from
     * @param above where it goes
     */
    public static Submission begin(
            String id, String title, Tenant here, Tenant above, Level upTo, int items, LocalDate today) {
        Submission list = new Submission(id, title, upTo, items, today);
        list.origin = here.id().value();
        list.originName = here.name();
        list.goUp(above);
        return list;
    }

    /**
     * A list that has come from below.
     *
     * @param letter what it says
     * @param below who has sent it
     * @param dueOn until when this centre is to answer
     */
    public static Submission receive(
            SubmissionLetter letter, String below, Tenant here, LocalDate dueOn, LocalDate today) {
        Submission list = new Submission(
                letter.submission(),
                letter.title(),
                letter.upTo(),
                letter.parts().size(),
                today);
        list.origin = letter.origin();
        list.originName = letter.originName();
        list.below = below;
        list.dueOn = dueOn;
        list.state = SubmissionState.EXAMINING;
        list.holder = here.name();
        list.holderDue = dueOn;
        return list;
    }

    private void goUp(Tenant next) {
        above = next.id().value();
        state = SubmissionState.ABOVE;
        holder = next.name();
        holderDue = null;
    }

    /** Whether this centre has the last word. */
    public boolean endsAt(Tenant here) {
        return here.parent().isEmpty() || !upTo.isAbove(here.level());
    }

    /** Fails with {@code submission-state} unless it is examined here. */
    public void requireExamining() {
        if (state != SubmissionState.EXAMINING) {
            throw state("submission.not-here");
        }
    }

    /**
     * This centre has said what it has to say.
     *
     * @param next where the rest goes; empty when nothing is left to be said
     */
    public void examined(Optional<Tenant> next, LocalDate today) {
        requireExamining();
        examinedOn = today;
        if (next.isPresent()) {
            goUp(next.get());
        } else {
            conclude(today);
        }
    }

    /** A centre above has said where it is. */
    public void isWith(String itsHolder, LocalDate due, LocalDate today) {
        if (!itsHolder.equals(holder)) {
            noteLate(today);
        }
        holder = itsHolder;
        holderDue = due;
    }

    /** No later step hides that the centre above that has had it has been late. */
    private void noteLate(LocalDate today) {
        boolean wasLate = state == SubmissionState.ABOVE && holderDue != null && today.isAfter(holderDue);
        if (wasLate) {
            wereLate = LateCentres.and(wereLate, holder);
        }
    }

    /** Nothing is left to be said. */
    public void conclude(LocalDate today) {
        noteLate(today);
        state = SubmissionState.CONCLUDED;
        concludedOn = today;
        holder = "";
        holderDue = null;
    }

    /** The centre that it comes from takes it back; {@code submission-state} when all has been said, or elsewhere. */
    public void withdraw(LocalDate today) {
        if (below != null || state != SubmissionState.ABOVE) {
            throw state("submission.not-to-withdraw");
        }
        takenBack(today);
    }

    /** It has been taken back below, on a day that the letter tells, as far as that can be: letters may take long. */
    public void takenBack(LocalDate said, LocalDate today) {
        takenBack(said == null || said.isAfter(today) || said.isBefore(begunOn) ? today : said);
    }

    /** It has been taken back. */
    public void takenBack(LocalDate today) {
        noteLate(today);
        state = SubmissionState.WITHDRAWN;
        concludedOn = today;
        holder = "";
        holderDue = null;
    }

    private ProblemException state(String key) {
        return new ProblemException(
                CatalogueError.SUBMISSION_STATE, LocalizedMessage.of(Submission.class, key, title, state.label()));
    }

    /** The number of the next letter to the centre above. */
    public long nextUp() {
        return ++sentUp;
    }

    /** The number of the next letter to the centre below. */
    public long nextDown() {
        return ++sentDown;
    }

    /** The number of the last letter that has come from a neighbour. */
    public long seen(boolean fromAbove) {
        return fromAbove ? seenAbove : seenBelow;
    }

    /** Keeps the number of a letter that has come. */
    public void seen(boolean fromAbove, long sequence) {
        if (fromAbove) {
            seenAbove = sequence;
        } else {
            seenBelow = sequence;
        }
    }

    /** Says why a letter does not leave; null when they do. */
    public void trouble(String why) {
        trouble = why;
    }

    /** Whether a letter about it does not leave. */
    public boolean isInTrouble() {
        return trouble != null;
    }

    /** Whether the centre that has it here has been, or is, late on a day. */
    public boolean isLate(LocalDate today) {
        LocalDate until = dueOn == null ? holderDue : dueOn;
        return until != null && (dueOn == null ? today : answeredOn(today)).isAfter(until);
    }

    /** When this centre had no more to answer; what was taken back asks for nothing from that day on. */
    private LocalDate answeredOn(LocalDate today) {
        if (examinedOn != null) {
            return examinedOn;
        }
        return concludedOn == null ? today : concludedOn;
    }

    /** The list as others see it. */
    public SubmissionView view(LocalDate today) {
        return new SubmissionView(
                id,
                title,
                origin,
                originName,
                upTo,
                below == null,
                state,
                holder,
                holderDue,
                begunOn,
                dueOn,
                examinedOn,
                concludedOn,
                items,
                isLate(today),
                LateCentres.of(wereLate),
                trouble == null ? "" : trouble,
                revision);
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** Where it stands. */
    public SubmissionState state() {
        return state;
    }

    /** Who has it. */
    public String holder() {
        return holder;
    }

    /** Until when that centre is to answer, or null. */
    public LocalDate holderDue() {
        return holderDue;
    }

    /** Until when this centre is to answer, or null. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** Up to which level it is examined. */
    public Level upTo() {
        return upTo;
    }

    /** The id of the centre that it comes from. */
    public String origin() {
        return origin;
    }

    /** The name of that centre. */
    public String originName() {
        return originName;
    }

    /** The centre that has sent it here, if any. */
    public Optional<String> below() {
        return Optional.ofNullable(below);
    }

    /** The centre that it was sent to, if it was. */
    public Optional<String> above() {
        return Optional.ofNullable(above);
    }

    /** Grows with every change. */
    public long revision() {
        return revision;
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
