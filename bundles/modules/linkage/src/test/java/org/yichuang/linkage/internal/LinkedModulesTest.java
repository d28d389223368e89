package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Receipt;

/** What a module hears of its messages. */
public class LinkedModulesTest {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    private final MemoryJournal journal = new MemoryJournal(Clock.fixed(AT, ZoneOffset.UTC));
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final RecordingModule module = new RecordingModule();

    @Before
    public void install() {
        modules.outboxBound(journal);
        modules.bound(module);
    }

    @Test
    public void aModuleHearsWhatTheReceiverAnsweredAndWhyAMessageIsParked() {
        journal.delivered(sent("M1"), receipt("M1", "370600-20260302-0001"));
        journal.failed(sent("M2"), "no route", Optional.of(Duration.ofSeconds(1)));
        journal.failed(sent("M3"), "not-related: 不是上级", Optional.empty());

        assertEquals(
                List.of("haiyang receipted M1: 370600-20260302-0001", "haiyang parked M3: not-related: 不是上级"),
                module.news);
    }

    @Test
    public void aModuleThatIsGoneHearsNothing() {
        modules.unbound(module);
        journal.delivered(sent("M1"), receipt("M1", "370600-20260302-0001"));

        assertEquals(List.of(), module.news);
    }

    private Pending sent(String id) {
        journal.send(HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", id, 1, "forward", "{}"));
        return journal.message(id);
    }

    private static String receipt(String message, String words) {
        return Json.write(new Receipt(1, message, "haiyang", "yantai", "", AT, words, "k1", "", null));
    }
}
