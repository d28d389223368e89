package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointRequests.Agreement;
import org.yichuang.cases.api.JointView.AgreementView;
import org.yichuang.cases.internal.domain.MeetingFact;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** What the departments of a joint case have agreed is reported, and chased until it is done (M-CAS-2). */
public class AgreementTest extends DocumentsOfCases {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 22);

    @Test
    public void whatWasDoneIsReportedUntilItIsDone() {
        String number = met();
        AgreementView agreed = agreement(centres.find(number, HAIYANG), 0);
        assertNull(agreed.doneOn());
        assertFalse(agreed.overdue());

        report(number, "1.1", "已约设计单位", false);
        assertEquals("agreement-reported", last().type());
        assertTrue(
                last().data(),
                last().data().contains("\"agreements\":2") && last().data().contains("\"open\":2"));
        centres.province.at("2026-09-17T09:00");
        AgreementView done = agreement(report(number, "1.1", "招牌已缩小", true), 0);
        assertEquals(LocalDate.of(2026, 9, 17), done.doneOn());
        assertEquals(
                List.of("已约设计单位", "招牌已缩小"),
                done.reports().stream().map(each -> each.words()).toList());
        assertTrue(last().data(), last().data().contains("\"open\":1"));
        assertRefused(CaseError.CASE_STATE, () -> report(number, "1.1", "再报", true));
        assertRefused(CaseError.BRANCH_UNKNOWN, () -> report(number, "1.3", "无", true));
        assertRefused(CaseError.BRANCH_UNKNOWN, () -> report(number, "0.1", "无", true));
        assertRefused(CommonError.FIELDS_INVALID, () -> report(number, "1.2", " ", true));
        assertRefused(CommonError.NOT_ALLOWED, () -> joint().report(
                        number, "1.2", new JointRequests.Report("无", true), centres.clerk(HAIYANG)));
    }

    @Test
    public void whatIsNotDoneIsChasedOnceBeforeAndOnceAfterItsDay() {
        String number = met();
        report(number, "1.2", "已送达", true);
        giveOpinions(number);
        centres.province.at("2026-09-21T09:00");
        centres.run(centres.timer);
        assertEquals("two working days before, as branches are", List.of("agreement-due"), chased());
        assertTrue(last().data(), last().data().contains("\"branch\":\"1.1\",\"department\":\"住建局\""));
        assertTrue(last().data(), last().data().contains("\"answerable\":\"clerk\""));
        assertFalse("what is done is chased no more", last().data().contains("1.2"));
        centres.run(centres.timer);
        assertEquals(List.of("agreement-due"), chased());
        centres.province.at("2026-09-23T09:00");
        centres.run(centres.timer);
        centres.run(centres.timer);
        assertEquals(List.of("agreement-due", "agreement-overdue"), chased());
        assertTrue(agreement(centres.find(number, HAIYANG), 0).overdue());
        assertEquals(
                "it makes no case late",
                "RUNNING",
                centres.deadline("promise", HAIYANG, number, HAIYANG).state());
        AgreementView late = agreement(report(number, "1.1", "招牌已缩小", true), 0);
        assertTrue("what was late stays late", late.overdue());
    }

    @Test
    public void whatARehearsalHasNotedIsChasedWhenTheDayComes() {
        String number = met();
        giveOpinions(number);
        centres.province.at("2026-09-29T09:00");
        centres.run(centres.timer);
        assertEquals(List.of("agreement-overdue"), chased());
        centres.province.at("2026-09-21T09:00");
        report(number, "1.2", "已送达", true);
        centres.run(centres.timer);
        centres.run(centres.timer);
        assertEquals(List.of("agreement-overdue", "agreement-due"), chased());
        centres.province.at("2026-09-23T09:00");
        centres.run(centres.timer);
        centres.run(centres.timer);
        assertEquals(List.of("agreement-overdue", "agreement-due", "agreement-overdue"), chased());
    }

    @Test
    public void whenTheCaseHasEndedNobodyIsChased() {
        String number = met();
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.province.at("2026-09-23T09:00");
        centres.run(centres.timer);
        assertEquals(List.of(), chased());
    }

    @Test
    public void whatOlderVersionsHaveKeptOfMeetingsIsFollowedAsWell() {
        MeetingFact old = Json.read(
                "{\"heldOn\":\"2026-09-15\",\"agenda\":\"a\",\"participants\":[\"p\"],\"agreements\":"
                        + "[{\"problem\":\"p\",\"agreement\":\"a\",\"responsible\":\"r\",\"by\":\"2026-09-22\"}],"
                        + "\"by\":\"w\",\"at\":\"2026-09-15T01:00:00Z\"}",
                MeetingFact.class);
        assertEquals(DAY, old.followed().get(0).said().by());
    }

    /** Leaves no branch to be reminded of. */
    private void giveOpinions(String number) {
        joint().giveOpinion(number, "b1", AGREE, of(HOUSING));
        joint().giveOpinion(number, "b2", AGREE, of(CIVIL));
        joint().giveOpinion(number, "b4", AGREE, of(JointSamples.POWER));
    }

    private String met() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        JointRequests.Meeting meeting = new JointRequests.Meeting(
                LocalDate.of(2026, 9, 14),
                "招牌尺寸",
                List.of(HOUSING, CIVIL),
                List.of(new Agreement("招牌过大", "缩小到两米", HOUSING, DAY), new Agreement("缺少图纸", "补送图纸", "李设计", DAY)));
        joint().holdMeeting(number, meeting, centres.reviewer(HAIYANG));
        return number;
    }

    private CaseView report(String number, String agreement, String words, boolean done) {
        return joint().report(number, agreement, new JointRequests.Report(words, done), centres.reviewer(HAIYANG));
    }

    private static AgreementView agreement(CaseView view, int place) {
        return view.joint().meetings().get(0).agreements().get(place);
    }

    private List<String> chased() {
        return centres.entries().stream()
                .map(entry -> entry.entry().event().type())
                .filter(type -> type.startsWith("agreement-") && !type.equals("agreement-reported"))
                .toList();
    }

    private DomainEvent last() {
        return centres.entries().get(centres.entries().size() - 1).entry().event();
    }

    private DefaultJointCases joint() {
        return centres.cases.joint();
    }

    private CallContext of(String department) {
        return centres.as("staff", "reviewer", Set.of(department), HAIYANG);
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }
}
