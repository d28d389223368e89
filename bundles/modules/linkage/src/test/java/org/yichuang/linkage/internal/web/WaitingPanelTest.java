package org.yichuang.linkage.internal.web;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.RecordingModule;

/** What another centre has not taken is seen on the page of what it is about, from the first refusal on. */
public class WaitingPanelTest {
    private static final TenantId YANTAI = new TenantId("yantai");
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    private final MemoryJournal journal = new MemoryJournal(Clock.fixed(AT, ZoneOffset.UTC));
    private final LinkedModules modules = new LinkedModules(() -> {});

    @Before
    public void install() {
        modules.outboxBound(journal);
        modules.bound(new RecordingModule());
    }

    private void send(String id, String aggregate) {
        journal.send(
                YANTAI,
                new OutgoingMessage(id, RecordingModule.TOPIC, "haiyang", aggregate, id.length(), "decision", "{}"));
    }

    private List<String> refused(String aggregate) {
        return WaitingPanel.refused(journal, modules, aggregate, CallContext.system(YANTAI, AT, "r")).stream()
                .map(pending -> pending.message().id())
                .toList();
    }

    @Test
    public void aDecisionThatWaitsIsSeenInTheCase() {
        send("M", "case-1");
        send("M2", "case-1");
        send("M33", "case-2");
        assertEquals("what has not been tried is not refused", List.of(), refused("case-1"));

        journal.failed(
                journal.message("M"), "material-invalid: 版本较新\nof a newer version", Optional.of(Duration.ofHours(1)));
        assertEquals(List.of("M"), refused("case-1"));
        assertEquals(List.of(), refused("case-2"));

        Receipt taken = new Receipt(1, "M", "yantai", "haiyang", "", AT, "", "k1", "", null);
        journal.delivered(journal.message("M"), Json.write(taken));
        assertEquals(List.of(), refused("case-1"));
    }
}
