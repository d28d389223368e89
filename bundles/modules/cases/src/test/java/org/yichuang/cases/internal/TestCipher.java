package org.yichuang.cases.internal;

import java.nio.file.Path;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;

/** The platform's cipher under a key that tests know. */
final class TestCipher {
    static final PersonalDataCipher CIPHER = in("nowhere");

    private TestCipher() {}

    /** @param base the folder in which {@code keys/personal-data.keys} may lie */
    static PersonalDataCipher in(String base) {
        return in(base, true);
    }

    /** @param mayRenew whether the file's last key is the one that all containers go over to */
    static PersonalDataCipher in(String base, boolean mayRenew) {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(
                digests,
                MasterKeys.open(digests, Path.of(base, "keys", "personal-data.keys")),
                () -> mayRenew,
                () -> true);
    }
}
