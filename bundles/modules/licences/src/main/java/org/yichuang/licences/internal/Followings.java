package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.LicenceContent;
import org.yichuang.licences.internal.domain.LicenceTerms;
import org.yichuang.licences.internal.domain.Matter;
import org.yichuang.licences.internal.domain.Peer;
import org.yichuang.licences.internal.domain.Publicity;
import org.yichuang.licences.internal.domain.RegisterLetter;

/** What comes of a result when its change, renewal or replacement has been made out. */
class Followings {
    private final Holdings holdings;

    Followings(Holdings holdings) {
        this.holdings = holdings;
    }

    /** What a case has made out, and what withholds it where it was decided or made out; null for nothing. */
    record Made(
            CaseLicence concerned,
            String idNumber,
            LicenceTerms terms,
            LicenceContent content,
            Peer peer,
            LicenceAct withheld) {
        private LicenceAct act(LicenceAct.Kind kind, String reasons) {
            return LicenceAct.ofCase(kind, terms.grantedOn(), "", reasons, terms.caseNumber());
        }
    }

    /**
     * Enters it with the result that it is of.
     *
     * @return whether it has a place there: a replacement, and what is of a result that is not known here, is entered
     *     by itself
     */
    boolean follow(Made made, UnitOfWork unit) {
        Optional<Matter> known = holdings.matter(made.terms().caseNumber(), unit);
        if (known.filter(matter -> matter.state() == Matter.State.DONE).isPresent()) {
            return true;
        }
        ItemKey item = new ItemKey(made.terms().owner(), made.terms().item());
        Optional<Licence> held = known.flatMap(matter -> holdings.rows().find(matter.licence(), unit))
                .filter(licence -> !licence.isHandedOver())
                .or(() -> holdings.find(made.concerned(), made.idNumber(), item, unit))
                .filter(Followings::isHeld);
        Optional<Matter> unheld = known.filter(matter -> matter.isUnheld() || isHandedOver(matter, unit));
        unheld.ifPresent(matter ->
                matter.moveTo(held.map(Licence::id).orElse(made.terms().id())));
        if (held.isEmpty() && unheld.isPresent()) {
            unheld.get().close(Matter.State.DONE);
            return false;
        }
        if (held.isEmpty()) {
            // What is known and not held any more was taken back meanwhile: nothing comes of its application
            known.ifPresent(matter -> holdings.end(matter.caseNumber(), unit));
            return known.isPresent();
        }
        LicenceMatter kind = made.concerned().matter();
        Licence licence = held.get();
        LicenceEvent event = event(made, licence);
        Optional<RegisterLetter> over = handingOver(made, licence, unit);
        String former = licence.peer();
        if (kind != LicenceMatter.REPLACEMENT) {
            decideBy(made, licence);
        }
        if (!licence.isWithheld() && kind != LicenceMatter.REPLACEMENT) {
            Optional.ofNullable(made.withheld())
                    .or(() -> holdings.withholding(made.terms().caseNumber(), unit))
                    .ifPresent(act -> Publicity.withhold(licence, act));
        }
        known.orElseGet(() -> holdings.add(made.terms().caseNumber(), licence, kind, unit))
                .close(Matter.State.DONE);
        holdings.rows().record(licence, kind.name().toLowerCase(Locale.ROOT), details(made), event, unit);
        over.ifPresent(letter -> handOver(licence, former, letter, unit));
        return kind != LicenceMatter.REPLACEMENT;
    }

    /** Whoever has decided the last of it says what becomes of it. */
    private static void decideBy(Made made, Licence licence) {
        boolean isAbove = made.peer() != null && made.peer().madeAt().isEmpty();
        boolean isOther = !licence.decidedAt().equals(made.terms().decidedAt());
        if (isAbove && (licence.peer().isEmpty() || licence.isTold() && isOther)) {
            licence.decidedAbove(made.peer(), made.terms().decidedAt());
        } else if (made.peer() == null && licence.isTold()) {
            licence.decidedHere(made.terms().decidedAt());
        }
    }

    /** For who decided before about what another centre decides about now: it ends there. */
    private Optional<RegisterLetter> handingOver(Made made, Licence licence, UnitOfWork unit) {
        boolean isMoved =
                licence.isTold() && !licence.decidedAt().equals(made.terms().decidedAt());
        return isMoved
                ? holdings.sharedBy(licence, unit)
                        .map(number -> RegisterLetter.about(
                                RegisterLetter.Type.TAKEN_OVER,
                                licence.peerCase(),
                                number,
                                number.equals(licence.caseNumber()) ? licence.place() : 0))
                : Optional.empty();
    }

    /** What was handed over before what was under way of it was let go. */
    private boolean isHandedOver(Matter matter, UnitOfWork unit) {
        return holdings.rows()
                .find(matter.licence(), unit)
                .filter(Licence::isHandedOver)
                .isPresent();
    }

    /**
     * It goes in the order of the result, so that it is never there before what was made out. What has come is told in
     * that order as well, maybe to the same neighbour: behind an entry of its own.
     */
    private void handOver(Licence licence, String former, RegisterLetter letter, UnitOfWork unit) {
        holdings.rows().send(former, licence.id(), licence.chain().sequence(), letter, unit);
        holdings.rows().note(licence, "tell-over", Map.of("centre", former), unit);
    }

    private static boolean isHeld(Licence licence) {
        LicenceState kept = licence.noted();
        return kept == LicenceState.VALID || kept == LicenceState.EXPIRED;
    }

    private static Map<String, String> details(Made made) {
        return Map.of("case", made.terms().caseNumber());
    }

    private static LicenceEvent event(Made made, Licence licence) {
        return switch (made.concerned().matter()) {
            case CHANGE -> licence.change(
                    made.act(LicenceAct.Kind.CHANGE, changed(licence, made)), made.terms(), made.content());
            case RENEWAL -> licence.renew(
                    LicenceAct.ofCase(
                            LicenceAct.Kind.RENEWAL,
                            renewedFrom(licence, made),
                            "",
                            until(made.terms().validUntil()),
                            made.terms().caseNumber()),
                    made.terms().validUntil(),
                    made.content().documents());
            case REPLACEMENT -> licence.replaceBy(
                    made.act(
                            LicenceAct.Kind.REPLACEMENT,
                            words("replaced", made.terms().number())),
                    made.terms().caseNumber());
        };
    }

    /** From which day the new term runs: what was in force goes on without a day between, whenever it is made out. */
    private static LocalDate renewedFrom(Licence licence, Made made) {
        Optional<LocalDate> deemed = licence.content().acts().stream()
                .filter(act -> act.kind() == LicenceAct.Kind.DEEMED_RENEWAL
                        && act.number().equals(made.terms().caseNumber()))
                .map(LicenceAct::on)
                .findFirst();
        boolean isInForce = licence.noted() == LicenceState.VALID;
        return deemed.or(() -> licence.validUntil().filter(end -> isInForce).map(end -> end.plusDays(1)))
                .orElse(made.terms().grantedOn());
    }

    private static String changed(Licence licence, Made made) {
        String before = licence.holderName();
        String after = made.content().holder().name();
        return before.equals(after) ? "" : words("changed.holder", before, after);
    }

    static String until(LocalDate day) {
        return day == null ? words("renewed.no-end") : words("renewed.until", day);
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(Followings.class, key, arguments).zh();
    }
}
