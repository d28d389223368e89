package org.yichuang.year;

import java.util.List;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Heard;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Source;

/** Whoever is asked says what they think of it, or nothing, or something else later; now and then they complain. */
final class RatingLife {
    private static final String ORIGIN = "10.0.0.1";
    private static final List<Grade> GRADES = List.of(Grade.VERY_SATISFIED, Grade.SATISFIED, Grade.BASICALLY_SATISFIED);
    private static final List<Grade> BAD = List.of(Grade.DISSATISFIED, Grade.VERY_DISSATISFIED);

    private final Year year;
    private final Chance chance;
    private final TenantId centre;
    private final String rating;
    private final String number;

    RatingLife(Year year, Chance chance, TenantId centre, String rating, String number) {
        this.year = year;
        this.chance = chance;
        this.centre = centre;
        this.rating = rating;
        this.number = number;
    }

    void plan() {
        if (chance.in(50)) {
            at(chance.between(0, 17), this::rate);
        }
        if (chance.in(12)) {
            at(chance.between(0, 20), this::rate);
        }
        if (chance.in(6)) {
            at(chance.between(0, 20), this::complain);
        }
    }

    private void at(int days, Runnable what) {
        year.agenda.plan(chance.atHome(year.now(), days), what);
    }

    private void rate() {
        Given given = new Given(chance.in(25) ? chance.of(BAD) : chance.of(GRADES), List.of(), "");
        CaseView view = year.world.service.find(number, year.world.as("clerk", centre));
        String account = year.sender(centre, number).account();
        Key key = account.isEmpty() ? new Key("", number, view.queryCode(), rating) : Key.ofAccount(rating);
        year.take("rate", () -> year.world.ratings.ratings.rate(key, given, ORIGIN, applicant(account)));
    }

    private void complain() {
        CaseView view = year.world.service.find(number, year.world.as("clerk", centre));
        boolean isRefused = view.state() == CaseState.REFUSED || view.state() == CaseState.NOT_ACCEPTED;
        if (chance.in(50)) {
            Heard heard = new Heard(Channel.HOTLINE, isRefused, number, "", "等待太久", "李明", "13812345678");
            year.take(
                    "hear a complaint",
                    () -> year.world.ratings.complaints.enter(heard, year.world.as("centre-manager", centre)));
            return;
        }
        Complaint complaint = new Complaint(number, view.queryCode(), "", "等待太久", "李明", "13812345678");
        CallContext somebody = applicant("");
        year.take(isRefused ? "ask for a review" : "complain", () -> {
            if (isRefused) {
                year.world.ratings.complaints.review(complaint, ORIGIN, somebody);
            } else {
                year.world.ratings.complaints.complain(complaint, ORIGIN, somebody);
            }
        });
    }

    private CallContext applicant(String account) {
        return year.world.as(account.isEmpty() ? Visit.APPLICANT + "nobody" : account, "applicant", centre);
    }

    /** What was found in the box of a centre. */
    static void enterCards(Year year, Chance chance, TenantId centre) {
        List<Card> cards = List.of(
                new Card(chance.of(GRADES), "", "", "", List.of(), ""),
                new Card(chance.in(20) ? chance.of(BAD) : chance.of(GRADES), "", "", "", List.of(), ""));
        Cards found = new Cards(Source.CARD, year.now().toLocalDate().minusDays(chance.between(0, 20)), cards);
        year.take(
                "enter cards", () -> year.world.ratings.ratings.enter(found, year.world.as("centre-manager", centre)));
    }
}
