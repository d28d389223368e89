package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What this centre had told its neighbour of a case before its database was set back, as the neighbour says: what was
 * decided is not decided otherwise, and what is with the centre above is not ended here.
 */
public final class Remembered {
    /** That the file has gone up. */
    public static final String FORWARDED = "FORWARDED";

    /** That the applicant withdraws, which the centre above has done. */
    public static final String WITHDRAWAL = "WITHDRAWAL";

    /** That it has ended here, as the centre below had asked. */
    private static final String CANCELLED = "CANCELLED";

    /** That it has gone back to the centre below. */
    private static final String RETURNED = "RETURNED";

    private static final List<String> OUTCOMES = List.of(Outcome.GRANT.name(), Outcome.REFUSE.name());
    private static final List<String> WORDS_ABOVE = List.of(FORWARDED, WITHDRAWAL);
    private static final List<String> WORDS_BELOW = List.of(CANCELLED, RETURNED);

    private static final Set<CaseState> GONE_BACK =
            Set.of(CaseState.RETURNED, CaseState.WITHDRAWN, CaseState.GRANT_ENDED);

    /** What goes on with a case that has gone back or has ended. */
    private static final Set<CaseCommand> GOING_ON =
            Set.of(CaseCommand.ACCEPT, CaseCommand.PRE_REVIEW, CaseCommand.DECIDE);

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
            String word = file.state() == CaseState.WITHDRAWN ? WITHDRAWAL : FORWARDED;
            return file.state() == CaseState.RETURNED ? Optional.empty() : Optional.of(word);
        }
        return Optional.ofNullable(file.progress().decision)
                .map(decision -> decision.outcome().name())
                .or(() -> endToldBy(file));
    }

    private static Optional<String> endToldBy(CaseFile file) {
        if (isHandedBack(file)) {
            return Optional.of(RETURNED);
        }
        boolean isCancelled = file.state() == CaseState.WITHDRAWN && file.upperNumber() != null;
        return isCancelled ? Optional.of(CANCELLED) : Optional.empty();
    }

    private static boolean isHandedBack(CaseFile file) {
        return file.progress().links().filter(links -> links.handedBack).isPresent();
    }

    /**
     * Reminds the receiver of a file, which may have been set back, of its number and of what it has said of it.
     *
     * @return whether there is anything to remind it of
     */
    public static boolean remind(LinkedCaseMessage letter, CaseFile file) {
        if (file.upperNumber() == null) {
            return false;
        }
        remind(letter, file.upperNumber());
        letter.decision = file.progress().decision;
        letter.ending =
                endToldBy(file).map(word -> ending(word, file.upperCentre())).orElse(null);
        return true;
    }

    private static void remind(LinkedCaseMessage letter, String number) {
        letter.receiverCase = letter.receiverCase == null ? number : letter.receiverCase;
    }

    private static EndingView ending(String word, String centre) {
        return new EndingView(word, centre, null, null, null, null, null);
    }

    /** The same of the file of a branch of a joint case. */
    static boolean remind(LinkedCaseMessage letter, BranchAbove there) {
        if (there == null || there.number() == null) {
            return false;
        }
        remind(letter, there.number());
        letter.decision = there.decision();
        letter.ending = there.returned() ? ending(RETURNED, there.centre()) : null;
        return true;
    }

    /** What the centre above has told of the branch of a joint case, as it is known; empty where it binds nobody. */
    static Optional<String> toldOf(BranchAbove there) {
        return there.returned()
                ? Optional.of(RETURNED)
                : Optional.ofNullable(there.decision())
                        .map(decision -> decision.outcome().name());
    }

    /** What the receiver of a forwarded file had said of it already, if it is reminded of that. */
    public static Optional<String> of(LinkedCaseMessage letter) {
        Optional<String> decided = Optional.ofNullable(letter.decision)
                .filter(said -> said.outcome() != null)
                .map(said -> said.outcome().name());
        return decided.or(
                () -> Optional.ofNullable(letter.ending).map(EndingView::kind).filter(WORDS_BELOW::contains));
    }

    /** Whether a case, or a member of it, has gone to the centre above, or has stages that are not done here. */
    public static boolean mayGoUp(CaseFile file, String here) {
        return file.upperCentre() != null
                || hasMemberAbove(file)
                || file.submission().route().stages().stream()
                        .skip(file.progress().stage)
                        .anyMatch(stage -> !stage.centre().equals(here));
    }

    /** Whether a centre above decides a member of it. */
    private static boolean hasMemberAbove(CaseFile file) {
        return file.submission().route().branches().stream().anyMatch(facts -> facts.road() != null);
    }

    /** Whether a centre above decides a certain member of it. */
    public static boolean isMemberAbove(CaseFile file, String id) {
        return file.submission().route().branches().stream()
                .anyMatch(facts -> facts.id().equals(id) && facts.road() != null);
    }

    /** Whether a word is what a centre below has told the one above. */
    public static boolean isToldAbove(String word) {
        return WORDS_ABOVE.contains(word);
    }

    /** A file that has come again has gone back before. */
    static void takenAgain(Links links) {
        links.told = RETURNED.equals(links.told) ? null : links.told;
    }

    /** Notes under which number the centre above has a case that does not go there again. */
    public static void known(CaseFile file, String centre, String number) {
        file.above(centre, number);
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
        boolean isOfBelow = OUTCOMES.contains(told) || WORDS_BELOW.contains(told);
        if (!isOfBelow && !isToldAbove(told)) {
            return false;
        }
        boolean isEnded =
                file.progress().decision != null || WORDS_BELOW.contains(told) && GONE_BACK.contains(file.state());
        boolean isKnown = isOfBelow ? isEnded : !isBeforeGoingUp(file);
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
        return of(file).filter(OUTCOMES::contains).isPresent();
    }

    /** Whether what was told of the file is that it has gone back to the centre below, which knows that. */
    static boolean isReturned(CaseFile file) {
        return of(file).filter(RETURNED::equals).isPresent();
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
        requireEnded(file, command);
        if (isDecided(file)) {
            String told = of(file).get();
            boolean isOther = request instanceof CaseRequests.Decide decide
                    && !decide.outcome().name().equals(told);
            if (isEnding || isOther) {
                throw refused("told.decided", Outcome.valueOf(told).name());
            }
        }
    }

    /** What has ended or gone back does not go on; what has gone back goes back once more. */
    private static void requireEnded(CaseFile file, CaseCommand command) {
        boolean isEndOtherwise = command == CaseCommand.REFUSE_TO_ACCEPT && !isReturned(file);
        boolean isBound = isReturned(file) || isWithdrawn(file);
        if (isBound && (GOING_ON.contains(command) || isEndOtherwise)) {
            throw refused(isReturned(file) ? "told.returned" : "told.withdrawn", "");
        }
    }

    private static boolean isWithdrawn(CaseFile file) {
        return of(file).filter(told -> told.equals(WITHDRAWAL) || told.equals(CANCELLED))
                .isPresent();
    }

    private static ProblemException refused(String key, String outcome) {
        Object word = outcome.isEmpty() ? "" : LocalizedMessage.of(Remembered.class, "told." + outcome);
        return new ProblemException(CaseError.TOLD_BEFORE, LocalizedMessage.of(Remembered.class, key, word));
    }
}
