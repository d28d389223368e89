package org.yichuang.ratings.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Scale;
import org.yichuang.ratings.api.Source;

/**
 * The rating of one service: asked for, and perhaps given. What was said stays in {@link Answer}s; the last one counts.
 * As long as nobody has said anything there is no grade, however long that lasts (R3-28).
 */
@Entity(name = "Rating")
@Table(name = "RATINGS_RATING")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Rating {
    private static final int MOST_ANSWERS = 10;
    private static final int DAY_CHARACTERS = 9;
    private static final int OTHER_CHARACTERS = 13;

    @Id
    @Column(name = "RATING")
    private String id;

    @Column(name = "ABOUT")
    private String about;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "EVENT")
    private String event;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "ITEM_NAME")
    private String itemName;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "WINDOW_NAME")
    private String window;

    @Column(name = "CHANNEL")
    private String channel;

    @Column(name = "ACTOR")
    private String actor = "";

    @Column(name = "SCALE")
    private String scale;

    @Column(name = "ACCOUNT")
    private String account = "";

    @Column(name = "TOKEN_DIGEST")
    private String tokenDigest = "";

    @Column(name = "SERVED_ON")
    private LocalDate servedOn;

    @Column(name = "ASKED_ON")
    private LocalDate askedOn;

    @Column(name = "UNTIL_ON")
    private LocalDate untilOn;

    @Column(name = "RATED_ON")
    private LocalDate ratedOn;

    @Column(name = "GRADE")
    private String grade = "";

    @Column(name = "SOURCE")
    private String source = "";

    @Column(name = "ANSWER")
    private String answer = "";

    @Column(name = "ASPECTS")
    private String aspects = "";

    @Column(name = "SET_ASIDE")
    private boolean setAside;

    @Column(name = "ANSWERS")
    private int answers;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected Rating() {} // for JPA

    private Rating(String id, Service service, Scale scale, LocalDate servedOn) {
        this.id = id;
        this.about = service.about();
        this.caseNumber = service.caseNumber();
        this.event = service.event();
        this.item = service.item();
        this.itemName = service.itemName();
        this.department = service.department();
        this.window = service.window();
        this.channel = service.channel().name();
        this.actor = service.actor();
        this.scale = scale.name();
        this.servedOn = servedOn;
    }

    /**
     * Asks somebody to rate a service.
     *
     * @param served when it was rendered
     * @param until the last day on which it may be given
     * @param asked whom, and under which link
     */
    public static Rating asked(String id, Service service, Scale scale, Instant served, LocalDate until, Asked asked) {
        LocalDate on = served.atZone(CallContext.ZONE).toLocalDate();
        Rating rating = new Rating(id, service, scale, on);
        rating.askedOn = on;
        rating.untilOn = until;
        rating.account = asked.account();
        rating.tokenDigest = asked.tokenDigest();
        return rating;
    }

    /**
     * A rating for which the system has not asked: on paper, or on the telephone.
     *
     * @param collected the day on which it was found, or given
     */
    public static Rating entered(String id, Service service, Scale scale, LocalDate collected) {
        Rating rating = new Rating(id, service, scale, collected);
        rating.untilOn = collected;
        return rating;
    }

    /**
     * Who is asked.
     *
     * @param account the account that may answer, empty for none
     * @param tokenDigest the digest of what the link carries
     */
    public record Asked(String account, String tokenDigest) {}

    /**
     * Takes an answer, which counts from now on.
     *
     * @return what was said, to be kept; nothing when it has been said before
     * @param before what counts until now, null for nothing
     * @throws ProblemException {@code rating-closed}, {@code fields-invalid}
     */
    public Optional<Answer.Said> rate(Given given, Answer.Said before, Source from, CallContext now) {
        requireGrade(given.grade());
        if (before != null && given.equals(before.given())) {
            return Optional.empty();
        }
        if (answers >= MOST_ANSWERS) {
            throw ProblemException.of(RatingError.RATING_CHANGED_OFTEN);
        }
        if (!isOpen(now.today())) {
            throw ProblemException.of(RatingError.RATING_CLOSED, untilOn);
        }
        return Optional.of(said(given, from, now.today(), now));
    }

    /** Takes what stands on paper, or was said on the telephone. */
    public Answer.Said enter(Given given, Source from, CallContext now) {
        requireGrade(given.grade());
        return said(given, from, servedOn, now);
    }

    private Answer.Said said(Given given, Source from, LocalDate on, CallContext now) {
        grade = given.grade().name();
        aspects = given.aspects().stream().map(Aspect::name).collect(Collectors.joining(","));
        source = from.name();
        ratedOn = on;
        setAside = false;
        answers++;
        return new Answer.Said(given, from, answers, now.at());
    }

    private void requireGrade(Grade given) {
        if (!scale().grades().contains(given)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "grade",
                    LocalizedMessage.of(
                            Rating.class,
                            "grade.other-scale",
                            LocalizedMessage.list(
                                    scale().grades().stream().map(Grade::label).toList())));
        }
    }

    /** It is mistaken, and counts neither as good nor as bad until something else is said. */
    public void setAside() {
        setAside = true;
    }

    /** Whether somebody is asked whether they are content now. */
    public boolean isAskedAgain() {
        return event.equals(Service.ASKED_AGAIN);
    }

    /** In which follow-up they are asked again. */
    public String followUp() {
        return about.split("/")[1];
    }

    /** The account that is asked, empty for none. */
    public String account() {
        return account;
    }

    /** Which answer counts. */
    public void counts(Answer given) {
        answer = given.id();
    }

    /** Whether it may be given, or changed. */
    public boolean isOpen(LocalDate today) {
        return askedOn != null && !today.isAfter(untilOn);
    }

    /** Whether the system has asked for it. */
    public boolean isAsked() {
        return askedOn != null;
    }

    /** What comes later of one day has a larger one. */
    public long place() {
        return isAsked() ? Long.parseLong(about.substring(about.lastIndexOf('/') + 1)) : 0;
    }

    /** Mints an id that tells the day and no more: whoever was rated sees it. */
    public static String newId(LocalDate day) {
        Instant begin = day.atStartOfDay(CallContext.ZONE).toInstant();
        return Ids.next(begin).substring(0, DAY_CHARACTERS) + Ids.secret(OTHER_CHARACTERS);
    }

    /** Whether an account is asked. */
    public boolean isAskedOf(String somebody) {
        return !account.isEmpty() && account.equals(somebody);
    }

    public String id() {
        return id;
    }

    /** What is rated. */
    public Service service() {
        return new Service(
                about, caseNumber, event, item, itemName, department, window, Channel.valueOf(channel), actor);
    }

    public Scale scale() {
        return Scale.valueOf(scale);
    }

    /** The day of the service, or on which paper was collected. */
    public LocalDate servedOn() {
        return servedOn;
    }

    /** The last day on which it may be given. */
    public LocalDate untilOn() {
        return untilOn;
    }

    /** The day on which it was given, null as long as it has not been. */
    public LocalDate ratedOn() {
        return ratedOn;
    }

    /** What was said; nothing as long as nobody has said anything. */
    public Optional<Grade> grade() {
        return grade.isEmpty() ? Optional.empty() : Optional.of(Grade.valueOf(grade));
    }

    /** How it has come in, if it has. */
    public Source source() {
        return Source.valueOf(source);
    }

    /** Which answer counts, empty for none. */
    public String answer() {
        return answer;
    }

    /** How often something was said, which is its version as well. */
    public int answers() {
        return answers;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
