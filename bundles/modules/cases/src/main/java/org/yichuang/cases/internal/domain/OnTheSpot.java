package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseState;
import org.yichuang.catalogue.api.Stage.Action;

/**
 * What is complete and can be decided at once is accepted and granted at once, on the day of its receipt, in writing
 * (R1-10): one press, both steps, in one transaction.
 */
public final class OnTheSpot {
    /** The last segment of the path. */
    public static final String PATH = "on-the-spot-decision";

    /** The detail of a decision that was made so. */
    public static final String DETAIL = "onTheSpot";

    private OnTheSpot() {}

    /**
     * Whether nothing stands between the application and its decision here, on the day on which it is received, and one
     * person may do both.
     */
    public static boolean isOpen(CaseFile file, CommandContext now) {
        return !SeparateDuties.keepAcceptanceApart(now) && isReceivedToday(file, now) && isNext(file, now.centre());
    }

    /** What was handed in today, or is to count as received on a day to come. */
    private static boolean isReceivedToday(CaseFile file, CommandContext now) {
        return file.progress()
                .running(ClockKind.NOTICE)
                .filter(notice -> !notice.start().isBefore(now.today()))
                .isPresent();
    }

    private static boolean isNext(CaseFile file, String here) {
        Submission content = file.submission();
        boolean isNew = file.state() == CaseState.RECEIVED
                && !file.isTransferred()
                && file.progress().acceptance() == null;
        return isNew
                && content.missing().isEmpty()
                && content.route().isAt(here, file.following())
                && content.route().stages().get(file.following()).action() == Action.DECIDE
                && !content.isJoint()
                && !content.item().examination().review()
                && !content.item().examination().siteVisit();
    }

    /** The commands of a case, with this one where it is open. */
    public static List<String> beside(List<String> open, CaseFile file, CommandContext now) {
        return isOpen(file, now) ? Stream.concat(open.stream(), Stream.of(PATH)).toList() : open;
    }

    /** Decides what has been accepted a moment ago. */
    public static Done decide(CaseFile file, Decide request, CommandContext now) {
        Done done = CaseWork.decide(file, request, now);
        done.details().put(DETAIL, "true");
        return done;
    }
}
