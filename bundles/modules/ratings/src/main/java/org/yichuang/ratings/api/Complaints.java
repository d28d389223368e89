package org.yichuang.ratings.api;

import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.ratings.api.FollowUps.Callee;
import org.yichuang.ratings.api.FollowUps.View;

/**
 * Complaints, each of which is looked into (有诉必查), and the review of a refusal by the centre's own section (复核). A
 * review is no remedy of the law: whoever asks for it may apply for reconsideration and go to court as if they had not,
 * and no limit of the law waits for it.
 */
public interface Complaints {
    /**
     * Takes a complaint.
     *
     * @param origin where it comes from, for throttling: the client's address or network
     * @throws ProblemException {@code fields-invalid}, {@code progress-unknown}, {@code too-many-requests}
     */
    @NeedsNoPermission("everybody may complain")
    Lodged complain(Complaint complaint, String origin, CallContext context);

    /**
     * Takes what somebody says at the window or on the hotline.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    Lodged enter(Heard heard, CallContext context);

    /**
     * Asks for the review of a refusal: once for each case.
     *
     * @param origin as for {@link #complain}
     * @throws ProblemException {@code not-refused} for a case that was not; {@code review-asked} for a second one;
     *     {@code rating-unknown} for somebody else's case; {@code progress-unknown}
     */
    @NeedsNoPermission("the own account, or number and query code are the key")
    Lodged review(Complaint complaint, String origin, CallContext context);

    /**
     * Tells how a complaint or review stands.
     *
     * @throws ProblemException {@code follow-up-unknown} for a wrong number or code alike
     */
    @NeedsNoPermission("number and code are the key")
    Progress progress(String number, String code, CallContext context);

    /** Returns the complaints and reviews of the account that asks, the newest first, at most fifty. */
    @NeedsNoPermission("everybody sees the own ones")
    List<Progress> own(CallContext context);

    /**
     * Takes it up.
     *
     * @throws ProblemException {@code follow-up-unknown}, {@code follow-up-state}
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    View accept(String id, Words words, CallContext context);

    /**
     * Does not take it up, and says why.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    View refuse(String id, Words words, CallContext context);

    /**
     * Gives it more time, once.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    View extend(String id, Extension extension, CallContext context);

    /**
     * Answers it.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    View answer(String id, Answered answered, CallContext context);

    /**
     * Opens the name and the number of whoever has complained, which is journaled first.
     *
     * @throws ProblemException as above
     */
    @RequiresPermission(RatingPermission.COMPLAINTS)
    Callee complainant(String id, CallContext context);

    /**
     * What somebody complains of, or wants to have reviewed.
     *
     * @param number of the case, or empty for a complaint about something else
     * @param code the case's query code; empty for a case of the own account
     * @param department about whom, or empty
     * @param words what it is about
     * @param name who, or empty
     * @param phone where they can be reached, or empty
     */
    record Complaint(
            @Size(max = 100) String number,
            @Size(max = 40) String code,
            @Size(max = 100) String department,
            @NotBlank @Size(max = 2000) String words,
            @Size(max = 100) String name,
            @Size(max = 30) String phone) {
        public Complaint {
            number = number == null ? "" : number;
            code = code == null ? "" : code;
            department = department == null ? "" : department;
            name = name == null ? "" : name;
            phone = phone == null ? "" : phone;
        }
    }

    /**
     * What was said at the window or on the hotline.
     *
     * @param channel {@code WINDOW} or {@code HOTLINE}
     * @param review whether the review of a refusal is asked for; else it is a complaint
     * @param number of the case, or empty
     * @param department about whom, or empty
     * @param words what it is about
     * @param name who, or empty
     * @param phone where they can be reached, or empty
     */
    record Heard(
            @NotNull Channel channel,
            @NotNull Boolean review,
            @Size(max = 100) String number,
            @Size(max = 100) String department,
            @NotBlank @Size(max = 2000) String words,
            @Size(max = 100) String name,
            @Size(max = 30) String phone) {}

    /**
     * What was taken.
     *
     * @param number under which it is found
     * @param code which opens it
     * @param due by when it is said whether it is taken up
     */
    record Lodged(String number, String code, LocalDate due) {}

    /**
     * How it stands.
     *
     * @param number under which it is found
     * @param kind complaint or review
     * @param state what is to be done next
     * @param outcome how it has ended, null while it goes on
     * @param openedOn since when
     * @param due the last day for what is to be done next, or null
     * @param answer what the centre has said last, or empty
     */
    record Progress(
            String number,
            FollowUpKind kind,
            FollowUpState state,
            FollowUpOutcome outcome,
            LocalDate openedOn,
            LocalDate due,
            String answer) {}

    /** What is said to whoever has complained. */
    record Words(@NotBlank @Size(max = 2000) String words) {}

    /**
     * More time.
     *
     * @param workingDays how much
     * @param words why, as it is told
     */
    record Extension(@NotNull @Min(1) @Max(30) Integer workingDays, @NotBlank @Size(max = 2000) String words) {}

    /**
     * An answer.
     *
     * @param finding {@code UPHELD}, {@code PARTLY} or {@code NOT_UPHELD}
     * @param words what was found and done, as it is told
     */
    record Answered(@NotNull FollowUpOutcome finding, @NotBlank @Size(max = 2000) String words) {}
}
