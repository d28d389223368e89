package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings.Asked;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Filter;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Ratings.Said;
import org.yichuang.ratings.api.Scale;
import org.yichuang.ratings.api.Source;

/** People are asked how services were, and say so or not. */
public class RatingTest extends RatingContract {
    private static final Given GOOD = new Given(Grade.SATISFIED, List.of(Aspect.EFFICIENCY), "很快");
    private static final Given BAD = new Given(Grade.DISSATISFIED, List.of(), "电话13812345678没人接");

    @Test
    public void theSystemAsksOfEachServiceOnce() {
        happens("accepted");
        hear(event("accepted", NUMBER, 1), APPLICANT, false);
        happens("issued");

        assertEquals(2, told.size());
        List<Asked> own = ratings.own(10, applicant());
        assertEquals(
                List.of("issued", "accepted"), own.stream().map(Asked::service).toList());
        assertEquals("食品经营许可", own.get(0).itemName());
        assertEquals(Channel.ONLINE, own.get(0).channel());
        assertEquals(LocalDate.of(2026, 3, 17), own.get(0).until());
        assertNull(own.get(0).grade());
        assertEquals(2, ratings.ofCase(NUMBER, applicant()).size());
        sound();
    }

    @Test
    public void theOneTimeNoticeIsRatedToo() {
        happens("correction-notified");

        assertEquals("notice-asked", told.get(0).kind());
        assertTrue(told.get(0).facts().get("link").startsWith(ADDRESS + "/haiyang/rate?token="));
        assertEquals(
                "correction-notified", ratings.asked(link(), "o", anybody()).service());
    }

    @Test
    public void whatTheLawHasAcceptedAndWhatACentreAboveAsksIsRatedAsWell() {
        happens("deemed-accepted", "N-2", "clerk");
        assertEquals(
                "deemed-accepted",
                ratings.asked(Key.ofCase("N-2", "GOOD"), "o", anybody()).service());
        happens("upper-asked", "N-3", APPLICANT);
        assertEquals("upper-asked", ratings.own(10, applicant()).get(0).service());
    }

    @Test
    public void whichServicesAskIsTheCentresChoice() {
        province.policy(HAIYANG, "policy.ratings.services", "delivered");
        happens("accepted");
        assertEquals(0, told.size());
        happens("delivered");
        assertEquals(1, told.size());
    }

    @Test
    public void anOnlineCaseIsRatedOnceAndItsNoticeBesides() {
        province.policy(HAIYANG, "policy.ratings.online", "once");
        happens("correction-notified");
        happens("accepted");
        happens("issued");
        happens("delivered");
        assertEquals(
                List.of("issued", "correction-notified"),
                ratings.own(10, applicant()).stream().map(Asked::service).toList());
        assertEquals(2, told.size());

        happens("accepted", "N-2", "clerk");
        happens("issued", "N-2", "clerk");
        assertEquals(
                "who was there each time rates each",
                4L,
                ratings.summary(anybody()).asked());
    }

    @Test
    public void whereNobodyIsAskedAtTheEndAnOnlineCaseIsRatedWhenItIsHandedOverOrBefore() {
        province.policy(HAIYANG, "policy.ratings.online", "once");
        province.policy(HAIYANG, "policy.ratings.services", "accepted,delivered");
        happens("accepted");
        happens("delivered");
        assertEquals("delivered", ratings.own(10, applicant()).get(0).service());
        assertEquals(1, told.size());

        province.policy(HAIYANG, "policy.ratings.services", "accepted,refused");
        happens("accepted", "N-2", APPLICANT);
        assertEquals("whoever is granted it is asked too", 2, told.size());
        happens("refused", "N-2", APPLICANT);
        assertEquals("and nobody twice", 2, told.size());
    }

