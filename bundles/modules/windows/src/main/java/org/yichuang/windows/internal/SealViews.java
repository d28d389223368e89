package org.yichuang.windows.internal;

import java.time.Instant;
import java.util.List;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.internal.WindowsViews.NoteView;

/** What is shown of seals. */
public interface SealViews {
    /**
     * A seal.
     *
     * @param custodian who keeps it
     * @param uses whether whoever looks may put it to something now
     */
    record SealView(
            String id,
            String number,
            String name,
            String department,
            String window,
            String custodian,
            boolean retired,
            boolean uses,
            List<NoteView> notes,
            int version) {}

    /** That it was put to something. */
    record SealUseView(
            String id,
            SealedKind kind,
            String document,
            String caseNumber,
            int copies,
            String applicant,
            String by,
            Instant at) {}
}
