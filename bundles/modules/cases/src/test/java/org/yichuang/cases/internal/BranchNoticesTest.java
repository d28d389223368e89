package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestDepartments;

/** Departments of joint cases are told of their days by messages, and not only by a light. */
public class BranchNoticesTest extends DocumentsOfCases {
    private final List<NoticeService.Request> sent = new ArrayList<>();

    @Test
    public void whoeverSpeaksForADepartmentIsToldThatItsDayIsNearAndThatItIsOver() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        assertSaid("本件首办责任：审批局 clerk，负责向您解释、协调和答复，直至办结。");
        assertSaid("收费：事项 simple：不收费；事项 service：不收费");
        centres.province.at("2026-09-16T09:00");
        centres.run(centres.timer);
        hear("branch-due");
        assertEquals(List.of("民政局 2026-09-17", "供电公司 2026-09-16"), told());
        centres.province.at("2026-09-18T09:00");
        centres.run(centres.timer);
        hear("branch-overdue");
        assertEquals(
                "and whoever has first handled the case, and answers for it",
                List.of(
                        "branch-overdue staff-民政局 民政局 2026-09-17",
                        "branch-overdue staff-供电公司 供电公司 2026-09-16",
                        "branch-late-answerable clerk 民政局 2026-09-17",
                        "branch-late-answerable clerk 供电公司 2026-09-16"),
                sent.stream()
                        .map(each -> each.kind() + " " + each.account() + " "
                                + each.facts().get(BranchNotice.DEPARTMENT) + " "
                                + each.facts().get(BranchNotice.DAY))
                        .toList());
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        hear("branch-overdue");
        assertEquals("it has ended", List.of(), told());
    }

    @Test
    public void whoMayCheckWhatWasDeclaredIsToldOfItsDay() {
        String number = centres.submit(Items.GAPS, null, HAIYANG).number();
        List<CaseRequests.MaterialPromise> promises = List.of(
                new CaseRequests.MaterialPromise("m3", PromiseKind.DEFERRAL, null),
                new CaseRequests.MaterialPromise("m4", PromiseKind.DECLARATION, null));
        service.accept(number, new CaseRequests.Accept(null, promises, null), centres.clerk(HAIYANG));
        LocalDate until = centres.find(number, HAIYANG).unchecked().get(0).until();
        for (LocalDate day : List.of(LocalDate.of(2026, 9, 21), until.minusDays(1), until.plusDays(1))) {
            centres.province.at(day + "T09:00");
            centres.run(centres.timer);
        }

        hear("promise-check-due");
        assertEquals(List.of("promise-check-due 住建局 " + until), kinds());
        hear("promise-check-overdue");
        assertEquals(List.of("promise-check-overdue 住建局 " + until), kinds());
    }

    @Test
    public void allWhoAreInvitedAreToldOfTheDay() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        appoint(number, "2026-09-16T09:30");
        hear("appointed");
        String when = " 2026-09-16 09:30 海阳路1号";
        assertEquals(List.of("住建局" + when, "民政局" + when, "供电公司" + when), told());
    }

    @Test
    public void whoNeedNotComeIsToldSo() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        appoint(number, "2026-09-16T09:30");
        centres.cases
                .joint()
                .giveOpinion(number, "b1", JointSamples.AGREE, centres.as("a", "reviewer", Set.of("住建局"), HAIYANG));
        appoint(number, "2026-09-17T14:00");
        hear("appointed");
        assertEquals(
                List.of(
                        "branch-appointed 民政局 2026-09-17 14:00 海阳路1号",
                        "branch-appointed 供电公司 2026-09-17 14:00 海阳路1号",
                        "branch-appointment-off 住建局 "),
                kinds());
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        hear("appointment-off");
        assertEquals(
                "also of a case that has ended",
                List.of(
                        "branch-appointment-off 民政局 2026-09-17 14:00 海阳路1号",
                        "branch-appointment-off 供电公司 2026-09-17 14:00 海阳路1号"),
                kinds());
    }

    private void appoint(String number, String time) {
        centres.cases
                .joint()
                .appoint(
                        number,
                        new JointRequests.Appoint(AppointmentKind.SURVEY, LocalDateTime.parse(time), "海阳路1号", null),
                        centres.reviewer(HAIYANG));
    }

    @Test
    public void whatComesBackFromTheCityIsToldToWhoeverSendsItUpAgain() {
        String number = service.submit(JointSamples.application(JointSamples.PARK, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        service.notAccept(
                centres.numberAt(YANTAI, number + "-b2"),
                new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "缺少初审意见", "条例", "复议", null),
                centres.chief(YANTAI));
        centres.post();
        hear("branch-returned");
        assertEquals(
                List.of("branch-returned 审批局 "
                        + centres.find(number, HAIYANG).branches().get(1).due()),
                kinds());
    }

    @Test
    public void aDepartmentWithTwoBranchesIsToldOfTheDayThatComesFirst() {
        String number = service.submit(JointSamples.application(JointSamples.TWICE, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.province.at("2026-09-16T09:00");
        centres.run(centres.timer);
        hear("branch-due");
        assertEquals(List.of("住建局 2026-09-17"), told());
    }

    @Test
    public void everyMessageNamesTheCaseAndTheDayInBothLanguages() {
        for (BranchNotice notice : BranchNotice.values()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                Map<String, String> facts = Map.of(
                        BranchNotice.ITEM,
                        "事项",
                        BranchNotice.NUMBER,
                        "C1",
                        BranchNotice.DEPARTMENT,
                        "住建局",
                        BranchNotice.DAY,
                        "2026-09-16");
                String body = notice.write(Channel.INBOX, language, facts).body();
                assertTrue(body, body.contains("C1") && body.contains("2026-09-16"));
                assertFalse(body, body.contains("{"));
            }
        }
    }

    private List<String> kinds() {
        return sent.stream()
                .map(each -> each.kind() + " " + each.facts().get(BranchNotice.DEPARTMENT) + " "
                        + each.facts().get(BranchNotice.DAY))
                .toList();
    }

    private List<String> told() {
        return sent.stream()
                .map(each -> each.facts().get(BranchNotice.DEPARTMENT)
                        + " "
                        + each.facts().get(BranchNotice.DAY))
                .toList();
    }

    /** Hears the last event of a type, as the listener does after its commit. */
    private void hear(String type) {
        sent.clear();
        ModuleTransactions.Entry entry = centres.entries().stream()
                .filter(each -> each.entry().event().type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
        NoticeService notices = (NoticeService) Proxy.newProxyInstance(
                NoticeService.class.getClassLoader(), new Class<?>[] {NoticeService.class}, (self, method, given) -> {
                    sent.add((NoticeService.Request) given[0]);
                    return null;
                });
        BranchNotices listener = new BranchNotices(
                centres.cases.records(),
                (departments, permission, unit) -> {
                    boolean isToCheck = type.startsWith("promise-check-");
                    assertEquals(isToCheck ? CasePermission.CHECK_PROMISE : CasePermission.OPINION, permission);
                    return List.of("staff-" + departments.iterator().next());
                },
                new TestDepartments(centres.lists),
                notices);
        CallContext context = centres.reviewer(HAIYANG);
        transactions.write(context, Boolean.class, unit -> {
            listener.on(
                    new EventEnvelope(
                            HAIYANG,
                            entry.entry().event(),
                            "case",
                            entry.entry().aggregateId(),
                            1,
                            "timer",
                            "timer",
                            Instant.parse("2026-09-16T01:00:00Z"),
                            "r",
                            1,
                            1),
                    unit);
            return true;
        });
    }
}
