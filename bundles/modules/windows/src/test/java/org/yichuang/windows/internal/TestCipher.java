package org.yichuang.windows.internal;

import java.nio.file.Path;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;

/** The platform's cipher under a key that tests know. */
final class TestCipher {
    static final PersonalDataCipher CIPHER = made();

    private TestCipher() {}

    private static PersonalDataCipher made() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(digests, MasterKeys.open(digests, Path.of("nowhere")), () -> true, () -> true);
    }
}
