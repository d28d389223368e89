package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.notices.api.Inbox.Message;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeService.Request;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.testing.TestRun;

/** What people find in their inbox. */
public class InboxTest extends NoticeContract {
    @Test
    public void aMessageLiesThereWithItsStepAndIsUnreadUntilItIsOpened() {
        ask("1");

        Message message = onlyOne();
        assertEquals("食品经营许可", message.subject());
        assertEquals("case/1", message.about());
        assertFalse(message.opened());
        assertEquals(1, inbox.unread(zhang()));
        assertEquals(State.SENT, state("1", Channel.INBOX));

        assertFalse(inbox.read(message.id(), zhang()).opened());
        assertTrue(inbox.read(message.id(), zhang()).opened());
        assertTrue(onlyOne().opened());
        assertEquals(0, inbox.unread(zhang()));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void whoOnlyLooksAtAMessageLeavesItUnread() {
        ask("1");
        String id = onlyOne().id();

        assertFalse(inbox.find(id, zhang()).opened());
        assertEquals(1, inbox.unread(zhang()));
        inbox.read(id, zhang());
        assertTrue(inbox.find(id, zhang()).opened());
        assertEquals(onlyOne().body(), inbox.find(id, zhang()).body());
    }

    private Message onlyOne() {
        List<Message> all = list();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private List<Message> list() {
        return inbox.list(PageRequest.of(null, null), zhang()).items();
    }

    @Test
    public void ofAStepThatIsRefusedThereIsNoMessage() {
        assertThrows(
                IllegalArgumentException.class, () -> node.transactions().write(call(HAIYANG), Void.class, unit -> {
                    notices.send(Collected.about("1"), unit);
                    throw new IllegalArgumentException("the step refuses");
                }));

        assertEquals(List.of(), list());
        assertEquals(0, inbox.unread(zhang()));
    }

    @Test
    public void nobodyReadsTheMessagesOfSomebodyElse() {
        ask("1");
        String id = onlyOne().id();
        Actor li = new Actor("li", "李", Set.of("applicant"));

        assertEquals("notice-unknown", codeOf(() -> inbox.read(id, call(HAIYANG).by(li))));
        assertEquals("notice-unknown", codeOf(() -> inbox.find(id, call(HAIYANG).by(li))));
        assertEquals(
                List.of(),
                inbox.list(PageRequest.of(null, null), call(HAIYANG).by(li)).items());
        assertEquals("notice-unknown", codeOf(() -> inbox.read(id, call(YANTAI).by(zhang().actor()))));
        assertEquals(1, inbox.unread(zhang()));
    }

    @Test
    public void theNewestComesFirstAndPagesFollowEachOther() {
        for (int i = 1; i <= 5; i++) {
            ask("" + i);
            province.pass(Duration.ofMillis(5));
        }
        inbox.read(list().get(2).id(), zhang());

        List<String> about = new ArrayList<>();
        Page<Message> page = inbox.list(new PageRequest(2, Optional.empty()), zhang());
        while (page.next() != null) {
            page.items().forEach(message -> about.add(message.about() + message.opened()));
            page = inbox.list(new PageRequest(2, Optional.of(page.next())), zhang());
        }
        page.items().forEach(message -> about.add(message.about() + message.opened()));
        assertEquals(List.of("case/5false", "case/4false", "case/3true", "case/2false", "case/1false"), about);
        assertEquals(4, inbox.unread(zhang()));
    }

    @Test
    public void whatHappenedLastComesFirstHoweverLateItWasHeardOf() {
        Instant granted = province.now();
        Instant made = granted.plusSeconds(5);
        province.pass(Duration.ofMinutes(1));
        // a listener that catches up hears of both at one moment, of the one after a restart even later
        sendOne(happened("2", made));
        sendOne(happened("1", granted));

        assertEquals(
                List.of("case/2", "case/1"), list().stream().map(Message::about).toList());
        assertEquals(
                List.of(made, granted), list().stream().map(Message::sentAt).toList());
        assertEquals(2, inbox.unread(zhang()));
        assertFalse(list().get(1).opened());
    }

    private static Request happened(String number, Instant at) {
        Request request = Collected.about(number);
        return new Request(request.module(), request.kind(), "case", number, request.account(), request.facts(), at);
    }

    @Test
    public void whatATemplateNeedsMustBeSaid() {
        Request incomplete = new Request("cases", "ready", "case", "1", "zhang", Map.of("item", "x"));
        Request unknown = new Request("cases", "other", "case", "1", "zhang", Map.of());

        assertEquals("fields-invalid", codeOf(() -> sendOne(incomplete)));
        assertEquals("template-unknown", codeOf(() -> sendOne(unknown)));
    }

    private void sendOne(Request request) {
        node.transactions().write(call(HAIYANG), Void.class, unit -> {
            notices.send(request, unit);
            return null;
        });
    }

    @Test
    public void neitherDatabaseNorJournalHoldsNamesOrAddressesInClear() {
        wantsBoth();
        ask("1");
        send();

        for (String table : List.of("NOTICES_NOTICE WHERE CONTENT", "NOTICES_RECIPIENT WHERE WAYS")) {
            for (String personal : List.of(Collected.NAME, "example.org", "138")) {
                assertEquals(0, database.run("DELETE FROM " + table + " LIKE '%" + personal + "%'"));
            }
        }
        assertEquals(0, database.run("UPDATE JOURNAL_ENTRY SET ACTOR=ACTOR WHERE DETAILS LIKE '%example.org%'"));
        assertEquals(0, database.run("UPDATE JOURNAL_ENTRY SET ACTOR=ACTOR WHERE DETAILS LIKE '%13812345678%'"));
    }

    @Test
    public void oneThatCannotBeReadHidesNoOther() {
        ask("1");
        ask("2");
        database.run("UPDATE NOTICES_NOTICE SET CONTENT='e1.nothing' WHERE ABOUT='case/1'");

        Map<String, String> subjects = new HashMap<>();
        list().forEach(message -> subjects.put(message.about(), message.subject()));
        assertEquals(Map.of("case/1", "此消息目前无法读取", "case/2", "食品经营许可"), subjects);
        String id = list().stream()
                .filter(message -> message.about().equals("case/1"))
                .map(Message::id)
                .findFirst()
                .orElseThrow();
        assertEquals("personal-data-unreadable", codeOf(() -> inbox.read(id, zhang())));
        assertEquals(2, inbox.unread(zhang()));
    }

    @Test
    public void oneThatCannotBeReadKeepsNoOtherUnderAnOldMasterKey() throws Exception {
        inbox.setWays(new Ways("zhang@example.org", true, "", false), zhang());
        ask("1");
        ask("2");
        database.run("UPDATE NOTICES_NOTICE SET CONTENT='e1.nothing' WHERE ABOUT='case/1'");
        String old = cipher.newestKey();
        Path keys = folder.getRoot().toPath().resolve("personal-data.keys");
        Files.writeString(keys, "k2026 " + "0f".repeat(32) + "\n");
        cipher = cipher(keys);
        wiring = wiring(node);
        assertNotEquals(old, cipher.newestKey());

        LeasedJob job = wiring.keyJob();
        job.run(new TestRun(
                CallContext.system(HAIYANG, province.now(), "renew"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true));

        assertEquals(0, database.run("UPDATE NOTICES_RECIPIENT SET KEY_NAME='x' WHERE KEY_NAME='" + old + "'"));
        assertEquals(
                0,
                database.run("UPDATE NOTICES_NOTICE SET KEY_NAME='x' WHERE ABOUT='case/2' AND KEY_NAME='" + old + "'"));
        assertEquals(2, database.run("UPDATE NOTICES_NOTICE SET KEY_NAME='x' WHERE KEY_NAME='" + old + "'"));
    }

    @Test
    public void whatTheJournalKeepsUnderACallsKeyHoldsNothingPersonal() {
        ask("1");
        CallContext keyed = new CallContext(
                HAIYANG,
                zhang().actor(),
                province.now(),
                "r",
                Optional.of(new IdempotencyKey("k".repeat(20), "f")),
                Optional.empty());
        inbox.setWays(new Ways("zhang@example.org", true, "13812345678", true), keyed);
        inbox.read(onlyOne().id(), keyed);

        for (String personal : List.of(Collected.NAME, "example.org", "13812345678")) {
            assertEquals(
                    0, database.run("UPDATE JOURNAL_KEY SET ANSWER=ANSWER WHERE ANSWER LIKE '%" + personal + "%'"));
        }
    }

    @Test
    public void whoWantsMailGivesAnAddress() {
        assertEquals("fields-invalid", codeOf(() -> inbox.setWays(new Ways("", true, "", false), zhang())));
        assertEquals(
                "fields-invalid",
                codeOf(() -> inbox.setWays(new Ways("a@b.cn\nBcc: c@d.cn", true, "", false), zhang())));
        assertEquals("fields-invalid", codeOf(() -> inbox.setWays(new Ways("", false, "12345", true), zhang())));

        assertEquals(Ways.NONE, inbox.ways(zhang()));
        Ways kept = new Ways("zhang@example.org", true, "+8613812345678", false);
        assertEquals(kept, inbox.setWays(new Ways(" zhang@example.org ", true, "+86 138-1234-5678", false), zhang()));
        assertEquals(kept, inbox.ways(zhang()));
        inbox.setWays(Ways.NONE, zhang());
        assertEquals(Ways.NONE, inbox.ways(zhang()));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }
}
