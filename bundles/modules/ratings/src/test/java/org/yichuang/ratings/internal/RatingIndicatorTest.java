package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.NINE_O_CLOCK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.contract.IndicatorContract;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Words;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;

/** The figures of ratings keep the contract, and count what nobody has said apart. */
public class RatingIndicatorTest extends IndicatorContract {
    private static final int DAYS = 3;
    private static final String NOTICE = "correction-notified";

    private final ModuleTransactions transactions = ModuleTransactions.open("ratings");
    private final TestCentres province = new TestCentres();
    private final Wiring wiring = new Wiring(
            transactions.persistenceUnit(),
            transactions,
            RatingContract.cipher(Path.of("nowhere")),
            province,
            RatingContract.silent());
    private final Ratings ratings = wiring.ratings((number, code, origin, context) -> {}, new TestDepartments());
    private final Complaints complaints = wiring.complaints(
            RatingContract.cases("1", "", false), (account, unit) -> false, (number, code, origin, context) -> {});
    private final FollowUps followUps = wiring.followUps(RatingContract.cases("1", "", false));

    @Before
    public void rate() {
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < 4; i++) {
                happen(day, i);
            }
            enterCards(day);
            followUp(day);
        }
    }

    private void happen(int day, int i) {
        String number = "N-" + day + "-" + i;
        CallContext context = call(HAIYANG, day, "system");
        String department = i % 2 == 0 ? "公安局" : "行政审批局";
        Service service = new Service(
                Service.about(number, 1),
                number,
                i == 0 ? NOTICE : "issued",
                "I" + i,
                "事项" + i,
                department,
                "",
                Channel.WINDOW,
                "");
        transactions.write(context, Void.class, unit -> {
            wiring.ratingWork().ask(service, "", context.at(), context.today().plusDays(15), unit);
            wiring.followUpWork().concluded(service, context.today(), unit);
            return null;
        });
        if (i < 3) {
            Grade grade = i == 0 ? Grade.SATISFIED : Grade.DISSATISFIED;
            ratings.rate(Key.ofCase(number, "c"), new Given(grade, List.of(Aspect.values()), ""), "o", context);
        }
    }

    private void enterCards(int day) {
        CallContext context = call(HAIYANG, day, "system");
        List<Card> cards = Stream.of(Grade.VERY_SATISFIED, Grade.VERY_DISSATISFIED)
                .map(grade -> new Card(grade, "", "", "", List.of(), ""))
                .toList();
        ratings.enter(new Cards(Source.BOX, context.today(), cards), context);
    }

    /** One that was mistaken, one that was put right, one that is open; two applicants are called. */
    private void followUp(int day) {
        CallContext context = call(HAIYANG, day, "handler");
        CallContext other = call(HAIYANG, day, "verifier");
        List<View> open = list(FollowUpKind.BAD_RATING, context);
        View mistaken = open.stream()
                .filter(each -> !each.caseNumber().isEmpty())
                .findFirst()
                .orElseThrow();
        followUps.contact(mistaken.id(), new Contacted(true, true, false, "w"), context);
        followUps.verify(mistaken.id(), new Verified(true, "w"), other);
        View card = open.stream()
                .filter(each -> each.caseNumber().isEmpty())
                .reduce((one, last) -> last)
                .orElseThrow();
        followUps.rectify(card.id(), new Rectified("w"), context);
        followUps.verify(card.id(), new Verified(true, "w"), other);
        String complaint = complaints
                .complain(new Complaint("", "", "公安局", "w", "", ""), "o", context)
                .number();
        complaints.refuse(complaint, new Words("w"), context);
        List<View> calls = list(FollowUpKind.CALL_BACK, context);
        followUps.call(calls.get(0).id(), new Called(FollowUpOutcome.DECLINED, null, ""), context);
        Called content = new Called(FollowUpOutcome.REACHED, Grade.SATISFIED, "");
        followUps.call(calls.get(1).id(), content, context);
    }

    private List<View> list(FollowUpKind kind, CallContext context) {
        return followUps.list(kind, false, PageRequest.of(null, null), context).items();
    }

    @After
    public void close() {
        transactions.close();
    }

    private static CallContext call(TenantId tenant, int day, String account) {
        return CallContext.system(tenant, NINE_O_CLOCK.plus(Duration.ofDays(day)), "test")
                .by(Actor.platform(account, account));
    }

    @Override
    protected IndicatorProvider provider() {
        return wiring.indicators();
    }

    @Override
    protected <T> T read(Function<UnitOfWork, T> question) {
        return transactions.read(call(HAIYANG, DAYS - 1, "system"), question::apply);
    }

    @Override
    protected <T> T readElsewhere(Function<UnitOfWork, T> question) {
        return transactions.read(call(LAISHAN, DAYS - 1, "system"), question::apply);
    }

    @Override
    protected Period period() {
        return Period.last(DAYS, LocalDate.of(2026, 3, 2).plusDays(DAYS - 1L));
    }

    @Test
    public void whatNobodyHasSaidIsNoGoodRatingAndWhatIsMistakenIsNone() {
        assertEquals(new Fraction(9, 12), count("ratings.participation"));
        assertEquals(Fraction.of(3), count("ratings.unanswered"));
        assertEquals(
                "six good ones, nine bad ones, three of them mistaken", new Fraction(6, 12), count("ratings.good"));
        assertEquals(Fraction.of(6), count("ratings.bad"));
        assertEquals("apart from what people say by themselves", new Fraction(3, 3), count("ratings.good-on-call"));
        assertEquals(Fraction.of(3), count("ratings.set-aside"));
        assertEquals("cards cannot be contacted", new Fraction(3, 6), count("ratings.contacted"));
        assertEquals(new Fraction(3, 3), count("ratings.rectified-on-time"));
        assertEquals(new Fraction(6, 12), count("ratings.called-back"));
        assertEquals(new Fraction(3, 3), count("ratings.complaints-on-time"));
        assertEquals(Fraction.of(3), count("ratings.complaints-refused"));
    }

    @Test
    public void whatWasSaidIsToldApartByHowItHasComeIn() {
        Dimension source = RatingIndicators.SOURCE;
        Map<String, Fraction> good =
                read(unit -> indicator("ratings.good").groups(source, Scope.all(period()), 9, unit)).stream()
                        .collect(Collectors.toMap(Indicator.Group::key, Indicator.Group::fraction));
        assertEquals(Map.of("QUERY_CODE", new Fraction(3, 6), "BOX", new Fraction(3, 6)), good);
    }

    @Test
    public void whatAGradeWasGivenForAndTheNoticeHaveFiguresOfTheirOwn() {
        say("N-9", NOTICE, Grade.SATISFIED, Aspect.CLARITY, Aspect.EFFICIENCY);
        say("N-10", "upper-asked", Grade.DISSATISFIED, Aspect.CLARITY);
        assertEquals("three of before", new Fraction(4, 5), count("ratings.notice-good"));
        assertEquals("six of before", new Fraction(4, 8), count("ratings.good-of-clarity"));
        assertEquals(new Fraction(4, 7), count("ratings.good-of-efficiency"));
        assertEquals("cards name nothing", new Fraction(3, 6), count("ratings.good-of-attitude"));
        Map<String, Fraction> asked = read(unit -> indicator("ratings.participation")
                        .groups(RatingIndicators.SERVICE, Scope.all(period()), 9, unit))
                .stream()
                .collect(Collectors.toMap(Indicator.Group::key, Indicator.Group::fraction));
        assertEquals(
                Map.of("issued", new Fraction(6, 9), NOTICE, new Fraction(4, 4), "upper-asked", new Fraction(1, 1)),
                asked);
    }

    private void say(String number, String event, Grade grade, Aspect... aspects) {
        CallContext context = call(HAIYANG, 0, "system");
        Service service =
                new Service(Service.about(number, 1), number, event, "I0", "事项0", "公安局", "", Channel.WINDOW, "");
        transactions.write(context, Void.class, unit -> {
            wiring.ratingWork().ask(service, "", context.at(), context.today().plusDays(15), unit);
            return null;
        });
        ratings.rate(Key.ofCase(number, "c"), new Given(grade, List.of(aspects), ""), "o", context);
    }

    private Fraction count(String id) {
        return read(unit -> indicator(id).count(Scope.all(period()), unit));
    }

    private Indicator indicator(String id) {
        return provider().indicators().stream()
                .filter(indicator -> indicator.definition().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
