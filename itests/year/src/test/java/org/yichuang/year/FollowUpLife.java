package org.yichuang.year;

import java.time.LocalDateTime;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.api.Complaints.Answered;
import org.yichuang.ratings.api.Complaints.Extension;
import org.yichuang.ratings.api.Complaints.Words;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.Grade;

/** What is followed up: somebody looks at it now and then, and does what comes next. */
final class FollowUpLife {
    private static final int MOST_LOOKS = 25;
    private static final List<FollowUpOutcome> FINDINGS =
            List.of(FollowUpOutcome.UPHELD, FollowUpOutcome.PARTLY, FollowUpOutcome.NOT_UPHELD);

    private final Year year;
    private final Chance chance;
    private final TenantId centre;
    private final String id;
    private int looks;

    FollowUpLife(Year year, Chance chance, TenantId centre, String id) {
        this.year = year;
        this.chance = chance;
        this.centre = centre;
        this.id = id;
    }

    void plan() {
        LocalDateTime at = chance.atWork(year.now(), chance.in(80) ? chance.between(0, 3) : chance.days());
        if (looks < MOST_LOOKS) {
            year.agenda.plan(at, this::look);
        }
    }

    private void look() {
        looks++;
        View view = year.world.ratings.followUps.find(id, as("centre-manager"));
        boolean isForgotten = view.kind() == FollowUpKind.CALL_BACK && looks == 1 && chance.in(65);
        if (view.state() == FollowUpState.CLOSED || isForgotten) {
            return;
        }
        switch (view.state()) {
            case TO_CALL -> call();
            case TO_CONTACT -> contact();
            case TO_RECTIFY -> rectify();
            case TO_VERIFY -> verify();
            case RECEIVED -> received();
            case ACCEPTED -> accepted(view);
            default -> {
                // whoever was asked again answers, or does not
            }
        }
        plan();
    }

    private void call() {
        FollowUpOutcome result =
                chance.of(List.of(FollowUpOutcome.REACHED, FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED));
        boolean isGraded = result == FollowUpOutcome.REACHED && chance.in(50);
        Grade grade = isGraded ? chance.of(List.of(Grade.SATISFIED, Grade.DISSATISFIED)) : null;
        year.take(
                "call back",
                () -> year.world.ratings.followUps.call(id, new Called(result, grade, "电话回访"), as("caller")));
    }

    private void contact() {
        Contacted contacted = new Contacted(chance.in(70), chance.in(15), chance.in(30), "已电话联系");
        year.take("contact", () -> year.world.ratings.followUps.contact(id, contacted, handler()));
    }

    private void rectify() {
        year.take("rectify", () -> year.world.ratings.followUps.rectify(id, new Rectified("已改进"), handler()));
    }

    private CallContext handler() {
        return as(chance.in(60) ? "chief-representative" : "centre-manager");
    }

    private void verify() {
        Verified verified = new Verified(chance.in(80), "已核实");
        year.take("verify", () -> year.world.ratings.followUps.verify(id, verified, as("supervision-officer")));
    }

    private void received() {
        Words words = new Words("如下");
        if (chance.in(80)) {
            year.take("take up", () -> year.world.ratings.complaints.accept(id, words, as("centre-manager")));
        } else {
            year.take("not take up", () -> year.world.ratings.complaints.refuse(id, words, as("centre-manager")));
        }
    }

    private void accepted(View view) {
        if (chance.in(25)) {
            Extension extension = new Extension(chance.between(1, 10), "需要更多时间");
            year.take("more time", () -> year.world.ratings.complaints.extend(id, extension, as("centre-manager")));
        } else if (chance.in(60)) {
            Answered answered = new Answered(chance.of(FINDINGS), "答复如下");
            year.take(
                    "answer " + view.kind(),
                    () -> year.world.ratings.complaints.answer(id, answered, as("supervision-officer")));
        }
    }

    private CallContext as(String role) {
        return year.world.as(role, centre);
    }
}