    @Test
    public void whoseApplicationHasLapsedIsAskedWhereACentreAsksOfThat() {
        province.policy(HAIYANG, "policy.ratings.online", "once");
        happens("lapsed");
        assertEquals("not as usual", 0, told.size());
        province.policy(HAIYANG, "policy.ratings.services", "accepted,not-accepted,lapsed");
        happens("lapsed", "N-2", APPLICANT);
        assertEquals("lapsed", ratings.own(10, applicant()).get(0).service());
    }

    @Test
    public void whoeverAppliedAtTheWindowRatesWithTheQueryCode() {
        happens("accepted", NUMBER, "clerk");

        assertEquals("nobody has an account to be told by", 0, told.size());
        Key key = Key.ofCase(NUMBER, "GOOD");
        assertEquals(Channel.WINDOW, ratings.asked(key, "o", anybody()).channel());
        assertEquals(Grade.SATISFIED, ratings.rate(key, GOOD, "o", anybody()).grade());
        assertEquals("progress-unknown", codeOf(() -> ratings.asked(Key.ofCase(NUMBER, "BAD"), "o", anybody())));
        assertEquals(Source.QUERY_CODE, list(Filter.ALL).get(0).source());
    }

    @Test
    public void theSecondPressIsTheSameAnswerOfTheSameService() {
        happens("accepted", NUMBER, "clerk");
        happens("issued", NUMBER, "clerk");
        Key key = Key.ofCase(NUMBER, "GOOD");
        Asked first = ratings.asked(key, "o", anybody());
        assertEquals("issued", first.service());
        assertEquals("it is not said which", "rating-several", codeOf(() -> ratings.rate(key, BAD, "o", anybody())));
        Key named = new Key("", NUMBER, "GOOD", first.id());
        assertEquals("issued", ratings.rate(named, BAD, "o", anybody()).service());
        assertEquals("issued", ratings.rate(named, BAD, "o", anybody()).service());
        assertEquals(1, list(Filter.ALL).size());
        Asked other = ratings.asked(key, "o", anybody());
        assertEquals("whoever looks is shown what is still to be rated", "accepted", other.service());
        assertEquals(
                "rating-unknown", codeOf(() -> ratings.asked(new Key("", "N", "GOOD", first.id()), "o", anybody())));
    }

    @Test
    public void theIdTellsNoTimeOfDay() {
        happens("accepted");
        String at = Ids.next(province.now()).substring(0, 9);
        ratings.rate(link(), BAD, "o", anybody());
        assertFalse(list(Filter.ALL).get(0).id().startsWith(at));
    }

    @Test
    public void nobodyChangesAnAnswerWithoutEnd() {
        happens("accepted");
        for (int i = 0; i < 10; i++) {
            ratings.rate(link(), i % 2 == 0 ? GOOD : BAD, "o", anybody());
        }
        assertEquals("rating-changed-often", codeOf(() -> ratings.rate(link(), GOOD, "o", anybody())));
    }

    @Test
    public void aCaseFromBelowIsAskedAboutThere() {
        hear(event("accepted", NUMBER, 1), APPLICANT, true);
        assertEquals(List.of(), ratings.own(10, applicant()));
    }

    @Test
    public void whatIsHeardTooLateIsNotAsked() {
        var event = event("accepted", NUMBER, 1);
        province.pass(Duration.ofDays(16));
        hear(event, APPLICANT, false);
        assertEquals(0, told.size());
        assertEquals(List.of(), ratings.own(10, applicant()));
    }

    @Test
    public void anAnswerCountsOnceHoweverOftenItIsGiven() {
        happens("accepted");
        assertEquals(Grade.SATISFIED, ratings.rate(link(), GOOD, "o", anybody()).grade());
        Asked again = ratings.rate(link(), GOOD, "o", anybody());

        assertEquals(1, again.version());
        assertEquals("很快", again.words());
        assertEquals(List.of(Aspect.EFFICIENCY), again.aspects());
        assertEquals(1, list(Filter.ALL).size());
        assertFalse(list(Filter.ALL).get(0).changed());
        assertEquals(Map.entry(1L, 1L), summed());
        sound();
    }

