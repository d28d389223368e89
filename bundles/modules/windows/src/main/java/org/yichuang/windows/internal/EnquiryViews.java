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
     * @param firstAsked whoever was asked first, and stays responsible
     * @param holder whoever has it in hand
     * @param answer what was answered; empty before
     * @param how how it can be done where the answer was "no"
     * @param late whether it was not answered in time
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
            List<NoteView> notes,
            int version) {}
}
