package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.Matter;
import org.yichuang.licences.internal.domain.Publicity;
import org.yichuang.licences.internal.domain.QuotaPlace;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.licences.internal.persistence.GrantRows;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.MatterRows;

/** What applicants hold already, and what they apply for of it (R1-29 to R1-31). */
public class Holdings {
    /** Stands in the place of a result that is not known here. */
    private static final String NONE = "";

    /** More than anybody has lost one after the other. */
    private static final int MOST_REPLACED = 50;

    private final LicenceRows rows;
    private final MatterRows matters;
    private final GrantRows grants;
    private final Cases cases;

    public Holdings(LicenceRows rows, MatterRows matters, GrantRows grants, Cases cases) {
        this.rows = rows;
        this.matters = matters;
        this.grants = grants;
        this.cases = cases;
    }

    Cases cases() {
        return cases;
    }

    LicenceRows rows() {
        return rows;
    }

    GrantRows grants() {
        return grants;
    }

    /** What has come of a case: a result of its own, or that which it has changed, renewed or replaced. */
    Optional<Licence> result(String caseNumber, UnitOfWork unit) {
        return rows.find(caseNumber, unit).or(() -> done(caseNumber, unit));
    }

    /** Returns the result that a case is of, once that is known. */
    Optional<Licence> of(String caseNumber, UnitOfWork unit) {
        return matters.find(caseNumber, unit).flatMap(matter -> rows.find(matter.licence(), unit));
    }

    /** Returns what a case has changed, renewed or replaced. */
    Optional<Licence> done(String caseNumber, UnitOfWork unit) {
        return matters.find(caseNumber, unit)
                .filter(matter -> matter.state() == Matter.State.DONE)
                .flatMap(matter -> rows.find(matter.licence(), unit));
    }

    /** The case here by which it came that another centre decides about a result, and that is known there. */
    Optional<String> sharedBy(Licence licence, UnitOfWork unit) {
        return ofIts(licence)
                .filter(number -> licence.isTold()
                        && cases.links(number, unit)
                                .filter(links -> licence.peer().equals(links.upperCentre())
                                        && licence.peerCase().equals(links.upperNumber()))
                                .isPresent())
                .findFirst();
    }

    /** The cases of which something has come of a result, its own first. */
    static Stream<String> ofIts(Licence licence) {
        return Stream.concat(
                Stream.of(licence.caseNumber()),
                licence.content().acts().stream()
                        .filter(act -> act.kind().isOfCase())
                        .map(LicenceAct::number));
    }

    /** What withholds from the public what was made out, or what that has changed; null where nothing does. */
    LicenceAct withheld(String id, String caseNumber, UnitOfWork unit) {
        return rows.find(id, unit)
                .or(() -> done(caseNumber, unit))
                .flatMap(Publicity::withholding)
                .orElse(null);
    }

    /**
     * What is under way of a result goes on with that which stands in its place.
     *
     * @param withheld what withholds it where it was made out; null where nothing does
     */
    void inherit(String caseNumber, Licence successor, LicenceAct withheld, UnitOfWork unit) {
        Optional.ofNullable(withheld)
                .or(() -> withholding(caseNumber, unit))
                .ifPresent(act -> Publicity.withhold(successor, act));
        done(caseNumber, unit)
                .filter(old -> old.noted() == LicenceState.REPLACED)
                .ifPresent(old -> {
                    if (!successor.isWithheld()) {
                        Publicity.inherit(old, successor);
                    }
                    if (!old.renewal().isEmpty()) {
                        successor.await(old.renewal());
                    }
                    matters.open(old.id(), unit).forEach(matter -> matter.moveTo(successor.id()));
                });
    }

    /** What whoever has decided a case here has said of its being a secret. */
    Optional<LicenceAct> withholding(String caseNumber, UnitOfWork unit) {
        return grants.find(caseNumber, unit)
                .filter(Grant::isSecret)
                .map(grant -> LicenceAct.withheld(unit.context().today(), grant.ground(), grant.basis()));
    }

    /** What withholds it as whoever has granted it elsewhere has said; null where that is no secret. */
    LicenceAct withheldAbove(String number, UnitOfWork unit) {
        String said = cases.decisionFacts(number, unit).getOrDefault(SecrecyGate.WITHHELD, "");
        return said.isEmpty()
                ? null
                : LicenceAct.withheld(
                        unit.context().today(), WithholdingGround.of(said).name(), SecrecyGate.basis());
    }