    private Map.Entry<Long, Long> summed() {
        var summary = ratings.summary(anybody());
        return Map.entry(summary.asked(), summary.answered());
    }

    @Test
    public void whatIsSaidLastCountsAsLongAsTheDaysLast() {
        happens("accepted");
        ratings.rate(link(), BAD, "o", anybody());
        province.pass(Duration.ofDays(15));
        ratings.rate(link(), GOOD, "o", anybody());

        assertEquals(List.of(Grade.SATISFIED), grades(Filter.ALL));
        assertTrue(list(Filter.ALL).get(0).changed());
        province.pass(Duration.ofDays(1));
        assertEquals("rating-closed", codeOf(() -> ratings.rate(link(), BAD, "o", anybody())));
        assertEquals(
                "the same again is no change",
                2,
                ratings.rate(link(), GOOD, "o", anybody()).version());
        assertFalse(ratings.asked(link(), "o", anybody()).open());
        sound();
    }

    @Test
    public void whatNobodyHasSaidIsNoRating() {
        happens("accepted");
        happens("issued");
        ratings.rate(link(), BAD, "o", anybody());
        province.pass(Duration.ofDays(30));

        var summary = ratings.summary(anybody());
        assertEquals(2, summary.asked());
        assertEquals(1, summary.answered());
        assertEquals(Long.valueOf(0), summary.grades().get(Grade.SATISFIED));
        assertEquals(Long.valueOf(1), summary.grades().get(Grade.DISSATISFIED));
        assertEquals(5, summary.grades().size());
    }

    @Test
    public void whoIsRatedDoesNotLearnByWhom() {
        happens("accepted");
        ratings.rate(link(), BAD, "o", anybody());

        Said said = list(Filter.ALL).get(0);
        assertEquals("电话138****5678没人接", said.words());
        assertEquals("3号窗口", said.window());
        assertFalse(
                said.toString(),
                said.toString().contains(NUMBER) || said.toString().contains("li@"));
    }

    @Test
    public void aDepartmentSeesItsOwn() {
        happens("accepted");
        ratings.rate(link(), BAD, "o", anybody());
        PageRequest page = PageRequest.of(null, null);
        assertEquals(
                1,
                ratings.list(Filter.ALL, page, staff("clerk", "行政审批局")).items().size());
        assertEquals(
                0, ratings.list(Filter.ALL, page, staff("clerk", "公安局")).items().size());
        assertEquals("not-allowed", codeOf(() -> ratings.list(Filter.ALL, page, applicant())));
    }

    @Test
    public void onlyTheGradesOfTheCentreAreTaken() {
        province.policy(HAIYANG, "policy.ratings.scale", "four");
        happens("accepted");
        assertEquals(Scale.FOUR, ratings.asked(link(), "o", anybody()).scale());
        Given five = new Given(Grade.VERY_SATISFIED, List.of(), "");
        assertEquals("fields-invalid", codeOf(() -> ratings.rate(link(), five, "o", anybody())));
        assertEquals(
                "fields-invalid", codeOf(() -> ratings.rate(link(), new Given(null, List.of(), ""), "o", anybody())));
        assertEquals(
                Grade.FAIR,
                ratings.rate(link(), new Given(Grade.FAIR, List.of(), ""), "o", anybody())
                        .grade());
    }

    @Test
    public void aWrongLinkAndSomebodyElsesAreTheSame() {
        happens("accepted");
        String id = ratings.own(1, applicant()).get(0).id();
        assertEquals("rating-unknown", codeOf(() -> ratings.asked(Key.ofLink("X"), "o", anybody())));
        assertEquals("rating-unknown", codeOf(() -> ratings.asked(Key.ofAccount(id), "o", anybody())));
        assertEquals("rating-unknown", codeOf(() -> ratings.asked(Key.ofAccount(id), "o", staff("clerk"))));
        assertEquals("rating-unknown", codeOf(() -> ratings.asked(link(), "o", call(LAISHAN))));
        assertEquals(
                Grade.SATISFIED,
                ratings.rate(Key.ofAccount(id), GOOD, "o", applicant()).grade());
        assertEquals(Source.ACCOUNT, list(Filter.ALL).get(0).source());
    }

