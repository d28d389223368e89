package org.yichuang.cases.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

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
     * Returns who has granted a case of the unit's centre, whether or not its result has been made out, and wherever it
     * is: what tells of the result itself is null where this centre does not know it.
     */
    @NeedsNoPermission("modules act for the platform, and nothing of it belongs to a person")
    Optional<CaseResult> granted(String number, UnitOfWork unit);

    /**
     * Returns what gates were told with the grant of a case of the unit's centre ({@link GateFact}), here or at the
     * centre above that has decided; nothing where nobody was told anything, or that centre does not say it.
     */
    @NeedsNoPermission("modules act for the platform, and nothing of it belongs to a person")
    Map<String, String> decisionFacts(String number, UnitOfWork unit);

    /** Returns under which numbers the centres above and below know a case of the unit's centre. */
    @NeedsNoPermission("modules act for the platform, and get numbers")
    Optional<CaseLinks> links(String number, UnitOfWork unit);

    /**
     * Tells whether an account has taken a step in a case of the unit's centre, as far as that was kept: for whoever
     * lets nobody look into what they have done themselves.
     */
    @NeedsNoPermission("modules act for the platform, and learn of nobody but whom they ask about")
    boolean hasActed(String number, String account, UnitOfWork unit);

    /**
     * Returns which cases of an item, alone or in a bundle, were accepted before one and are not decided yet, in the
     * order of acceptance: who comes first where there are fewer places than applicants (art. 57). What the law has
     * accepted counts from its receipt, and what came from below from the acceptance there.
     *
     * @param item of which there are fewer: that of the case, or of a member of its bundle
     * @param most how many are told at most
     */
    @NeedsNoPermission("modules act for the platform, and get numbers")
    List<String> acceptedBefore(String number, CaseItem item, int most, UnitOfWork unit);

    /**
     * Grants a renewal of the unit's centre by law, as the validity has ended and nobody has decided (art. 50): with
     * its document, its entry and its letters, in this transaction.
     *
     * @throws ProblemException {@link CaseError#CASE_STATE} when it was not applied for in time, is decided already,
     *     has ended, or waits for what its applicant has to supply
     */
    @NeedsNoPermission("what the law does, nobody is permitted or forbidden")
    void deemRenewed(String number, UnitOfWork unit);

    /**
     * Ends a granted case of the unit's centre whose result has not been made out, as what it was to change, renew or
     * replace has been taken back: with its document, its entry and its letters, in this transaction.
     *
     * @param reason what has become of that, in Chinese, without anything that belongs to a person
     * @throws ProblemException {@link CaseError#CASE_STATE} when it is not granted, or is made out
     */
    @NeedsNoPermission("what follows from another decision, nobody is permitted or forbidden")
    void endGrant(String number, String reason, UnitOfWork unit);
}