    /** What came of a case, or what it is of where nothing has, and whatever has taken the place of that since. */
    List<Licence> concerned(String caseNumber, UnitOfWork unit) {
        List<Licence> own = own(caseNumber, unit);
        return (own.isEmpty() ? of(caseNumber, unit).stream() : own.stream())
                .flatMap(licence -> withSuccessors(licence, unit))
                .toList();
    }

    /** Its results, of a bundle each. */
    private List<Licence> own(String caseNumber, UnitOfWork unit) {
        int items =
                cases.find(caseNumber, unit).map(file -> file.items().size()).orElse(0);
        return IntStream.range(0, items)
                .mapToObj(i -> rows.find(QuotaPlace.id(caseNumber, i), unit))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether anything has come of a case. */
    boolean isMadeOut(String caseNumber, UnitOfWork unit) {
        return !own(caseNumber, unit).isEmpty() || done(caseNumber, unit).isPresent();
    }

    private Stream<Licence> withSuccessors(Licence licence, UnitOfWork unit) {
        return Stream.iterate(
                        Optional.of(licence),
                        Optional::isPresent,
                        known -> known.flatMap(each -> successor(each, unit)))
                .limit(MOST_REPLACED)
                .flatMap(Optional::stream);
    }

    private Optional<Licence> successor(Licence licence, UnitOfWork unit) {
        return Optional.of(licence)
                .filter(old -> old.noted() == LicenceState.REPLACED)
                .flatMap(Licence::replacement)
                .map(LicenceAct::number)
                .filter(number -> done(number, unit).filter(licence::equals).isPresent())
                .flatMap(number -> rows.find(number, unit));
    }

    /** What withholds the decision of a case: where one of several results is a secret, all of it is. */
    static Optional<LicenceAct> secret(List<Licence> concerned) {
        return concerned.stream()
                .flatMap(licence -> Publicity.withholding(licence).stream())
                .findFirst();
    }

    /**
     * The decisions of a result, and of what that has replaced, are public where it is, and withheld where it is: where
     * one of several results of a decision is a secret, the decision is. What is granted of it and not made out yet is
     * withheld with it, and given back by whoever has said so.
     */
    void show(Licence licence, UnitOfWork unit) {
        Licence next = licence;
        for (int i = 0; next != null && i < MOST_REPLACED; i++) {
            ofIts(next).forEach(number -> show(number, licence, unit));
            next = done(next.caseNumber(), unit)
                    .filter(old -> old.noted() == LicenceState.REPLACED)
                    .orElse(null);
        }
        Publicity.withholding(licence).ifPresent(secret -> matters.open(licence.id(), unit).stream()
                .flatMap(matter -> grants.held(matter.caseNumber(), unit).stream())
                .forEach(grant -> withhold(grant, secret, unit)));
    }

    private void show(String number, Licence licence, UnitOfWork unit) {
        grants.held(number, unit).ifPresent(grant -> {
            Optional<LicenceAct> secret = Publicity.withholding(licence).or(() -> secret(concerned(number, unit)));
            if (secret.isPresent()) {
                withhold(grant, secret.get(), unit);
            } else if (grant.isWithheld()) {
                grants.record(grant, "disclose", Map.of(), grant.disclose(), unit);
            }
        });
    }

    private void withhold(Grant grant, LicenceAct secret, UnitOfWork unit) {
        if (!grant.isSecret()) {
            LicenceEvent event = grant.withhold(WithholdingGround.of(secret.ground()), secret.basis());
            grants.record(grant, "withhold", Map.of(), event, unit);
        }
    }

    Optional<Matter> matter(String caseNumber, UnitOfWork unit) {
        return matters.find(caseNumber, unit);
    }

    /**
     * Finds what an applicant names: what is in force before what is not.
     *
     * @param idNumber the number of the applicant's document
     */
    Optional<Licence> find(CaseLicence named, String idNumber, ItemKey item, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        List<Licence> held = rows.held(named.number(), idNumber, item, unit);
        return held.stream()
                .filter(licence -> licence.state(today) == LicenceState.VALID)
                .findFirst()
                .or(() -> held.stream().findFirst());
    }

    /** Returns the cases in which the same is applied for, and that have not come to their end. */
    List<Matter> open(Licence licence, LicenceMatter kind, UnitOfWork unit) {
        return matters.open(licence.id(), unit).stream()
                .filter(matter -> matter.kind() == kind)
                .toList();
    }

    /** Keeps of which result a case is, also where it was of none here until now. */
    Matter add(String caseNumber, Licence licence, LicenceMatter kind, UnitOfWork unit) {
        Optional<Matter> known = matters.find(caseNumber, unit);
        known.ifPresent(matter -> matter.moveTo(licence.id()));
        return known.orElseGet(() -> matters.add(new Matter(caseNumber, licence.id(), kind), unit));
    }

    /** What is under way of a result that was handed over is of none here; what is granted of it comes back. */
    void letGo(Licence licence, UnitOfWork unit) {
        matters.open(licence.id(), unit).forEach(matter -> matter.moveTo(NONE));
    }

    /**
     * A renewal that was applied for in time below has come: what it is of holds until it is decided. Where that does
     * not stand here, or has ended before it came, the case alone counts the days.
     *
     * @param idNumber the number of the applicant's document
     */
    void expect(CaseRecord file, String idNumber, UnitOfWork unit) {
        if (matters.find(file.number(), unit).isPresent()) {
            return;
        }
        LocalDate today = unit.context().today();
        String here = unit.context().tenant().value();
        Optional<Licence> held = find(file.licence(), idNumber, new ItemKey(file.owner(), file.item()), unit)
                .filter(licence -> licence.isDecidedAt(here) && licence.noted() == LicenceState.VALID)
                .filter(licence -> !licence.isOver(today));
        matters.add(
                new Matter(
                        file.number(),
                        held.map(Licence::id).orElse(NONE),
                        file.licence().matter()),
                unit);
        held.filter(licence -> licence.renewal().isEmpty()).ifPresent(licence -> await(licence, file.number(), unit));
    }

    /** The renewals that are of no result here, and wait. */
    List<String> unheld(String after, int most, UnitOfWork unit) {
        return matters.unheld(after, most, unit);
    }

    /** From now on it holds until its renewal is made out, or comes to nothing. */
    void await(Licence licence, String caseNumber, UnitOfWork unit) {
        rows.record(licence, "await-renewal", Map.of("case", caseNumber), licence.await(caseNumber), unit);
    }

    /** What is applied for in a case comes to nothing. */
    void end(String caseNumber, UnitOfWork unit) {
        Optional<Matter> open = matters.find(caseNumber, unit).filter(matter -> matter.state() == Matter.State.OPEN);
        open.ifPresent(matter -> {
            matter.close(Matter.State.ENDED);
            rows.find(matter.licence(), unit).ifPresent(licence -> {
                boolean wasAwaited = licence.renewal().equals(caseNumber);
                LicenceAct act = LicenceAct.ofCase(
                        LicenceAct.Kind.NOT_GRANTED,
                        unit.context().today(),
                        matter.kind().name(),
                        "",
                        caseNumber);
                rows.record(
                        licence,
                        "end-matter",
                        Map.of("case", caseNumber),
                        licence.notGranted(act, matter.kind(), caseNumber),
                        unit);
                if (wasAwaited) {
                    awaitNext(licence, unit);
                }
            });
        });
    }

    /** What was granted of a result that nobody holds any more, and has not been made out, ends with it. */
    void endGrants(Licence licence, String reason, UnitOfWork unit) {
        List<String> granted = matters.open(licence.id(), unit).stream()
                .map(Matter::caseNumber)
                .filter(number -> cases.find(number, unit)
                        .filter(file -> file.state() == CaseState.GRANTED)
                        .isPresent())
                .toList();
        granted.forEach(number -> {
            cases.endGrant(number, reason, unit);
            end(number, unit);
        });
    }

    /** Another renewal that was applied for in time as well takes the place of the one that came to nothing. */
    private void awaitNext(Licence licence, UnitOfWork unit) {
        open(licence, LicenceMatter.RENEWAL, unit).stream()
                .map(Matter::caseNumber)
                .filter(number -> cases.find(number, unit)
                        .filter(file -> file.licence() != null && file.licence().isTimed())
                        .isPresent())
                .min(Comparator.naturalOrder())
                .ifPresent(number -> await(licence, number, unit));
    }
}