    @Test
    public void paperIsEnteredWithItsSourceAndItsDay() {
        LocalDate collected = LocalDate.of(2026, 2, 27);
        Card good = new Card(Grade.VERY_SATISFIED, "公安局", "9号窗口", "户口迁移", List.of(), "");
        Card bad = new Card(Grade.DISSATISFIED, "", "", "", List.of(), "排队太久");
        Cards cards = new Cards(Source.CARD, collected, List.of(good, bad));

        assertEquals(2, ratings.enter(cards, staff("centre-manager")).ids().size());

        assertEquals(
                List.of(collected, collected),
                list(Filter.ALL).stream().map(Said::on).toList());
        assertEquals(List.of(Grade.DISSATISFIED), grades(new Filter(Optional.empty(), true)));
        assertEquals("nobody was asked", Map.entry(0L, 0L), summed());
        assertEquals(
                "fields-invalid",
                codeOf(() -> ratings.enter(new Cards(Source.LINK, collected, List.of(good)), staff("centre-manager"))));
        assertEquals(
                "fields-invalid",
                codeOf(() -> ratings.enter(
                        new Cards(Source.BOX, LocalDate.of(2026, 3, 3), List.of(good)), staff("centre-manager"))));
        assertEquals(
                "what was published moves no more",
                "fields-invalid",
                codeOf(() -> ratings.enter(
                        new Cards(Source.BOX, LocalDate.of(2025, 12, 31), List.of(good)), staff("centre-manager"))));
        assertEquals("not-allowed", codeOf(() -> ratings.enter(cards, staff("clerk"))));
        sound();
    }

    @Test
    public void aCardNamesADepartmentOfTheListAndNoPerson() {
        departments.list(HAIYANG, "公安局");
        LocalDate today = LocalDate.of(2026, 3, 2);
        Card other = new Card(Grade.SATISFIED, "公安部", "", "", List.of(), "");
        assertEquals(
                "department-unknown",
                codeOf(() -> ratings.enter(new Cards(Source.CARD, today, List.of(other)), staff("centre-manager"))));
        Card card = new Card(Grade.SATISFIED, "公安局", "", "身份证370613198501010018", List.of(), "");
        ratings.enter(new Cards(Source.CARD, today, List.of(card)), staff("centre-manager"));
        String kept = texts("SELECT ITEM_NAME FROM RATINGS_RATING").get(0);
        assertFalse(kept, kept.contains("370613198501010018"));
    }

    @Test
    public void aListGoesOnWhereItStopped() {
        for (int i = 0; i < 5; i++) {
            happens("accepted", NUMBER + i, APPLICANT);
            ratings.rate(link(), i % 2 == 0 ? GOOD : BAD, "o", anybody());
            province.pass(Duration.ofDays(1));
        }
        var first = ratings.list(Filter.ALL, PageRequest.of(3, null), staff("clerk"));
        var second = ratings.list(Filter.ALL, PageRequest.of(3, first.next()), staff("clerk"));
        assertEquals(3, first.items().size());
        assertEquals(2, second.items().size());
        assertNull(second.next());
        assertEquals(LocalDate.of(2026, 3, 2), second.items().get(1).on());
        assertEquals(
                "parameter-unreadable", codeOf(() -> ratings.list(Filter.ALL, PageRequest.of(3, "x"), staff("clerk"))));
    }

    private List<Said> list(Filter filter) {
        return ratings.list(filter, PageRequest.of(null, null), staff("clerk")).items();
    }

    private List<Grade> grades(Filter filter) {
        return list(filter).stream().map(Said::grade).toList();
    }
}
