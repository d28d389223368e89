package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.ProblemException;

/** What waits at a centre above is accepted after five days as anywhere (R1-04). */
public class DeemedAboveTest extends DocumentsOfCases {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private String county;

    /** The number at the city, which has it since the 14th. */
    private String arrived() {
        county = forwarded();
        centres.post();
        return centres.numberAt(YANTAI, county);
    }

    @Test
    public void nobodyAnswersAboveForFiveWorkingDaysAndItIsAcceptedFromTheDayOnWhichItCame() {
        String city = arrived();
        centres.province.at("2026-09-20T23:59");
        centres.run(centres.timer);
        assertEquals(
                "the last day", CaseState.RECEIVED, centres.find(city, YANTAI).state());

        centres.province.at("2026-09-21T00:01");
        centres.run(centres.timer);
        CaseView deemed = centres.find(city, YANTAI);
        assertEquals(CaseState.ACCEPTED, deemed.state());
        assertEquals("DEEMED", deemed.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 14), deemed.acceptance().clockFrom());
        assertEquals(
                "its days count from there",
                LocalDate.of(2026, 9, 14),
                centres.deadline("decision", YANTAI, city, YANTAI).start());
        assertEquals("no second paper", List.of(), kinds(city, centres.clerk(YANTAI)));

        centres.post();
        assertEquals("ACCEPTED", centres.find(county, HAIYANG).upper().state());
        assertEquals(
                LocalDate.of(2026, 9, 14),
                centres.deadline("decision", YANTAI, county, HAIYANG).start());
        assertEquals("EXPRESS", centres.find(county, HAIYANG).acceptance().mode());
    }

    @Test
    public void whatACentreHasLeftHereThatLivesElsewhereSinceIsAcceptedByNobodyHere() {
        String city = arrived();
        centres.province.policy(YANTAI, "exchange.transport", "https://city.example/exchange");
        centres.province.at("2026-09-21T00:01");
        centres.run(centres.timer);

        assertEquals(CaseState.RECEIVED, centres.find(city, YANTAI).state());
    }

    @Test
    public void howeverLateThatIsNotedAndToldBothShowTheDaysOfTheLaw() {
        String city = arrived();
        centres.province.at("2026-09-23T09:00"); // nothing has run since the last day
        centres.run(centres.timer);
        centres.province.at("2026-09-28T09:00"); // and the road was shut
        centres.post();

        assertEquals(
                LocalDate.of(2026, 9, 14),
                centres.find(city, YANTAI).acceptance().clockFrom());
        for (String kind : List.of("decision", "notice")) {
            assertEquals(
                    centres.deadline(kind, YANTAI, city, YANTAI).start(),
                    centres.deadline(kind, YANTAI, county, HAIYANG).start());
            assertEquals(
                    centres.deadline(kind, YANTAI, city, YANTAI).date(),
                    centres.deadline(kind, YANTAI, county, HAIYANG).date());
            assertEquals(
                    centres.deadline(kind, YANTAI, city, YANTAI).state(),
                    centres.deadline(kind, YANTAI, county, HAIYANG).state());
        }
        assertEquals(
                LocalDate.of(2026, 9, 14),
                centres.deadline("decision", YANTAI, county, HAIYANG).start());
    }

    @Test
    public void whoeverIsFasterThanTheTimerFindsThatTheLawHasBeenFaster() {
        String city = arrived();
        centres.province.at("2026-09-21T00:01");
        ProblemException asked = assertThrows(
                ProblemException.class, () -> service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI)));
        assertEquals(CaseError.CASE_STATE, asked.code());
        ProblemException back =
                assertThrows(ProblemException.class, () -> service.notAccept(city, BACK, centres.clerk(YANTAI)));
        assertTrue(back.zh(), back.zh().contains("视为受理"));
        assertEquals(
                "DEEMED",
                service.accept(city, ACCEPT, centres.clerk(YANTAI)).acceptance().mode());
        service.notifyCorrection(city, Centres.ask("m2"), centres.clerk(YANTAI));
    }

    @Test
    public void aCentreThatOnlyPassesItOnDoesSoByLaw() {
        String township = centres.submit(Items.AGENCY, "pass", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        String between = centres.numberAt(HAIYANG, township);
        centres.province.at("2026-09-21T00:01");
        centres.run(centres.timer);
        assertEquals(CaseState.FORWARDED, centres.find(between, HAIYANG).state());
        centres.post();
        assertEquals(
                CaseState.RECEIVED,
                centres.find(centres.numberAt(YANTAI, between), YANTAI).state());
    }
}
