package org.yichuang.ratings.internal.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.Grade;

/** What a figure of ratings counts: which rows, and which of them are in the numerator. */
public enum Counted {
    /** The services about which somebody was asked; those that were rated. */
    PARTICIPATION(Of.RATING, "askedOn", "c.event <> :again", "c.ratedOn is not null"),
    /** The services about which somebody was asked and nobody has said anything. */
    UNANSWERED(Of.RATING, "askedOn", "c.event <> :again and c.ratedOn is null", ""),
    /** What was said, but for what is set aside and what was asked again; what is good of it. */
    GOOD(Of.RATING, "ratedOn", "c.event <> :again and c.setAside = :no", "c.grade in :good"),
    /** The same; what is bad of it. */
    BAD(Of.RATING, "ratedOn", "c.event <> :again and c.setAside = :no and c.grade in :bad", ""),
    /** What was found to be mistaken. */
    SET_ASIDE(Of.RATING, "ratedOn", "c.setAside = :yes", ""),
    /** The bad ratings that are closed, or late, but for mistaken ones; those that were closed with no step late. */
    RECTIFIED(
            Of.FOLLOW_UP,
            "openedOn",
            "c.kind = :badRating and c.outcome <> :aside and (c.closedOn is not null or c.late = :yes)",
            "c.closedOn is not null and c.late = :no"),
    /** The bad ratings; those whose raters were contacted. */
    CONTACTED(Of.FOLLOW_UP, "openedOn", "c.kind = :badRating", "c.state <> :toContact and c.outcome <> :changed"),
    /** The cases that were concluded; those of which the call has ended. */
    CALLED_BACK(Of.FOLLOW_UP, "openedOn", "c.kind = :callBack", "c.closedOn is not null"),
    /** The complaints and reviews that were answered; those of which no step was late. */
    COMPLAINTS(Of.FOLLOW_UP, "closedOn", "c.kind in :lodged", "c.late = :no");

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

    /** Of which entity the rows are. */
    enum Of {
        RATING("Rating"),
        FOLLOW_UP("FollowUp");

        private final String entity;

        Of(String entity) {
            this.entity = entity;
        }
    }

    String entity() {
        return of.entity;
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
        values.put("badRating", FollowUpKind.BAD_RATING.name());
        values.put("lodged", names(FollowUpKind.COMPLAINT, FollowUpKind.REVIEW));
        values.put("callBack", FollowUpKind.CALL_BACK.name());
        values.put("aside", FollowUpOutcome.SET_ASIDE.name());
        values.put("changed", FollowUpOutcome.CHANGED.name());
        values.put("toContact", FollowUpState.TO_CONTACT.name());
        return values;
    }

    private static List<String> names(Enum<?>... values) {
        return List.of(values).stream().map(Enum::name).toList();
    }
}
