package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/** A value and its text, each made of the other once. */
public class StoredTest {
    @Test
    public void whatIsOnlyReadIsNotWrittenAndWhatIsOnlyKeptIsNotRead() {
        AtomicInteger read = new AtomicInteger();
        Stored.OfProgress stored = new Stored.OfProgress("e1.0.x");
        stored.readBy(text -> {
            read.incrementAndGet();
            return new Progress();
        });
        assertFalse(stored.writeBy(value -> {
            throw new AssertionError("written again");
        }));
        assertEquals("e1.0.x", stored.kept());
        assertEquals(0, read.get());
        assertSame(stored.value(), stored.value());
        assertEquals(1, read.get());
    }

    @Test
    public void aNewValueIsWrittenOnceAndNeverStoredUnwritten() {
        Stored.OfProgress fresh = new Stored.OfProgress(new Progress());
        assertThrows(IllegalStateException.class, fresh::kept);

        assertTrue(fresh.writeBy(value -> "first"));
        assertFalse(fresh.writeBy(value -> "second"));
        assertEquals("first", fresh.kept());
    }
}
