package org.yichuang.notices.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.notices.api.Inbox.Message;
import org.yichuang.notices.internal.provider.TestSettings;
import org.yichuang.testing.TestRun;

/** Messages are not kept for ever. */
public class PurgeJobTest extends NoticeContract {
    private static final Duration KEPT = Duration.ofDays(30);

    @Test
    public void oldMessagesAreRemovedAndTheAuditKnowsIt() {
        wantsBoth();
        for (int i = 0; i < 20; i++) {
            ask("old-" + i); // sixty messages, more than a part
        }
        province.pass(KEPT);
        ask("new");
        assertEquals(21, inbox.unread(zhang()));

        purge();
        assertEquals(21, inbox.unread(zhang()));
        province.pass(Duration.ofMinutes(1));
        purge();

        assertEquals(List.of("case/new"), list().stream().map(Message::about).toList());
        assertEquals(1, inbox.unread(zhang()));
        assertEquals(List.of(), notices.of("case", "old-1", call(HAIYANG)));
        assertEquals(3, notices.of("case", "new", call(HAIYANG)).size());
        assertEquals(2, wiring.pending().waiting());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void whatIsBeingHandedOverStaysUntilThatHasEnded() {
        wantsBoth();
        ask("1");
        mail.meanwhile = () -> {
            province.pass(KEPT.plusMinutes(1));
            purge();
        };
        send();
        assertEquals(1, notices.of("case", "1", call(HAIYANG)).size());

        purge();
        assertEquals(List.of(), notices.of("case", "1", call(HAIYANG)));
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    private List<Message> list() {
        return inbox.list(PageRequest.of(null, null), zhang()).items();
    }

    private void purge() {
        LeasedJob job = wiring.purgeJob(TestSettings.of(Map.of("keep", KEPT.toString())));
        job.run(new TestRun(
                CallContext.system(HAIYANG, province.now(), "purge"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }
}
