package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.windows.api.DeedKind;

/** What is shown of deeds. */
public interface DeedViews {
    /** A deed; {@code of} is the ticket that it is seen by, empty where somebody has written it down. */
    record DeedView(
            String id,
            DeedKind kind,
            LocalDate day,
            String window,
            String by,
            String of,
            String caseNumber,
            String note,
            int version) {}

    /** What the platform has seen at one's own window, and nobody has confirmed. */
    record ProposalsView(List<ProposalView> items) {}

    /** A deed to be confirmed. */
    record ProposalView(String id, DeedKind kind, LocalDate day, String of) {}

    /**
     * The ledger of some days.
     *
     * @param sentence the same as a sentence of the year's report
     */
    record LedgerView(LocalDate from, LocalDate to, List<LedgerLineView> items, LocalizedMessage sentence) {}

    /** So many deeds of a kind, by so many windows. */
    record LedgerLineView(DeedKind kind, long deeds, long windows) {}
}
