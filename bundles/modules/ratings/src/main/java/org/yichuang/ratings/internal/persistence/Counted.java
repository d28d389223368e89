package org.yichuang.ratings.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.RatingPolicy;

/** What a figure of ratings counts: which rows, and which of them are in the numerator. */
public enum Counted {
    /** The services about which somebody was asked; those that were rated. */
    PARTICIPATION(Of.RATING, "askedOn", "c.event <> :again", "c.ratedOn is not null"),
    /** The services about which somebody was asked and nobody has said anything. */
    UNANSWERED(Of.RATING, "askedOn", "c.event <> :again and c.ratedOn is null", ""),
    /** What was said, but for what is set aside, what was asked again and calls; what is good of it. */
    GOOD(Of.RATING, "ratedOn", Said.COUNTS, "c.grade in :good"),
    /** The same of the notice of what is missing; what is good of it. */
    NOTICE_GOOD(Of.RATING, "ratedOn", Said.COUNTS + " and c.event in :notices", "c.grade in :good"),
    /** The same of what names how fast it was; what is good of it. So are the others that name something. */
    EFFICIENCY(Aspect.EFFICIENCY),
    GUIDE(Aspect.GUIDE),
    CONVENIENCE(Aspect.CONVENIENCE),
    PLATFORM(Aspect.PLATFORM),
    SKILL(Aspect.SKILL),
    ATTITUDE(Aspect.ATTITUDE),
    CLARITY(Aspect.CLARITY),
    /** The same; what is bad of it. */
    BAD(Of.RATING, "ratedOn", Said.COUNTS + " and c.grade in :bad", ""),
    /** What was said on the telephone, of cases that may have been rated besides; what is good of it. */
    ON_CALL(Of.RATING, "ratedOn", "c.setAside = :no and c.source = :call", "c.grade in :good"),
    /** What was found to be mistaken. */
    SET_ASIDE(Of.RATING, "ratedOn", "c.setAside = :yes", ""),
    /** The bad ratings that are closed, or late, but for mistaken ones; those that were closed with no step late. */
    RECTIFIED(
            Of.FOLLOW_UP,
            "openedOn",
            "c.kind = :badRating and c.outcome <> :aside and (c.closedOn is not null or c.late = :yes)",
            "c.closedOn is not null and c.late = :no"),
    /** The bad ratings but for those on paper; those whose raters were spoken to. */
    CONTACTED(Of.FOLLOW_UP, "openedOn", "c.kind = :badRating and c.caseNumber <> ''", "c.contactedOn is not null"),
    /** The cases that were concluded; those of which the call has ended. */
    CALLED_BACK(Of.FOLLOW_UP, "openedOn", "c.kind = :callBack", "c.closedOn is not null"),
    /** The complaints and reviews that were answered; those of which no step was late. */
    COMPLAINTS(Of.FOLLOW_UP, "closedOn", "c.kind in :lodged", "c.late = :no"),
    /** The complaints and reviews that were not taken up. */
    NOT_TAKEN_UP(Of.FOLLOW_UP, "closedOn", "c.kind in :lodged and c.outcome = :refused", "");

    private static final Map<String, Object> VALUES = known();

    private final Of of;
    private final String day;
    private final String all;
    private final String counted;

    Counted(Of of, String day, String all, String counted) {
        this.of = of;
        this.day = day;
        this.all = all;
        this.counted = counted;
    }

    Counted(Aspect aspect) {
        this(Of.RATING, "ratedOn", Said.COUNTS + " and c.aspects like :" + aspect.name(), "c.grade in :good");
    }

    /** Of which entity the rows are, and what they tell besides of what was said. */
    enum Of {
        RATING("Rating", ", c.grade, c.source"),
        FOLLOW_UP("FollowUp", "");

        private final String entity;
        private final String said;

        Of(String entity, String said) {
            this.entity = entity;
            this.said = said;
        }
    }

    /** What was said that counts. */
    private static final class Said {
        static final String COUNTS = "c.event <> :again and c.setAside = :no and c.source <> :call";
    }

    String entity() {
        return of.entity;
    }

    /** What was said, as a part of a question for its rows; empty where rows tell nothing of it. */
    String said() {
        return of.said;
    }

    /** Whether its rows tell what was said. */
    public boolean isSaid() {
        return of == Of.RATING;
    }

    /** The day by which its rows belong to a period. */
    String day() {
        return "c." + day;
    }

    /** Which rows it has. */
    String all() {
        return all;
    }

    /** Which of them are in the numerator; empty for all. */
    String counted() {
        return counted;
    }

    /** What stands for a parameter of its conditions. */
    static Object value(String parameter) {
        return VALUES.get(parameter);
    }

    /** The parameters that a condition has. */
    static List<String> parameters(String condition) {
        return VALUES.keySet().stream()
                .filter(name -> condition.matches(".*:" + name + "\\b.*"))
                .toList();
    }

    private static Map<String, Object> known() {
        Map<String, Object> values = new HashMap<>();
        values.put("again", "asked-again");
        values.put("yes", true);
        values.put("no", false);
        values.put("good", names(Grade.VERY_SATISFIED, Grade.SATISFIED, Grade.BASICALLY_SATISFIED));
        values.put("bad", names(Grade.DISSATISFIED, Grade.VERY_DISSATISFIED));
        values.put("notices", List.copyOf(RatingPolicy.NOTICES));
        for (Aspect aspect : Aspect.values()) {
            values.put(aspect.name(), "%" + aspect.name() + "%");
        }
        values.put("badRating", FollowUpKind.BAD_RATING.name());
        values.put("lodged", names(FollowUpKind.COMPLAINT, FollowUpKind.REVIEW));
        values.put("callBack", FollowUpKind.CALL_BACK.name());
        values.put("aside", FollowUpOutcome.SET_ASIDE.name());
        values.put("call", Source.CALL.name());
        values.put("refused", FollowUpOutcome.REFUSED.name());
        return values;
    }

    private static List<String> names(Enum<?>... values) {
        return List.of(values).stream().map(Enum::name).toList();
    }
}
