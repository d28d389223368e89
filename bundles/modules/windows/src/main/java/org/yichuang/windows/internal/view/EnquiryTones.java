package org.yichuang.windows.internal.view;

import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;

/** How enquiries look. */
public final class EnquiryTones {
    private static final int BEGINNING = 40;

    private EnquiryTones() {}

    /** The tone of where one stands. */
    public static Tone of(EnquiryView enquiry) {
        if (enquiry.late()) {
            return Tone.WRONG;
        }
        return enquiry.state() == EnquiryState.ANSWERED ? Tone.DONE : Tone.INFO;
    }

    /** Where one stands, and whether it was not answered in time. */
    public static String words(EnquiryView enquiry, Ui ui) {
        String state = ui.localize(enquiry.state().label());
        return enquiry.late() ? ui.t("enquiry.late", state) : state;
    }

    /** As much of a question as has room in a list. */
    public static String beginning(EnquiryView enquiry) {
        String question = enquiry.question();
        int end = Math.min(BEGINNING, question.codePointCount(0, question.length()));
        String shown = question.substring(0, question.offsetByCodePoints(0, end));
        return shown.length() < question.length() ? shown + "\u2026" : shown;
    }
}
