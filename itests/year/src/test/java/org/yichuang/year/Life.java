package org.yichuang.year;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.Correct;
import org.yichuang.cases.api.CaseRequests.CorrectOnTheSpot;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Extend;
import org.yichuang.cases.api.CaseRequests.Issue;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.PreReview;
import org.yichuang.cases.api.CaseRequests.Resume;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseRequests.Suspend;
import org.yichuang.cases.api.CaseRequests.Withdraw;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** A case at one centre: whoever has it in hand looks at it now and then, and takes a step that its state allows. */
final class Life {
    private static final int MOST_LOOKS = 60;
    private static final String BASIS = "条例第一条";
    private static final String REMEDIES = "60日内可申请行政复议";

    private final Year year;
    private final Chance chance;
    private final CaseService service;
    private final TenantId centre;
    private final String number;
    private final boolean isFromHere;
    private final boolean isForgotten;
    private String account = "";
    private LocalDateTime next = LocalDateTime.MIN;
    private int looks;

    /** @param chance of this case alone, so that it goes as it goes whatever others there are */
    Life(Year year, Chance chance, TenantId centre, String number, boolean isFromHere) {
        this.year = year;
        this.chance = chance;
        this.service = year.world.service;
        this.centre = centre;
        this.number = number;
        this.isFromHere = isFromHere;
        this.isForgotten = chance.in(3);
    }

    /** Whose account has applied online; empty at the window. */
    String account() {
        return account;
    }

    boolean isFromHere() {
        return isFromHere;
    }

    /** What happens to it elsewhere. */
    Chance elsewhere() {
        return chance.branch();
    }

    /** @param whose the account that has applied online; empty at the window */
    void applicant(String whose) {
        account = whose;
    }

    /** Somebody looks at it one of the next days. */
    void wakeSoon() {
        int usual = looks == 0 ? chance.daysAtIntake() : chance.days();
        wake(isForgotten && looks == 0 ? chance.between(9, 25) : usual);
    }

    private void wake(int days) {
        LocalDateTime at = chance.atWork(year.now(), days);
        next = at;
        if (looks < MOST_LOOKS) {
            year.agenda.plan(at, () -> look(at));
        }
    }

    private void look(LocalDateTime planned) {
        if (!planned.equals(next)) {
            return; // something has happened meanwhile
        }
        looks++;
        CaseView view = service.find(number, clerk());
        if (step(view)) {
            wakeSoon();
        }
    }

