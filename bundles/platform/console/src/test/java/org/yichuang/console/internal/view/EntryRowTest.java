package org.yichuang.console.internal.view;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.journal.api.JournalEntry;

/** The audit trail in words. */
public class EntryRowTest {
    private static final Map<String, String> WORDS = Map.of(
            "journal.case.decide", "作出决定",
            "journal.type.case", "办件",
            "journal.detail.outcome", "结论",
            "journal.value.GRANT", "准予");

    @Test
    public void codesBecomeWordsAndWhatHasNoneStaysAsItIs() {
        EntryRow row = EntryRow.of(entry(), (kind, code) -> WORDS.getOrDefault(kind + "." + code, code), "：");

        assertEquals("作出决定", row.action());
        assertEquals("办件", row.about());
        assertEquals(List.of("结论：准予", "route：county-city"), row.details());
    }

    private static JournalEntry entry() {
        return new JournalEntry(
                "case",
                "370687-1",
                3,
                Instant.EPOCH,
                "chief",
                "首席代表",
                "decide",
                "",
                "",
                Map.of("outcome", "GRANT", "route", "county-city", "remark", ""),
                "request",
                "hash");
    }
}
