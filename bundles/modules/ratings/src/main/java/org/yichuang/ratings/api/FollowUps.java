package org.yichuang.ratings.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What a centre does about what people say: whoever is not content is contacted, what was wrong is put right, somebody
 * else looks whether it is, and they are asked again; whoever had a case is called when it is concluded. Each step has
 * a last day, in working days of the centre's calendar; what was late stays late.
 */
public interface FollowUps {
    /**
     * Returns what is to be done, what is due first first; somebody of a department sees its own.
     *
     * @param closed instead of that, what has been done, the last first
     */
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    Page<View> list(FollowUpKind kind, boolean closed, PageRequest page, CallContext context);

    /**
     * Returns one with its history.
     *
     * @throws ProblemException {@code follow-up-unknown}
     */
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    View find(String id, CallContext context);

    /**
     * Whoever was not content has been contacted, or could not be.
     *
     * @throws ProblemException {@code follow-up-unknown}, {@code follow-up-state}
     */
    @RequiresPermission(RatingPermission.HANDLE)
    View contact(String id, Contacted contacted, CallContext context);

    /**
     * What was wrong has been put right, or explained where there is no basis for more.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.HANDLE)
    View rectify(String id, Rectified rectified, CallContext context);

    /**
     * Somebody who has not handled it has looked whether it is so.
     *
     * @throws ProblemException as above; {@code follow-up-own} for whoever has handled it
     */
    @RequiresPermission(RatingPermission.VERIFY)
    View verify(String id, Verified verified, CallContext context);

    /**
     * Whoever had a case has been called.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.CALL)
    View call(String id, Called called, CallContext context);

    /**
     * Opens the name and the number of whoever is to be called, which is journaled first.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.CALL)
    Callee phone(String id, CallContext context);

    /**
     * Opens the name and the number of whoever was not content, which is journaled first.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.HANDLE)
    Callee rater(String id, CallContext context);

    /**
     * What came of contacting somebody.
     *
     * @param reached whether they were spoken to
     * @param untrue whether what they say is mistaken, as far as was found
     * @param complex whether putting it right takes longer
     * @param words what they have said, and what was found
     */
    record Contacted(
            @NotNull Boolean reached,
            @NotNull Boolean untrue,
            @NotNull Boolean complex,
            @NotBlank @Size(max = 1000) String words) {}

    /** What has been done to put it right. */
    record Rectified(@NotBlank @Size(max = 1000) String words) {}

    /**
     * What was found.
     *
     * @param confirmed whether it is as whoever handled it says
     * @param words how that was found
     */
    record Verified(@NotNull Boolean confirmed, @NotBlank @Size(max = 1000) String words) {}

    /**
     * What came of a call.
     *
     * @param result {@code REACHED}, {@code NOT_REACHED} or {@code DECLINED}
     * @param grade what somebody has said who was reached, or null where they gave none
     * @param words what else
     */
    record Called(@NotNull FollowUpOutcome result, Grade grade, @Size(max = 1000) String words) {
        public Called {
            words = words == null ? "" : words;
        }
    }

    /** Whoever is to be called. */
    record Callee(String name, String phone) {}

    /**
     * A follow-up.
     *
     * @param id which one
     * @param kind why it is followed up
     * @param state what is to be done next
     * @param outcome how it has ended, null while it goes on
     * @param caseNumber of the case, or empty
     * @param itemName what the case is about, or empty
     * @param department whose it is, or empty
     * @param window where, or empty
     * @param channel by which way the service was used
     * @param openedOn since when
     * @param due the last day for what is to be done next, null when nothing is
     * @param late whether a step was late, or is
     * @param closedOn when it has ended, or null
     * @param attempts how often somebody was not reached
     * @param grade what was said, null where nothing was
     * @param words what else was said, with numbers and addresses masked
     * @param notes what has been done; of one that is looked at by itself
     * @param steps what may be done next
     * @param version grows with every step
     */
    record View(
            String id,
            FollowUpKind kind,
            FollowUpState state,
            FollowUpOutcome outcome,
            String caseNumber,
            String itemName,
            String department,
            String window,
            Channel channel,
            LocalDate openedOn,
            LocalDate due,
            boolean late,
            LocalDate closedOn,
            int attempts,
            Grade grade,
            String words,
            List<Note> notes,
            List<FollowUpStep> steps,
            long version) {}

    /**
     * What was done.
     *
     * @param at when
     * @param step which step
     * @param by who, as people call them
     * @param words in their words, with numbers and addresses masked
     * @param late whether it was late
     */
    record Note(Instant at, FollowUpStep step, String by, String words, boolean late) {}
}
