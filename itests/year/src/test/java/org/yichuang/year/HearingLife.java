package org.yichuang.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** A hearing of whoever is concerned: who may ask is told, asks or says nothing, asks no longer, is heard. */
final class HearingLife {
    private static final String NEIGHBOUR = "周邻";
    private static final int OPENING = 9;

    private final Year year;
    private final Chance chance;
    private final TenantId centre;
    private final String number;
    private final CaseService service;

    HearingLife(Year year, Chance chance, TenantId centre, String number) {
        this.year = year;
        this.chance = chance;
        this.centre = centre;
        this.number = number;
        this.service = year.world.service;
    }

    /** Takes what comes next; false where nothing of a hearing is to be done, or to be waited for. */
    boolean take(CaseView view) {
        if (!isDue(view) || view.hearing() == null && view.standing().isPresent()) {
            return false;
        }
        if (view.hearing() == null) {
            return chance.in(80) && tell();
        }
        return switch (view.hearing().state()) {
            case NOTIFIED -> told(view.hearing());
            case REQUESTED -> asked(view.hearing());
            case CONVENED -> convened(view.hearing());
            default -> false;
        };
    }

    /** Of a joint case, where one of its items demands it. */
    private boolean isDue(CaseView view) {
        return Stream.concat(Stream.of(view.item()), view.branches().stream().map(BranchView::item))
                .filter(Objects::nonNull)
                .map(year.items.definitions()::get)
                .anyMatch(item -> item.examination().hearing() != HearingDuty.NONE);
    }

    private boolean tell() {
        List<InterestedParty> others =
                chance.in(50) ? List.of(new InterestedParty(NEIGHBOUR, "13912345678", "采光")) : List.of();
        return step(new HearingRequest(
                HearingStep.RIGHT_NOTIFIED, "影响相邻住户采光", others, null, null, null, null, null, null, null));
    }

    private boolean told(HearingView hearing) {
        int lot = chance.between(0, 99);
        if (lot < 60) {
            return say(lot < 35, null);
        }
        return lot >= 85 || hearing.parties().isEmpty() || say(lot < 75, NEIGHBOUR);
    }

    private boolean asked(HearingView hearing) {
        int lot = chance.between(0, 99);
        if (lot < 25) {
            return say(false, whoAsks(hearing));
        }
        return lot >= 80 || convene();
    }

    /** One of the next weeks: what is too soon or too late is refused. */
    private boolean convene() {
        LocalDate day = year.now().toLocalDate().plusDays(chance.between(9, 24));
        return step(new HearingRequest(
                HearingStep.CONVENED, null, null, day.atTime(OPENING, 30), "三楼听证室", "孙主持", null, null, null, null));
    }

    private boolean convened(HearingView hearing) {
        LocalDateTime now = year.now();
        if (hearing.time().isBefore(now)) {
            return step(new HearingRequest(
                    HearingStep.HELD, null, null, null, null, null, null, List.of("李明"), "双方陈述如下", null));
        }
        return !chance.in(15) || say(false, whoAsks(hearing));
    }

    private static String whoAsks(HearingView hearing) {
        return hearing.requestedBy() == null || hearing.requestedBy().isEmpty() ? null : NEIGHBOUR;
    }

    private boolean step(HearingRequest request) {
        CallContext reviewer = year.world.as("reviewer", centre);
        year.take("hearing " + request.step(), () -> service.hearing(number, request, reviewer));
        return true;
    }

    private boolean say(boolean isWanted, String party) {
        CallContext clerk = year.world.as("clerk", centre);
        year.take(
                isWanted ? "ask for a hearing" : "ask for no hearing",
                () -> service.requestHearing(number, new HearingWish(isWanted, party, "如下"), clerk));
        return true;
    }
}
