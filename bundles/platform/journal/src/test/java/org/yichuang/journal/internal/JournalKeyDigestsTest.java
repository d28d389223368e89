package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.yichuang.journal.internal.domain.ChainKey;

public class JournalKeyDigestsTest {
    private final ChainKey root = new ChainKey(new byte[32]);
    private final JournalKeyDigests digests = new JournalKeyDigests(root);

    @Test
    public void theSameFieldsHaveTheSameDigestInEveryContainer() {
        String digest = digests.digest("session", "north", "s-1");

        assertEquals(64, digest.length());
        assertEquals(digest, new JournalKeyDigests(new ChainKey(new byte[32])).digest("session", "north", "s-1"));
        assertTrue(digests.matches(digest, "session", "north", "s-1"));
    }

    @Test
    public void aDigestServesItsPurposeOnly() {
        String digest = digests.digest("session", "s-1");

        assertFalse(digests.matches(digest, "token", "s-1"));
        assertNotEquals(root.hash("s-1"), digest);
    }

    @Test
    public void fieldsDoNotRunIntoEachOther() {
        assertNotEquals(digests.digest("session", "ab", "c"), digests.digest("session", "a", "bc"));
    }

    @Test
    public void anotherKeyGivesOtherDigests() {
        byte[] secret = new byte[32];
        secret[0] = 1;

        assertFalse(
                new JournalKeyDigests(new ChainKey(secret)).matches(digests.digest("session", "s"), "session", "s"));
    }
}
