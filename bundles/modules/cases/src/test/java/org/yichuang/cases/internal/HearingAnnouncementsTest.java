package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** To public hearings everybody may come, and reads when and where (R1-25). */
public class HearingAnnouncementsTest extends DocumentsOfCases {
    private List<HearingAnnouncement> announced(TenantId centre) {
        return centres.cases.hearings().list(centres.as("nobody", "nobody", Set.of(), centre));
    }

    @Test
    public void aPublicHearingIsAnnouncedUntilItIsHeld() {
        String number = accepted(Items.ALWAYS_HEARD, PERSON);
        assertEquals(List.of(), announced(HAIYANG));
        service.hearing(number, session("2026-09-25T09:00", "王主持"), centres.reviewer(HAIYANG));

        assertEquals(
                List.of(new HearingAnnouncement(
                        "事项 always-heard", "住建局", LocalDateTime.parse("2026-09-25T09:00"), "三楼听证室")),
                announced(HAIYANG));
        assertEquals("of another centre nothing", List.of(), announced(YANTAI));
        centres.province.at("2026-09-25T12:00");
        service.hearing(number, RECORD, centres.reviewer(HAIYANG));
        assertEquals(List.of(), announced(HAIYANG));
    }

    @Test
    public void whatWasConvenedBeforeIsAnnouncedAsWell() {
        String number = accepted(Items.ALWAYS_HEARD, PERSON);
        service.hearing(number, session("2026-09-25T09:00", "王主持"), centres.reviewer(HAIYANG));
        transactions.sql("UPDATE CASES_CASE SET HEARING_ON=NULL");
        assertEquals(List.of(), announced(HAIYANG));
        centres.run(centres.timer);
        assertEquals(1, announced(HAIYANG).size());
        HearingAnnouncements page = centres.cases.hearings();
        CallContext nobody = centres.as("nobody", "nobody", Set.of(), HAIYANG);
        assertEquals(page.list(nobody), page.list(nobody));
        service.hearing(number, session("2026-09-28T09:00", "王主持"), centres.reviewer(HAIYANG));
        assertEquals(
                "a case that has changed is read anew",
                LocalDateTime.parse("2026-09-28T09:00"),
                page.list(nobody).get(0).time());
    }

    @Test
    public void oneThatIsNotPublicIsAnnouncedToNobodyNorOneOfADayThatHasPassed() {
        String closed = accepted(Items.HEARD, PERSON);
        service.hearing(closed, RIGHT, centres.reviewer(HAIYANG));
        service.hearing(
                closed,
                new HearingRequest(
                        HearingStep.CONVENED,
                        "涉及商业秘密",
                        null,
                        LocalDateTime.parse("2026-09-25T09:00"),
                        "三楼听证室",
                        "王主持",
                        "涉及商业秘密",
                        null,
                        null,
                        null),
                centres.reviewer(HAIYANG));
        assertEquals(List.of(), announced(HAIYANG));
        String open = accepted(Items.ALWAYS_HEARD, PERSON);
        service.hearing(open, session("2026-09-25T09:00", "王主持"), centres.reviewer(HAIYANG));
        centres.province.at("2026-09-26T00:10");
        assertEquals(List.of(), announced(HAIYANG));
    }
}
