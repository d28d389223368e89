package org.yichuang.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.internal.domain.ChainKey;

/** Digests with keys derived from the journal's key, one for each purpose. */
public class JournalKeyDigests implements KeyedDigests {
    private final ChainKey root;
    private final Map<String, ChainKey> keys = new ConcurrentHashMap<>();

    public JournalKeyDigests(ChainKey root) {
        this.root = root;
    }

    @Override
    public String digest(String purpose, String... fields) {
        return keys.computeIfAbsent(purpose, root::derived).hash(fields);
    }

    @Override
    public boolean matches(String kept, String purpose, String... fields) {
        return MessageDigest.isEqual(
                kept.getBytes(StandardCharsets.UTF_8), digest(purpose, fields).getBytes(StandardCharsets.UTF_8));
    }
}
