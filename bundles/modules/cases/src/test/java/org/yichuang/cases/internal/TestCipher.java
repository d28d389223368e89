package org.yichuang.cases.internal;

import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;

/** The platform's cipher under a key that tests know. */
final class TestCipher {
    static final PersonalDataCipher CIPHER = in("nowhere");

    private TestCipher() {}

    /** @param base the folder in which {@code keys/personal-data.keys} may lie */
    static PersonalDataCipher in(String base) {
        return new EnvelopeCipher(new JournalKeyDigests(new ChainKey(new byte[32])), base);
    }
}
