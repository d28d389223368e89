package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.HearingState;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What a neighbour says of a hearing is weighed: what cannot be is refused, or becomes the nearest that can. */
public class ForgedHearingTest extends LinkedHearings {
    @Test
    public void whatSaysTooLittleIsRefusedAndChangesNothing() {
        atTheCity(Items.LINKED_HEARD);
        service.hearing(city, RIGHT, centres.reviewer(YANTAI));
        assertRefused("\"reason\":\"拟建房屋影响相邻住户采光\"", "\"reason\":\" \"");
        assertRefused("\"hearingStep\":\"RIGHT_NOTIFIED\"", "\"hearingStep\":\"CONVENED\"");
        assertRefused("\"hearingStep\":\"RIGHT_NOTIFIED\"", "\"hearingStep\":\"HELD\"");
        assertRefused("\"hearingStep\":\"RIGHT_NOTIFIED\",", "");
        assertNull(hearing(HAIYANG));
        centres.post();
        assertEquals(HearingState.NOTIFIED, hearing(HAIYANG).state());
    }

    @Test
    public void aTimeThatNobodyMeansIsRefused() {
        asked();
        service.hearing(city, session("2026-09-25T09:00", "王主持"), centres.reviewer(YANTAI));
        String time = timeOf(payload());
        assertRefused(time, time.replace("2026", "1026"));
        assertRefused(time, time.replace("2026", "2926"));
        assertRefused("\"place\":\"三楼听证室\"", "\"place\":\"\"");
    }

    private static String timeOf(String payload) {
        int from = payload.indexOf("\"time\":");
        return payload.substring(from, payload.indexOf(",\"place\"", from));
    }

    @Test
    public void aDayToComeIsTheDayOnWhichTheLetterComes() {
        told();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        carryForged("\"on\":\"2026-09-14\"", "\"on\":\"2026-12-24\"");
        centres.post();
        assertEquals(LocalDate.of(2026, 9, 14), hearing(YANTAI).requestedOn());
    }

    @Test
    public void aDayBeforeTheApplicationIsThatOfTheApplication() {
        told();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        carryForged("\"on\":\"2026-09-14\"", "\"on\":\"1999-12-31\"");
        assertEquals(LocalDate.of(2026, 9, 14), hearing(YANTAI).requestedOn());
    }

    @Test
    public void nobodySpeaksForSomebodyWhomTheCaseDoesNotKnow() {
        told();
        service.requestHearing(county, WANTED, centres.clerk(HAIYANG));
        carryForged("\"on\":\"2026-09-14\"", "\"on\":\"2026-09-14\",\"party\":\"路人\"");
        assertEquals(HearingState.NOTIFIED, hearing(YANTAI).state());
        assertTrue(seen(YANTAI).standing().isEmpty());
        assertLeftOut(city);
    }

    @Test
    public void aHearingThatWasHeldIsTakenBackByNoLetter() {
        convened();
        centres.province.at("2026-09-18T10:00");
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        ModuleTransactions.Sent declared = transactions.messages().remove(0);
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, centres.reviewer(YANTAI));
        transactions.messages().add(0, declared);
        carryForged("\"on\":\"2026-09-18\"", "\"on\":\"2026-09-25\"");
        assertEquals(HearingState.HELD, hearing(YANTAI).state());
        assertEquals(
                LocalDate.of(2026, 9, 25), seen(YANTAI).suspensions().get(0).to());
        assertLeftOut(city);
    }

    @Test
    public void nobodyElseSaysItForTheCentreBelow() {
        told();
        service.requestHearing(county, NOT_WANTED, centres.clerk(HAIYANG));
        ModuleTransactions.Sent letter = transactions.messages().get(0);
        ModuleTransactions.Sent forged = new ModuleTransactions.Sent(LIUGEZHUANG, letter.message());
        assertThrows(ProblemException.class, () -> centres.carry(forged, payload(), List.of()));
        assertEquals(List.of(), hearing(YANTAI).declarations());
    }

    private String payload() {
        ModuleTransactions.Sent letter = transactions.messages().get(0);
        return centres.linked.payload(letter.sender(), letter.message());
    }

    private void assertRefused(String part, String forged) {
        String said = payload().replace(part, forged);
        assertNotEquals(payload(), said);
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> centres.carry(transactions.messages().get(0), said, List.of()));
        assertEquals(CaseError.MATERIAL_INVALID, refused.code());
    }

    private void carryForged(String part, String forged) {
        String said = payload().replace(part, forged);
        assertNotEquals(payload(), said);
        centres.carry(transactions.messages().remove(0), said, List.of());
    }

    private void assertLeftOut(String number) {
        assertTrue(centres.entries().stream()
                .anyMatch(one -> one.entry().aggregateId().equals(number)
                        && "1".equals(one.entry().details().get("leftOut"))));
    }
}
