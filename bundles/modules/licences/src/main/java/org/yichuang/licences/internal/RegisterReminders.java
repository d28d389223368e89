package org.yichuang.licences.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.domain.RegisterLetter.Standing;
import org.yichuang.licences.internal.persistence.LicenceRows;

/**
 * Where the database of a centre was set back that has granted what others have made out: they write how it had told
 * them that it stands, behind what was made out, which comes again by itself. Down nothing has to be reminded of: how
 * it stands comes again from whoever has granted it.
 */
public class RegisterReminders {
    private static final char WORDS = '：';

    private final Holdings holdings;
    private final LicenceRows rows;
    private final Cases cases;
    private final Epochs epochs;

    public RegisterReminders(Holdings holdings, Epochs epochs) {
        this.holdings = holdings;
        this.rows = holdings.rows();
        this.cases = holdings.cases();
        this.epochs = epochs;
    }

    /**
     * Writes to a neighbour that was set back how that of which it has written since stands here.
     *
     * @param answered what its letters were receipted with: the number of the case here, and words
     */
    void tell(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        answered.stream()
                .map(words -> words.indexOf(WORDS) < 0 ? words : words.substring(0, words.indexOf(WORDS)))
                .filter(LicenceRows::isId)
                .distinct()
                .flatMap(number -> holdings.concerned(number, unit).stream())
                .distinct()
                .filter(licence -> licence.isTold() && licence.peer().equals(neighbour.value()))
                .filter(licence -> licence.peerSeen() > 0)
                .forEach(licence -> holdings.sharedBy(licence, unit).ifPresent(number -> tell(licence, number, unit)));
    }

    private void tell(Licence licence, String number, UnitOfWork unit) {
        rows.note(licence, "remind", Map.of("centre", licence.peer()), unit);
        int item = number.equals(licence.caseNumber()) ? licence.place() : 0;
        rows.send(licence, RegisterLetter.about(RegisterLetter.Type.REMINDER, licence.peerCase(), number, item), unit);
    }

    /** How it stands here, with the numbers under which the centre above knows the cases. */
    Standing asAbove(RegisterLetter letter, UnitOfWork unit) {
        return rows.find(letter.licenceBelow(), unit)
                .or(() -> holdings.done(letter.senderCase(), unit))
                .map(Licence::standing)
                .map(standing -> asAbove(standing, unit))
                .orElseThrow(() -> ProblemException.of(LicenceError.LICENCE_UNKNOWN));
    }

    Standing asAbove(Standing standing, UnitOfWork unit) {
        return standing.renumbered(number -> cases.links(number, unit)
                .map(CaseLinks::upperNumber)
                .filter(above -> !above.isEmpty())
                .orElse(number));
    }

    /** What a reminder is of, where this centre was set back and has granted it; nobody else is reminded. */
    Optional<Licence> concerned(RegisterLetter letter, String sender, UnitOfWork unit) {
        return Stream.of(letter)
                .filter(each -> epochs.begun(unit).isPresent())
                .flatMap(each ->
                        rows.find(each.licence(), unit).or(() -> holdings.done(each.receiverCase(), unit)).stream())
                .filter(licence -> Register.isDecidedHere(licence, unit))
                .filter(licence -> licence.tells() && licence.peer().equals(sender))
                .findFirst();
    }

    /**
     * Checks that a case is not one which was granted here before this centre was set back, and will be again: what was
     * made out of it waits until then.
     *
     * @throws ProblemException {@code licence-state}
     */
    void requireGranted(String number, UnitOfWork unit) {
        boolean isOpen = cases.granted(number, unit).isEmpty()
                && cases.find(number, unit)
                        .filter(file -> !file.state().isEnd())
                        .isPresent();
        if (isOpen && epochs.begun(unit).isPresent()) {
            throw new ProblemException(
                    LicenceError.LICENCE_STATE, LocalizedMessage.of(RegisterMail.class, "letter.not-granted-yet"));
        }
    }
}
