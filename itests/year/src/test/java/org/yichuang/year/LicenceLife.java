package org.yichuang.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceRequests.Cancel;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.LicenceRequests.Withdraw;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.Holder;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.domain.WithdrawalGround;

/** What becomes of a result: whoever holds it applies for something of it, or its organ takes it back. */
final class LicenceLife {
    private static final String BASIS = "条例第一条";
    private static final String BY = "王局长";
    /** On how many days somebody looks whether what was applied for is granted. */
    private static final int LOOKS = 30;

    private final Year year;
    private final Chance chance;
    private final TenantId centre;
    private final String id;

    LicenceLife(Year year, Chance chance, TenantId centre, String id) {
        this.year = year;
        this.chance = chance;
        this.centre = centre;
        this.id = id;
    }

    /** @param isOver whether its validity has just ended */
    void plan(boolean isOver) {
        int lot = chance.between(0, 99);
        if (isOver) {
            if (lot < 30) {
                at(chance.between(1, 20), this::cancel);
            } else if (lot < 40) {
                at(chance.between(1, 20), licence -> apply(licence, LicenceMatter.RENEWAL));
            }
        } else {
            planWhileItHolds(lot);
        }
    }

    private void planWhileItHolds(int lot) {
        if (lot < 8) {
            at(chance.between(1, 90), this::revoke);
        } else if (lot < 13) {
            at(chance.between(1, 90), this::withdraw);
        } else if (lot < 18) {
            at(chance.between(1, 90), this::cancel);
        } else if (lot < 26) {
            at(chance.between(1, 50), licence -> apply(licence, LicenceMatter.CHANGE));
        } else if (lot < 33) {
            at(chance.between(1, 50), licence -> apply(licence, LicenceMatter.REPLACEMENT));
        } else {
            year.agenda.plan(year.now().plusSeconds(1), this::planRenewal);
        }
    }

    /** Some weeks before it ends: mostly in time. */
    private void planRenewal() {
        Optional<LocalDate> end = read().flatMap(Licence::validUntil);
        if (end.isPresent() && chance.in(75)) {
            LocalDate day = end.get().minusDays(chance.between(5, 45));
            long days = Math.max(1, day.toEpochDay() - year.now().toLocalDate().toEpochDay());
            at((int) days, licence -> apply(licence, LicenceMatter.RENEWAL));
        }
    }

    private void at(int days, java.util.function.Consumer<Licence> what) {
        LocalDateTime then = chance.atWork(year.now(), days);
        year.agenda.plan(then, () -> read().ifPresent(what));
    }

    private Optional<Licence> read() {
        return year.world.register.find(id, clerk());
    }

    private void apply(Licence licence, LicenceMatter matter) {
        Life holder = year.sender(centre, licence.caseNumber());
        boolean isOfBundle = !id.equals(licence.caseNumber());
        if (holder == null || !holder.isFromHere() || isOfBundle) {
            return; // who has applied elsewhere applies there
        }
        Holder who = licence.content().holder();
        Applicant applicant = new Applicant(who.kind(), who.name(), null, who.idNumber(), "13812345678", null);
        year.take("apply for " + matter, () -> {
            CallContext clerk = clerk();
            CaseView taken = year.world.service.submit(
                    new Submit(
                            licence.item(),
                            null,
                            applicant,
                            Map.of(),
                            year.world.materials(List.of("m1"), clerk),
                            null,
                            new CaseLicence.Given(licence.number(), matter),
                            null,
                            null,
                            null,
                            null),
                    clerk);
            Life life = year.begin(chance.branch(), centre, taken.number(), true);
            if (matter != LicenceMatter.RENEWAL || chance.in(65)) {
                life.wakeSoon(); // else nobody looks at it, until the law grants it
            }
            if (chance.in(25)) {
                takeBackOnceGranted(taken.number(), LOOKS);
            }
        });
    }

    /** What was granted of it has not been made out yet, and comes to nothing. */
    private void takeBackOnceGranted(String number, int looks) {
        year.agenda.plan(chance.atWork(year.now(), 1), () -> {
            CaseState state = year.world.service.find(number, clerk()).state();
            if (state == CaseState.GRANTED) {
                read().ifPresent(this::revoke);
            } else if (looks > 0 && !state.isEnd()) {
                takeBackOnceGranted(number, looks - 1);
            }
        });
    }

    private void revoke(Licence licence) {
        Revoke revoke =
                new Revoke(chance.of(List.of(RevocationGround.values())), "理由如此", BASIS, "已告知陈述申辩权", chance.in(5), BY);
        decide("revoke", licence, decisions -> decisions.revoke(id, revoke, chief()));
    }

    private void withdraw(Licence licence) {
        Withdraw withdraw =
                new Withdraw(chance.of(List.of(WithdrawalGround.values())), "理由如此", BASIS, "已听取意见", "依法补偿", BY);
        decide("withdraw a result", licence, decisions -> decisions.withdraw(id, withdraw, chief()));
    }

    private void cancel(Licence licence) {
        Cancel cancel = new Cancel(chance.of(List.of(CancellationGround.values())), "理由如此", BASIS, BY);
        decide("cancel", licence, decisions -> decisions.cancel(id, cancel, chief()));
    }

    /** Only the centre that has granted takes back. */
    private void decide(String name, Licence licence, java.util.function.Consumer<LicenceDecisions> act) {
        if (licence.isDecidedAt(centre.value())) {
            year.take(name, () -> act.accept(year.world.register.decisions));
        }
    }

    private CallContext clerk() {
        return year.world.as("clerk", centre);
    }

    private CallContext chief() {
        return year.world.as("chief-representative", centre);
    }
}