    /** Returns whether to look again. */
    private boolean step(CaseView view) {
        switch (view.state()) {
            case RECEIVED -> received(view);
            case CORRECTING -> correcting(view);
            case ACCEPTED -> accepted(view);
            case FORWARDED -> {
                return above(view);
            }
            case QUESTIONED -> questioned(view);
            case GRANTED -> granted(view);
            case ISSUED, REFUSED -> new DeliveryLife(year, chance, centre, number).deliver(view);
            case DELIVERED -> {
                return new DeliveryLife(year, chance, centre, number).check(view);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void received(CaseView view) {
        if (isFromHere && new AnswerLife(year, chance, centre, number).take(view)) {
            return;
        }
        int lot = chance.between(0, 99);
        if (!isFromHere) {
            receivedFromBelow(view, lot);
        } else if (lot < 62) {
            accept(view);
        } else if (lot < 78) {
            ask(view);
        } else if (lot < 84) {
            year.take(
                    "correct on the spot",
                    () -> service.correctOnTheSpot(
                            number,
                            new CorrectOnTheSpot(null, year.world.materials(List.of(supplied(view)), clerk()), "当场补正"),
                            clerk()));
        } else if (lot < 90 && view.acceptance() == null) {
            boolean isAsked = EarlierDemands.of(view, centre.value()).isUncorrected();
            refuse(view, isAsked ? NonAcceptance.INCOMPLETE : NonAcceptance.NOT_COMPETENT);
        } else if (lot < 93) {
            withdraw();
        }
    }

    private void receivedFromBelow(CaseView view, int lot) {
        if (lot < 76) {
            accept(view);
        } else if (lot < 84) {
            ask(view);
        } else if (lot < 90) {
            refuse(view, NonAcceptance.INCOMPLETE);
        }
    }

    private void accept(CaseView view) {
        List<MaterialPromise> promises = new ArrayList<>();
        boolean isFirst = isFromHere && view.acceptance() == null;
        boolean hasGaps = year.items.definitions().get(view.item()).materials().size() > 2;
        if (isFirst && hasGaps) {
            missing(view, "m3").ifPresent(code -> promises.add(new MaterialPromise(code, PromiseKind.DEFERRAL, null)));
            PromiseKind kind = chance.in(50) ? PromiseKind.DEFERRAL : PromiseKind.DECLARATION;
            missing(view, "m4").ifPresent(code -> promises.add(new MaterialPromise(code, kind, null)));
        }
        year.take("accept", () -> service.accept(number, new Accept("", promises, Map.of()), clerk()));
    }

    private static Optional<String> missing(CaseView view, String code) {
        return view.materials().stream().anyMatch(given -> code.equals(given.code()))
                ? Optional.empty()
                : Optional.of(code);
    }

    /** A first notice; now and then another, of the same or, by a chief, of something new. */
    private void ask(CaseView view) {
        boolean isNew = view.corrections().isEmpty() || chance.in(50);
        String words = isNew
                ? "请补充 " + view.corrections().size()
                : view.corrections().get(0).items().get(0).demand();
        List<CorrectionItem> items =
                List.of(new CorrectionItem(supplied(view), words), new CorrectionItem("其他事项 说明", words));
        boolean isSecond = isNew && !view.corrections().isEmpty();
        CallContext who = isSecond ? chief() : clerk();
        year.take(
                isSecond ? "ask again" : "ask",
                () -> service.notifyCorrection(number, new NotifyCorrection(items, isSecond ? "第一次告知有遗漏" : null), who));
    }

    /** What an applicant can be asked for: the drawing, where the item knows one. */
    private String supplied(CaseView view) {
        boolean hasDrawing = year.items.definitions().get(view.item()).materials().stream()
                .anyMatch(material -> material.code().equals("m2"));
        return hasDrawing ? "m2" : "m1";
    }

    private void correcting(CaseView view) {
        if (view.commands().contains("continuation") && chance.in(60)) {
            ContinuationRequest without = new ContinuationRequest(null);
            year.take("go on", () -> year.world.cases.reception().goOn(number, without, clerk()));
            return;
        }
        int lot = AnswerLife.isLetPass(view) ? 99 : chance.between(0, 99);
        if (!isFromHere) {
            if (lot < 5 && view.acceptance() == null) {
                refuse(view, NonAcceptance.INCOMPLETE);
            }
        } else if (lot < 75) {
            LocalDateTime at = chance.atHome(year.now(), 0);
            year.agenda.plan(at, this::correct);
        } else if (lot < 82) {
            withdraw();
        }
    }

    /** What was asked for comes from whoever has applied, or over the counter. */
    private void correct() {
        CaseView view = service.find(number, clerk());
        if (view.state() != CaseState.CORRECTING) {
            return;
        }
        CallContext whose = applicant();
        boolean isWhole = chance.in(80);
        year.take(
                "correct",
                () -> service.correct(
                        number,
                        new Correct(
                                isWhole ? "已补齐" : "另行说明",
                                null,
                                isWhole ? year.world.materials(List.of(supplied(view)), whose) : null),
                        whose));
        wakeSoon();
    }

    private void questioned(CaseView view) {
        boolean isAnswered = isFromHere && chance.in(70); // whoever applied elsewhere is asked there
        if (isAnswered) {
            year.take(
                    "answer",
                    () -> service.correct(
                            number,
                            new Correct("说明如下", null, year.world.materials(List.of(supplied(view)), clerk())),
                            clerk()));
        } else if (isFromHere && chance.in(10)) {
            withdraw();
        }
    }

    private void accepted(CaseView view) {
        supplySome(view);
        boolean isHeard = new HearingLife(year, chance, centre, number).take(view);
        if (isHeard || new JointLife(year, chance, centre, number).take(view)) {
            return;
        }
        boolean decides = view.route().stages().get(view.stage()).action().equals("DECIDE");
        int lot = chance.between(0, 99);
        if (view.standing().isPresent()) {
            standing(view, decides, lot);
        } else if (lot < 10) {
            suspend();
        } else if (lot < 17) {
            extend();
        } else if (lot < 20) {
            withdraw();
        } else if (lot < 24 && !isFromHere) {
            ask(view);
        } else if (lot < 28 && !isFromHere && view.ending() != null) {
            refuse(view, NonAcceptance.NOT_COMPETENT);
        } else if (!view.toExamine().isEmpty()) {
            examine(view.toExamine().get(0));
        } else if (decides) {
            decide(view);
        } else {
            year.take("pre-review", () -> service.preReview(number, new PreReview("意见如下", chance.in(90)), reviewer()));
        }
    }

    /** The limits stand for a special procedure. */
    private void standing(CaseView view, boolean decides, int lot) {
        if (lot < 45) {
            year.take("resume", () -> service.resume(number, new Resume("程序已结束"), reviewer()));
        } else if (lot < 60 && decides) {
            decide(view);
        } else if (lot < 65) {
            withdraw();
        }
    }

    /** Somebody examines it, and somebody else verifies that, who may hand it back. */
    private void examine(ExaminationKind kind) {
        boolean isReview = kind == ExaminationKind.REVIEW;
        Recommendation refusal = isReview ? Recommendation.REFUSE : Recommendation.RETURN;
        ExaminationRequest request =
                ExaminationRequest.of(kind, chance.in(85) ? Recommendation.GRANT : refusal, "审查意见如下");
        year.take("examine " + kind, () -> service.examine(number, request, isReview ? reviewer() : chief()));
    }

    private void suspend() {
        SpecialProcedure procedure = chance.of(List.of(SpecialProcedure.values()));
        int planned = chance.between(1, 30);
        year.take(
                "suspend",
                () -> service.suspend(number, new Suspend(procedure, planned, "需要" + procedure), reviewer()));
    }

    private void extend() {
        ExtensionApprover approver = chance.in(85) ? ExtensionApprover.ORGAN_HEAD : ExtensionApprover.GOVERNMENT_HEAD;
        int days = chance.between(1, 10);
        year.take("extend", () -> service.extend(number, new Extend(days, approver, "情况复杂"), chief()));
    }

    private void decide(CaseView view) {
        boolean isGranted = chance.in(88) && (view.outstanding().isEmpty() || chance.in(20));
        boolean waits = !view.outstanding().isEmpty() && chance.in(70);
        if (!isGranted && waits) {
            return; // what was promised may still come
        }
        year.take(
                isGranted ? "grant" : "refuse",
                () -> service.decide(
                        number,
                        isGranted
                                ? new Decide(Outcome.GRANT, "同意", null, null, null)
                                : new Decide(Outcome.REFUSE, null, "不符合规划", BASIS, REMEDIES),
                        chief()));
    }

    private boolean above(CaseView view) {
        supplySome(view);
        if (isFromHere && chance.in(4)) {
            withdraw();
        }
        return !view.outstanding().isEmpty() && chance.in(80);
    }

    private void supplySome(CaseView view) {
        if (!isFromHere || !view.commands().contains("supply") || !chance.in(view.joint() == null ? 60 : 25)) {
            return;
        }
        List<String> codes = Stream.concat(
                        view.outstanding().stream().map(PromiseView::material),
                        AnswerLife.neverHandedIn(view, year.items))
                .toList();
        CallContext whose = applicant();
        year.take("supply", () -> service.supply(number, new Supply(year.world.materials(codes, whose)), whose));
    }

    private void granted(CaseView view) {
        if (view.commands().contains("issue")) {
            year.take("issue", () -> service.issue(number, new Issue(null, null), clerk()));
        }
    }

    private void refuse(CaseView view, NonAcceptance outcome) {
        String organ = outcome == NonAcceptance.NOT_COMPETENT ? "烟台市水利局" : null;
        year.take(
                "not accept " + outcome,
                () -> service.notAccept(number, new NotAccept(outcome, "理由如此", BASIS, REMEDIES, organ), clerk()));
    }

    private void withdraw() {
        CallContext whose = applicant();
        boolean isOwn = whose.actor().roles().contains("applicant");
        Withdraw wish = new Withdraw("不再需要", isOwn ? null : CaseProof.onPaper("档案室"));
        year.take("withdraw", () -> service.withdraw(number, wish, whose));
    }

    private CallContext applicant() {
        return account.isEmpty() || chance.in(20) ? clerk() : year.world.as(account, "applicant", centre);
    }

    private CallContext clerk() {
        return year.world.as("clerk", centre);
    }

    private CallContext reviewer() {
        return year.world.as("reviewer", centre);
    }

    private CallContext chief() {
        return year.world.as("chief-representative", centre);
    }
}
