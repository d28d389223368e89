package org.yichuang.cases.api;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.NeedsNoPermission;

/**
 * Cases for other modules, read within a transaction that runs already: what listeners, gates, linked modules and jobs
 * ask. A case is read as the unit sees it, hence before the command about which a {@link CommandGate} is asked, and
 * maybe later than the event that a listener hears. Nobody's permission is asked and no department: the module answers
 * for whom it shows what it has read, and people are shown cases by {@link CaseService}.
 */
public interface Cases {
    /** Returns a case of the unit's centre, with people masked; nothing when there is none, or not yet. */
    @NeedsNoPermission("modules act for the platform, and people are masked")
    Optional<CaseRecord> find(String number, UnitOfWork unit);

    /**
     * Returns what was applied for in a case of the unit's centre, deciphered: for reckoning, or for writing to the
     * applicant. It is kept encrypted and is to be found nowhere else: not in rows, events, details or logs of the
     * module that asks.
     */
    @NeedsNoPermission("modules act for the platform, and keep nothing of it")
    Optional<CaseApplication> application(String number, UnitOfWork unit);

    /** Returns what has come of a case of the unit's centre; nothing before its result has been made out. */
    @NeedsNoPermission("modules act for the platform, and nothing of it belongs to a person")
    Optional<CaseResult> result(String number, UnitOfWork unit);

    /**
     * Returns which cases of the same item this centre has accepted before one and not decided yet, in the order of
     * acceptance: who comes first where there are fewer places than applicants (art. 57).
     *
     * @param most how many are told at most
     */
    @NeedsNoPermission("modules act for the platform, and get numbers")
    List<String> acceptedBefore(String number, int most, UnitOfWork unit);
}
