package org.yichuang.cases.internal.view;

import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.OnlineReviewView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of the review of what came in online.
 *
 * @param ui whose language it is
 */
public record OnlineReviewTexts(Ui ui) {
    /** Whether there is something to say: as long as the application is not accepted. */
    public static boolean isShown(CaseView view) {
        return view.filing() != null
                && view.filing().onlineReview() != null
                && (view.state() == CaseState.RECEIVED || view.state() == CaseState.CORRECTING);
    }

    /** The words under a key. */
    public String say(String key, Object... values) {
        return ui.localize(LocalizedMessage.of(OnlineReviewTexts.class, key, values));
    }

    /** What it has come to, or that it is waited for. */
    public String title(OnlineReviewView review) {
        return review.outcome() == null
                ? say(review.overdue() ? "online-review.late" : "online-review.awaited")
                : say("online-review.made", review.outcome().label());
    }

    /** What was said of it, or by when it is made. */
    public String words(OnlineReviewView review) {
        if (review.outcome() == null) {
            return say(review.overdue() ? "online-review.late.words" : "online-review.awaited.words", day(review));
        }
        String on = say("online-review.made.words", ui.moment(review.at()), day(review));
        return review.words() == null ? on : on + " " + review.words();
    }

    private String day(OnlineReviewView review) {
        return ui.date(review.due());
    }

    /** Whether somebody should look. */
    public Tone tone(OnlineReviewView review) {
        return review.outcome() == null && review.overdue() ? Tone.CARE : Tone.INFO;
    }
}
