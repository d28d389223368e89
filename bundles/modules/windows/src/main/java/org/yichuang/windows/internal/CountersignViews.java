package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.internal.WindowsViews.NoteView;

/** What is shown of the list of the week. */
public interface CountersignViews {
    /**
     * A decision on the list.
     *
     * @param day when it was decided
     * @param letter the number of the letter under which
     * @param granted whether it was granted
     * @param decidedBy who has decided
     * @param signer who may sign; empty where nobody may who has not decided it
     * @param late whether the week after it is over and nobody has signed
     * @param signs whether whoever looks may sign it now
     * @param corrects whether whoever looks may say how it was put right
     */
    record CountersignView(
            String id,
            LocalDate day,
            CountersignState state,
            String letter,
            String department,
            String caseNumber,
            String itemName,
            boolean granted,
            String window,
            String decidedBy,
            String signer,
            boolean late,
            boolean signs,
            boolean corrects,
            List<NoteView> notes,
            int version) {}

    /**
     * What was signed at once.
     *
     * @param week the Monday of its week
     * @param signed how many
     * @param remains whether more is left that whoever has signed may sign
     */
    record ConfirmedView(LocalDate week, int signed, boolean remains) {}
}
