package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.CaseView.PartyView;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingWishView;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.domain.HearingFact.Asked;
import org.yichuang.cases.internal.domain.HearingFact.Held;
import org.yichuang.cases.internal.domain.HearingFact.Session;
import org.yichuang.cases.internal.domain.HearingWork;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The hearing about a case as it leaves the module. */
final class HearingViews {
    private HearingViews() {}

    static HearingView of(HearingFact fact, Visibility visibility, LocalDate today, WorkingCalendar calendar) {
        if (fact == null) {
            return null;
        }
        HearingState state = HearingWork.state(fact, today, calendar, Laws.IN_FORCE);
        Optional<Asked> asked = fact.asked().stream().findFirst();
        Optional<Session> session = Optional.ofNullable(fact.session());
        Optional<Held> held = Optional.ofNullable(fact.held());
        return new HearingView(
                state,
                state.label().zh(),
                visibility.text(fact.reason()),
                fact.parties().stream()
                        .map(party -> party(party, fact, visibility))
                        .toList(),
                fact.notifiedOn(),
                fact.notifiedOn() == null ? null : HearingWork.lastDayToAsk(fact, calendar, Laws.IN_FORCE),
                asked.map(Asked::on).orElse(null),
                asked.map(wish -> name(wish.by(), visibility)).orElse(null),
                asked.filter(wish -> visibility != Visibility.OWN || wish.by().isEmpty())
                        .map(wish -> visibility.text(wish.statement()))
                        .orElse(null),
                session.map(Session::time).orElse(null),
                session.map(Session::place).orElse(null),
                session.map(Session::presider).orElse(null),
                session.map(Session::closedReason).orElse(null),
                fact.asked().stream()
                        .map(wish -> wish(wish.on(), wish.by(), wish.statement(), wish.until(), visibility))
                        .toList(),
                fact.declarations().stream()
                        .map(said -> wish(said.on(), said.by(), said.statement(), null, visibility))
                        .toList(),
                isRequestable(fact, today, calendar),
                session.map(Session::toldOn).orElse(null),
                held.map(Held::on).orElse(null),
                held.map(Held::participants)
                        .map(names -> names.stream()
                                .map(name -> visibility.name(true, name))
                                .toList())
                        .orElse(List.of()),
                held.map(came -> visibility.text(came.record())).orElse(null),
                held.map(Held::number).orElse(null),
                fact.branch());
    }

    private static boolean isRequestable(HearingFact fact, LocalDate today, WorkingCalendar calendar) {
        return fact.notifiedOn() != null
                && fact.held() == null
                && !today.isAfter(HearingWork.lastDayToAsk(fact, calendar, Laws.IN_FORCE));
    }

    /** What the others have said is theirs, and the organ's. */
    private static HearingWishView wish(
            LocalDate on, String by, String statement, LocalDate until, Visibility visibility) {
        boolean isOthers = visibility == Visibility.OWN && !by.isEmpty();
        return new HearingWishView(on, name(by, visibility), isOthers ? null : visibility.text(statement), until);
    }

    /** The applicant has no business with how others are reached. */
    private static PartyView party(InterestedParty party, HearingFact fact, Visibility visibility) {
        return new PartyView(
                name(party.name(), visibility),
                visibility == Visibility.OWN ? null : visibility.text(party.contact()),
                visibility == Visibility.OWN ? null : visibility.text(party.interest()),
                fact.declined().contains(party.name()));
    }

    private static String name(String party, Visibility visibility) {
        return visibility == Visibility.OWN ? Masking.name(true, party) : visibility.name(true, party);
    }
}
