package org.yichuang.journal.rows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Instant;
import org.junit.Test;

/** How moments stand in columns: these numbers are in databases, and digests are over them. */
public class InstantConverterTest {
    private static final Instant MOMENT = Instant.parse("2026-11-28T05:30:00.123456Z");

    private final InstantConverter converter = new InstantConverter();

    @Test
    public void aMomentIsKeptAsMicrosecondsSince1970() {
        assertEquals(Long.valueOf(1_795_843_800_123_456L), converter.convertToDatabaseColumn(MOMENT));
        assertEquals(MOMENT, converter.convertToEntityAttribute(1_795_843_800_123_456L));
    }

    @Test
    public void whatIsFinerThanAMicrosecondIsCutOff() {
        assertEquals(Long.valueOf(1_795_843_800_123_456L), converter.convertToDatabaseColumn(MOMENT.plusNanos(999)));
        assertEquals(Long.valueOf(-1), converter.convertToDatabaseColumn(Instant.EPOCH.minusNanos(1_999)));
    }

    @Test
    public void noMomentIsNoNumber() {
        assertNull(converter.convertToDatabaseColumn(null));
        assertNull(converter.convertToEntityAttribute(null));
    }
}
