package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.internal.WindowsViews.NoteView;

/** What is shown of enquiries. */
public interface EnquiryViews {
    /**
     * An enquiry.
     *
     * @param asker who has asked, in masked form
     * @param firstAsked whoever was asked first, and stays responsible; empty before anybody has taken it
     * @param holder whoever has it in hand
     * @param answer what was answered; empty before, numbers in it masked for whoever does not have it in hand
     * @param how how it can be done where the answer was "no", masked likewise
     * @param late whether it was not answered in time
     * @param inHand whether whoever looks has it in hand, or was asked first
     */
    record EnquiryView(
            String id,
            LocalDate day,
            EnquiryChannel channel,
            EnquiryState state,
            String asker,
            String question,
            String window,
            String firstAsked,
            String holder,
            String answer,
            String how,
            LocalDate due,
            LocalDate answeredOn,
            boolean late,
            boolean inHand,
            List<NoteView> notes,
            int version) {}

    /**
     * What was asked from home is in.
     *
     * @param number under which it is found
     * @param code which opens it
     * @param due the last day for an answer
     */
    record AskedView(String number, String code, LocalDate due) {}

    /**
     * How something stands that was asked from home.
     *
     * @param day when it was asked
     * @param answer what was answered; empty before
     * @param how how it can be done where the answer was "no"
     * @param late whether it was not answered by the last day for that
     */
    record ProgressView(
            String number,
            EnquiryState state,
            LocalDate day,
            String question,
            String answer,
            String how,
            LocalDate due,
            LocalDate answeredOn,
            boolean late) {}
}
