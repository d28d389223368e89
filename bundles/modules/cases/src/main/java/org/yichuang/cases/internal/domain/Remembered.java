package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What this centre had told its neighbour of a case before its database was set back, as the neighbour says: what was
 * decided is not decided otherwise, and what is with the centre above is not ended here.
 */
public final class Remembered {
    /** That the file has gone up. */
    public static final String FORWARDED = "FORWARDED";

    private static final List<String> WORDS = List.of(FORWARDED, Outcome.GRANT.name(), Outcome.REFUSE.name());

    /** What would say something that may have been said otherwise. */
    private static final Set<CaseCommand> SAYING =
            Set.of(CaseCommand.DECIDE, CaseCommand.REFUSE_TO_ACCEPT, CaseCommand.PRE_REVIEW, CaseCommand.WITHDRAW);

    private static final Set<CaseState> BEFORE_GOING_UP =
            Set.of(CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED);

    private Remembered() {}

    /** Tells whether a command says something of which a neighbour has to be heard first. */
    public static boolean isAnswerable(CaseCommand command) {
        return SAYING.contains(command);
    }

    /** What was told of a case and is not known any more, if anything. */
    public static Optional<String> of(CaseFile file) {
        return file.progress().links().map(links -> links.told);
    }

    /** What one side has told the other of a case, as that one knows it now; empty where it binds nobody. */
    public static Optional<String> toldBy(boolean below, CaseFile file) {
        if (below) {
            boolean isHere = file.state() != CaseState.RETURNED && file.state() != CaseState.WITHDRAWN;
            return isHere ? Optional.of(FORWARDED) : Optional.empty();
        }
        return Optional.ofNullable(file.progress().decision)
                .map(decision -> decision.outcome().name());
    }

    /** Reminds the receiver of a file, which may have been set back, of its number and of what it has decided. */
    public static void remind(LinkedCaseMessage letter, CaseFile file) {
        letter.receiverCase = letter.receiverCase == null ? file.upperNumber() : letter.receiverCase;
        letter.decision = file.progress().decision;
    }

    /** What the receiver of a forwarded file had decided of it already, if it is reminded of that. */
    public static Optional<String> of(LinkedCaseMessage letter) {
        return Optional.ofNullable(letter.decision)
                .filter(said -> said.outcome() != null)
                .map(said -> said.outcome().name());
    }

    /** A file that has gone up again has been told of. */
    static void forwarded(Links links) {
        links.told = FORWARDED.equals(links.told) ? null : links.told;
    }

    /** Notes what was told. */
    public static void note(CaseFile file, String told) {
        Progress noted = file.progress().copy();
        noted.linked().told = told;
        file.note(noted);
    }

    /** Whether the case does not know itself what was told of it. */
    public static boolean isNews(CaseFile file, String told) {
        if (!WORDS.contains(told)) {
            return false;
        }
        boolean isKnown = told.equals(FORWARDED) ? !isBeforeGoingUp(file) : file.progress().decision != null;
        return !isKnown && !told.equals(of(file).orElse(null));
    }

    /** Whether what was told of the file is that it has gone up, and it has not gone up again. */
    public static boolean waitsToGoUp(CaseFile file) {
        return of(file).filter(FORWARDED::equals).isPresent() && isBeforeGoingUp(file);
    }

    private static boolean isBeforeGoingUp(CaseFile file) {
        return BEFORE_GOING_UP.contains(file.state());
    }

    /** Whether what was told of the case is that it is decided. */
    public static boolean isDecided(CaseFile file) {
        return of(file).filter(told -> !told.equals(FORWARDED)).isPresent();
    }

    /**
     * Checks that a command says nothing else than what was told.
     *
     * @throws ProblemException {@code told-before}
     */
    public static void require(CaseFile file, CaseCommand command, CaseRequests.Request request) {
        boolean isEnding = command == CaseCommand.REFUSE_TO_ACCEPT || command == CaseCommand.WITHDRAW;
        if (isEnding && waitsToGoUp(file)) {
            throw refused("told.forwarded", "");
        }
        if (isDecided(file)) {
            String told = of(file).get();
            boolean isOther = request instanceof CaseRequests.Decide decide
                    && !decide.outcome().name().equals(told);
            if (isEnding || isOther) {
                throw refused("told.decided", Outcome.valueOf(told).name());
            }
        }
    }

    private static ProblemException refused(String key, String outcome) {
        Object word = outcome.isEmpty() ? "" : LocalizedMessage.of(Remembered.class, "told." + outcome);
        return new ProblemException(CaseError.TOLD_BEFORE, LocalizedMessage.of(Remembered.class, key, word));
    }
}
