package org.yichuang.ratings.internal.domain;

import static org.yichuang.ratings.api.FollowUpKind.BAD_RATING;
import static org.yichuang.ratings.api.FollowUpKind.CALL_BACK;
import static org.yichuang.ratings.api.FollowUpKind.COMPLAINT;
import static org.yichuang.ratings.api.FollowUpKind.REVIEW;
import static org.yichuang.ratings.api.FollowUpState.ACCEPTED;
import static org.yichuang.ratings.api.FollowUpState.ASKED_AGAIN;
import static org.yichuang.ratings.api.FollowUpState.CLOSED;
import static org.yichuang.ratings.api.FollowUpState.RECEIVED;
import static org.yichuang.ratings.api.FollowUpState.TO_CALL;
import static org.yichuang.ratings.api.FollowUpState.TO_CONTACT;
import static org.yichuang.ratings.api.FollowUpState.TO_RECTIFY;
import static org.yichuang.ratings.api.FollowUpState.TO_VERIFY;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;

/** Every step of a follow-up; what is not a row is refused. */
public final class FollowUpTable {
    /** The rows, kind by kind. */
    public static final List<Row> ROWS = List.of(
            row(BAD_RATING, null, FollowUpStep.OPEN, TO_CONTACT, TO_RECTIFY),
            row(BAD_RATING, TO_CONTACT, FollowUpStep.OPEN_PHONE, TO_CONTACT),
            row(BAD_RATING, TO_CONTACT, FollowUpStep.CONTACT, TO_RECTIFY, TO_VERIFY, TO_CONTACT),
            row(BAD_RATING, TO_RECTIFY, FollowUpStep.RECTIFY, TO_VERIFY),
            row(BAD_RATING, TO_RECTIFY, FollowUpStep.CONTACT, TO_VERIFY),
            row(BAD_RATING, TO_VERIFY, FollowUpStep.VERIFY, ASKED_AGAIN, TO_RECTIFY, CLOSED),
            row(BAD_RATING, ASKED_AGAIN, FollowUpStep.ANSWERED, CLOSED, TO_CONTACT),
            row(BAD_RATING, ASKED_AGAIN, FollowUpStep.LAPSE, CLOSED),
            row(BAD_RATING, TO_CONTACT, FollowUpStep.CHANGED, CLOSED, TO_CONTACT),
            row(BAD_RATING, TO_RECTIFY, FollowUpStep.CHANGED, CLOSED, TO_RECTIFY),
            row(BAD_RATING, TO_VERIFY, FollowUpStep.CHANGED, CLOSED, TO_VERIFY, TO_CONTACT),
            row(CALL_BACK, null, FollowUpStep.OPEN, TO_CALL),
            row(CALL_BACK, TO_CALL, FollowUpStep.OPEN_PHONE, TO_CALL),
            row(CALL_BACK, TO_CALL, FollowUpStep.CALL, TO_CALL, CLOSED),
            row(COMPLAINT, null, FollowUpStep.OPEN, RECEIVED),
            row(COMPLAINT, RECEIVED, FollowUpStep.OPEN_PHONE, RECEIVED),
            row(COMPLAINT, RECEIVED, FollowUpStep.ACCEPT, ACCEPTED),
            row(COMPLAINT, RECEIVED, FollowUpStep.REFUSE, CLOSED),
            row(COMPLAINT, ACCEPTED, FollowUpStep.OPEN_PHONE, ACCEPTED),
            row(COMPLAINT, ACCEPTED, FollowUpStep.EXTEND, ACCEPTED),
            row(COMPLAINT, ACCEPTED, FollowUpStep.ANSWER, CLOSED),
            row(REVIEW, null, FollowUpStep.OPEN, RECEIVED),
            row(REVIEW, RECEIVED, FollowUpStep.OPEN_PHONE, RECEIVED),
            row(REVIEW, RECEIVED, FollowUpStep.ACCEPT, ACCEPTED),
            row(REVIEW, RECEIVED, FollowUpStep.REFUSE, CLOSED),
            row(REVIEW, ACCEPTED, FollowUpStep.OPEN_PHONE, ACCEPTED),
            row(REVIEW, ACCEPTED, FollowUpStep.EXTEND, ACCEPTED),
            row(REVIEW, ACCEPTED, FollowUpStep.ANSWER, CLOSED));

    private FollowUpTable() {}

    /**
     * A row.
     *
     * @param from where it stands, null before it is opened
     * @param next where it may stand then
     */
    public record Row(FollowUpKind kind, FollowUpState from, FollowUpStep step, List<FollowUpState> next) {
        /** The row as the README shows it. */
        public String markdown() {
            return "| " + kind + " | " + (from == null ? "–" : from) + " | " + step.word() + " | "
                    + next.stream().map(Enum::name).collect(Collectors.joining(", ")) + " |";
        }
    }

    private static Row row(FollowUpKind kind, FollowUpState from, FollowUpStep step, FollowUpState... next) {
        return new Row(kind, from, step, Arrays.asList(next));
    }

    /** What may be done with one. */
    public static List<FollowUpStep> steps(FollowUpKind kind, FollowUpState state) {
        return ROWS.stream()
                .filter(row -> row.kind() == kind && row.from() == state)
                .map(Row::step)
                .toList();
    }

    /** Whether a step leads from one state to another. */
    static boolean leads(FollowUpKind kind, FollowUpState from, FollowUpStep step, FollowUpState to) {
        return ROWS.stream()
                .anyMatch(row -> row.kind() == kind
                        && row.from() == from
                        && row.step() == step
                        && row.next().contains(to));
    }
}
