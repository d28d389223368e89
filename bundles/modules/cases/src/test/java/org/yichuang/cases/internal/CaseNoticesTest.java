package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.testing.centres.TestCentres;

/** Who is told what of a case. */
public class CaseNoticesTest {
    private static final String APPLICANT = "li-ming@shandong";

    private final List<NoticeService.Request> asked = new ArrayList<>();

    @Test
    public void whoHandedInByThemselvesIsToldWhatHasBecomeOfIt() {
        hear("accepted", APPLICANT, false);
        hear("granted", APPLICANT, false);
        hear("issued", APPLICANT, false);

        assertEquals(
                List.of("accepted", "granted", "ready"),
                asked.stream().map(NoticeService.Request::kind).toList());
        NoticeService.Request first = asked.get(0);
        assertEquals(APPLICANT, first.account());
        assertEquals("3706870001", first.aggregateId());
        assertEquals("海阳市政务服务中心", first.facts().get(CaseNotice.CENTRE));
        assertEquals("of the step, whenever it is heard of", Instant.parse("2026-03-02T01:00:00Z"), first.happenedAt());
    }

    @Test
    public void whoeverTookItInAtTheWindowIsNotTold() {
        hear("accepted", "clerk", false);

        assertEquals(List.of(), asked);
    }

    @Test
    public void ofACaseFromBelowTheCentreBelowTells() {
        hear("accepted", APPLICANT, true);

        assertEquals(List.of(), asked);
    }

    @Test
    public void everyMessageReadsInBothLanguagesWithAllItsFacts() {
        for (CaseNotice notice : CaseNotice.values()) {
            for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                String body =
                        notice.write(Channel.SMS, language, notice.examples()).body();
                assertFalse(body, body.contains("{") || body.contains("notice."));
                assertEquals(body, true, body.contains(notice.examples().get(CaseNotice.NUMBER)));
            }
        }
    }

    @Test
    public void theHeadingOfAMessageNamesTheItem() {
        for (CaseNotice notice : CaseNotice.values()) {
            String heading = notice.write(Channel.INBOX, LocalizedMessage.CHINESE, notice.examples())
                    .subject();
            assertEquals(notice.title().zh() + "：食品经营许可", heading);
        }
    }

    @Test
    public void whoeverHasCorrectedInTimeIsNotToldThatNothingWasAnswered() {
        hear("deemed-accepted", APPLICANT, false);
        hear(
                event("deemed-accepted")
                        .with(2, "{\"mode\":\"DEEMED\",\"clockFrom\":\"2026-09-16\",\"corrected\":true}"),
                APPLICANT,
                false);

        assertEquals(
                List.of("deemed-accepted", "deemed-accepted-corrected"),
                asked.stream().map(NoticeService.Request::kind).toList());
        String body = CaseNotice.DEEMED_ACCEPTED_CORRECTED
                .write(Channel.INBOX, LocalizedMessage.CHINESE, asked.get(1).facts())
                .body();
        assertTrue(body, body.contains("海阳市政务服务中心收到补正材料之日起视为受理"));
        assertFalse(body, body.contains("申请材料"));
    }

    @Test
    public void whoIsAskedNoMoreIsNotToldThatTheirCaseGoesOnHere() {
        hear("gone-on", APPLICANT, false);
        hear("question-given-up", APPLICANT, false);

        assertEquals(
                List.of("gone-on", "question-given-up"),
                asked.stream().map(NoticeService.Request::kind).toList());
        String goneOn = CaseNotice.GONE_ON
                .write(Channel.INBOX, LocalizedMessage.CHINESE, asked.get(0).facts())
                .body();
        assertTrue(goneOn, goneOn.contains("海阳市政务服务中心已按现有材料继续办理"));
        String givenUp = CaseNotice.QUESTION_GIVEN_UP
                .write(Channel.INBOX, LocalizedMessage.CHINESE, asked.get(1).facts())
                .body();
        assertTrue(givenUp, givenUp.contains("上级中心不再要求答复由海阳市政务服务中心转告您的补正告知"));
        assertFalse(givenUp, givenUp.contains("继续办理"));
    }

    private void hear(String type, String submitter, boolean transferred) {
        hear(event(type), submitter, transferred);
    }

    private void hear(DomainEvent event, String submitter, boolean transferred) {
        new CaseNotices(
                        cases(submitter, transferred),
                        (account, unit) -> account.contains("@"),
                        notices(),
                        new TestCentres())
                .on(envelope(event), null);
    }

    private static DomainEvent event(String type) {
        return DomainEvent.of(CaseEvent.MODULE, type);
    }

    private static EventEnvelope envelope(DomainEvent event) {
        return new EventEnvelope(
                HAIYANG,
                event,
                "case",
                "3706870001",
                2,
                "chief",
                "首席代表",
                Instant.parse("2026-03-02T01:00:00Z"),
                "r",
                1,
                1);
    }

    private static Cases cases(String submitter, boolean transferred) {
        CaseRecord found = new CaseRecord(
                "3706870001",
                CaseState.ACCEPTED,
                "haiyang",
                "ITEM",
                "食品经营许可",
                1,
                "LICENCE",
                "行政审批局",
                "DECIDE",
                "person",
                "张*明",
                submitter,
                List.of(),
                transferred,
                Instant.parse("2026-03-02T01:00:00Z"),
                null,
                CaseChannel.ONLINE,
                null,
                null,
                null,
                List.of(),
                2);
        return new Cases() {
            @Override
            public Optional<CaseRecord> find(String number, UnitOfWork unit) {
                return Optional.of(found);
            }

            @Override
            public Optional<CaseApplication> application(String number, UnitOfWork unit) {
                throw new AssertionError("Nobody's data are needed");
            }

            @Override
            public Optional<CaseResult> result(String number, UnitOfWork unit) {
                return Optional.empty();
            }

            @Override
            public Optional<CaseResult> granted(String number, UnitOfWork unit) {
                return Optional.empty();
            }

            @Override
            public Optional<CaseLinks> links(String number, UnitOfWork unit) {
                return Optional.empty();
            }

            @Override
            public Map<String, String> decisionFacts(String number, UnitOfWork unit) {
                return Map.of();
            }

            @Override
            public void endGrant(String number, String reason, UnitOfWork unit) {
                throw new AssertionError("Messages change nothing");
            }

            @Override
            public boolean hasActed(String number, String account, UnitOfWork unit) {
                return false;
            }

            @Override
            public List<String> acceptedBefore(String number, CaseItem item, int most, UnitOfWork unit) {
                return List.of();
            }

            @Override
            public void deemRenewed(String number, UnitOfWork unit) {
                throw new AssertionError("Messages change nothing");
            }
        };
    }

    private NoticeService notices() {
        return new NoticeService() {
            @Override
            public void send(Request request, UnitOfWork unit) {
                asked.add(request);
            }

            @Override
            public List<NoticeView> of(String aggregateType, String aggregateId, CallContext context) {
                return List.of();
            }
        };
    }
}
