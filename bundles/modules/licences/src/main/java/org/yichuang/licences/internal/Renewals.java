package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;

/** What becomes of a result whose validity has ended and whose renewal is awaited (R1-30). */
public class Renewals {
    private static final Set<LicenceAct.Kind> RENEWED =
            EnumSet.of(LicenceAct.Kind.RENEWAL, LicenceAct.Kind.DEEMED_RENEWAL);

    private static final Set<CaseState> UNDECIDED = EnumSet.of(CaseState.RECEIVED, CaseState.ACCEPTED);

    private final Holdings holdings;
    private final Certificates certificates;
    private final Cases cases;

    public Renewals(Holdings holdings, Certificates certificates) {
        this.holdings = holdings;
        this.certificates = certificates;
        this.cases = certificates.cases();
    }

    /**
     * Renews it where the law does, as nobody has decided.
     *
     * @return whether it goes on: renewed, or granted and not made out yet. It does not where its holder has something
     *     to supply, or where the application came to nothing
     */
    boolean goOn(Licence licence, UnitOfWork unit) {
        Optional<CaseRecord> renewal =
                licence.renewal().isEmpty() ? Optional.empty() : cases.find(licence.renewal(), unit);
        if (renewal.isEmpty()) {
            return false;
        }
        return switch (renewal.get().state()) {
            case GRANTED, ISSUED, DELIVERED -> isGranted(renewal.get());
            case RECEIVED, ACCEPTED -> isDecidedAbove(renewal.get(), unit)
                    ? isTimed(renewal.get())
                    : deem(licence, renewal.get(), unit);
            case FORWARDED -> isTimed(renewal.get());
            default -> false;
        };
    }

    /** It counts as granted where it is decided, which says so. */
    private boolean isDecidedAbove(CaseRecord renewal, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        return cases.links(renewal.number(), unit)
                .filter(links -> !links.decidedAt().equals(here))
                .isPresent();
    }

    private static boolean isTimed(CaseRecord renewal) {
        return renewal.licence() != null && renewal.licence().isTimed();
    }

    /** The renewals of what does not stand here, by their numbers, from behind one. */
    List<String> unheld(String after, int most, UnitOfWork unit) {
        return holdings.unheld(after, most, unit);
    }

    /** Grants by law what was applied for in time below and nobody has decided, though its licence is unknown here. */
    void deemUnheld(String number, UnitOfWork unit) {
        cases.find(number, unit)
                .filter(Renewals::isTimed)
                .filter(file -> UNDECIDED.contains(file.state()) && !isDecidedAbove(file, unit))
                .filter(file ->
                        file.licence().decideBy().isBefore(unit.context().today()))
                .ifPresent(file -> cases.deemRenewed(number, unit));
    }

    private static boolean isGranted(CaseRecord renewal) {
        return renewal.decision() == Outcome.GRANT;
    }

    private boolean deem(Licence licence, CaseRecord renewal, UnitOfWork unit) {
        cases.deemRenewed(renewal.number(), unit);
        LocalDate until = until(licence, renewal, unit);
        LicenceAct act = LicenceAct.ofCase(
                LicenceAct.Kind.DEEMED_RENEWAL,
                licence.validUntil().orElseThrow().plusDays(1),
                "",
                Followings.until(until),
                renewal.number());
        holdings.rows()
                .record(
                        licence,
                        "deem-renewed",
                        Map.of("case", renewal.number()),
                        licence.renew(act, until, List.of()),
                        unit);
        return true;
    }

    /** As long as the item says; where it says nothing, for as long as it has held since it was renewed last. */
    private LocalDate until(Licence licence, CaseRecord renewal, UnitOfWork unit) {
        LocalDate from = licence.validUntil().orElseThrow().plusDays(1);
        return certificates
                .of(renewal.owner(), renewal.item(), renewal.itemVersion(), unit)
                .end(from)
                .orElseGet(() -> from.plus(Period.between(since(licence), from)).minusDays(1));
    }

    private static LocalDate since(Licence licence) {
        return licence.content().acts().stream()
                .filter(act -> RENEWED.contains(act.kind()))
                .map(LicenceAct::on)
                .reduce((first, second) -> second)
                .orElse(licence.grantedOn());
    }
}
