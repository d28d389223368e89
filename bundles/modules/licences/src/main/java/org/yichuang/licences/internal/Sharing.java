package org.yichuang.licences.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.Peer;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.persistence.LicenceRows;

/**
 * Tells who has granted what was made out here before registers told each other: first the result, then what has
 * changed and renewed it, each as if it had just been made out. With the last letter that centre decides about it.
 */
public class Sharing {
    private static final Set<LicenceAct.Kind> FOLLOWED = Set.of(LicenceAct.Kind.CHANGE, LicenceAct.Kind.RENEWAL);
    private static final Set<LicenceAct.Kind> RENEWED = Set.of(LicenceAct.Kind.RENEWAL, LicenceAct.Kind.DEEMED_RENEWAL);

    private final LicenceRows rows;
    private final Cases cases;

    public Sharing(LicenceRows rows, Cases cases) {
        this.rows = rows;
        this.cases = cases;
    }

    /** How far a result has been told of. */
    enum Told {
        /** A letter has left, and is not the last. */
        FIRST,
        /** There is nothing to tell of it, or no more. */
        ALL,
        /** Its renewal holds it, which nobody above knows: once that is made out. */
        LATER
    }

    /** What is told: a case here, and which of its results. */
    private record Letter(String number, int item, CaseLinks links) {}

    /**
     * Sends one letter about a result.
     *
     * @param next which of its letters, from 0
     */
    Told tell(String id, int next, UnitOfWork unit) {
        Licence licence = rows.get(id, unit);
        Optional<CaseLinks> above =
                cases.links(licence.caseNumber(), unit).filter(links -> isToTell(licence, links, unit));
        List<Letter> letters = above.map(links -> letters(licence, unit)).orElseGet(List::of);
        if (next >= letters.size()) {
            return Told.ALL;
        }
        if (isHeldByRenewal(licence)) {
            return Told.LATER;
        }
        boolean isLast = next == letters.size() - 1;
        Letter letter = letters.get(next);
        if (isLast) {
            CaseLinks links = above.get();
            licence.decidedAbove(new Peer(links.upperCentre(), links.upperNumber(), ""), links.decidedAt());
        }
        rows.note(licence, "share", Map.of("case", letter.number()), unit);
        rows.send(
                letter.links().upperCentre(),
                licence.id(),
                licence.chain().sequence(),
                RegisterLetter.about(
                        RegisterLetter.Type.MADE_OUT, letter.links().upperNumber(), letter.number(), letter.item()),
                unit);
        return isLast ? Told.ALL : Told.FIRST;
    }

    private static boolean isToTell(Licence licence, CaseLinks links, UnitOfWork unit) {
        return licence.peer().isEmpty()
                && !Register.isDecidedHere(licence, unit)
                && Register.isKnownAbove(links)
                && !links.decidedAt().equals(unit.context().tenant().value());
    }

    private List<Letter> letters(Licence licence, UnitOfWork unit) {
        Stream<Letter> followed = licence.content().acts().stream()
                .filter(act -> FOLLOWED.contains(act.kind()))
                .flatMap(act -> letter(act.number(), 0, unit).stream());
        return Stream.concat(letter(licence.caseNumber(), licence.place(), unit).stream(), followed)
                .toList();
    }

    /** What this centre has made out of a case that is known above. */
    private Optional<Letter> letter(String number, int item, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        return cases.result(number, unit)
                .filter(made -> made.centre().equals(here))
                .flatMap(made -> cases.links(number, unit))
                .filter(Register::isKnownAbove)
                .map(links -> new Letter(number, item, links));
    }

    private static boolean isHeldByRenewal(Licence licence) {
        boolean isDeemed = licence.content().acts().stream()
                .map(LicenceAct::kind)
                .filter(RENEWED::contains)
                .reduce((first, second) -> second)
                .filter(LicenceAct.Kind.DEEMED_RENEWAL::equals)
                .isPresent();
        return isDeemed || !licence.renewal().isEmpty();
    }
}
