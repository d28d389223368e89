package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.rows.RowDigests;

/** Which word about a row counts that has no chain of its own. */
public class RowCoversTest {
    private static final long MINUTE = 60_000_000;
    private static final String PART = "part/p";

    private final RowCovers covers = new RowCovers(Set.of("part"));

    @Test
    public void aStepThatWasWrittenWhileABaselineSpokeCountsWhateverCameFirst() {
        baseline(MINUTE + 2, "new.one");
        step(MINUTE, "new.two", "new.one");
        assertEquals("new.two", digest());

        baseline(MINUTE + 2, "new.one");
        assertEquals("new.two", digest());
    }

    @Test
    public void whatAStepHasRemovedMeanwhileIsNotThereAgain() {
        baseline(MINUTE + 2, "new.one");
        step(MINUTE, RowDigests.REMOVED, "new.one");
        assertTrue(covers.meet("part", "p").orElseThrow().isRemoved());

        baseline(MINUTE + 2, "new.one");
        assertTrue(covers.meet("part", "p").orElseThrow().isRemoved());
    }

    @Test
    public void whereABaselineHasReadWhatAStepHasLeftNobodyHasEditedTheRow() {
        baseline(MINUTE + 2, "new.three");
        step(MINUTE, "new.two", "new.one");
        step(MINUTE + 1, "new.three", "new.two");

        assertEquals("new.three", digest());
    }

    @Test
    public void aStepAfterABaselineTellsThatTheRowWasEditedBetween() {
        baseline(MINUTE, "new.one");

        assertEquals(
                Optional.of(PART),
                covers.add(
                        entry("whole", MINUTE + 2, details("new.three", Map.of(RowDigests.FOUND + PART, "new.two")))));
    }

    @Test
    public void aBaselineCountsOverStepsOfOtherColumnsAndOfLongAgo() {
        step(MINUTE, "old.one", "");
        baseline(MINUTE + 2, "new.one");
        assertEquals("new.one", digest());

        baseline(9 * MINUTE, "old.nine");
        step(MINUTE, "old.one", "");
        assertEquals("old.nine", digest());
    }

    private void step(long at, String left, String found) {
        add("whole", at, found.isEmpty() ? Map.of() : Map.of(RowDigests.FOUND + PART, found), left);
    }

    private void baseline(long at, String left) {
        add(RowBaseline.TYPE, at, Map.of(), left);
    }

    private void add(String type, long at, Map<String, String> found, String left) {
        assertEquals(Optional.empty(), covers.add(entry(type, at, details(left, found))));
    }

    private static String details(String left, Map<String, String> found) {
        Map<String, String> details = new HashMap<>(found);
        details.put(RowDigests.ROW + PART, left);
        return Json.write(details);
    }

    private String digest() {
        return covers.meet("part", "p").orElseThrow().digest();
    }

    private static EntryRow entry(String type, long at, String details) {
        return new EntryRow("t", type, "x", 1, at, "a", "A", "act", "", "", details, "r", DomainEvent.NONE, "h");
    }
}
