package org.yichuang.tenancy.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.tenancy.internal.domain.TenantFile;

/** Turns what Configuration Admin delivers into a tenant's file. */
final class Settings {
    private static final String FILE_NAME = "felix.fileinstall.filename";
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("service.", "felix.", "org.apache.");
    private static final int LATIN_1_END = 0x100;

    private Settings() {}

    static TenantFile read(String pid, Dictionary<String, ?> properties) {
        Map<String, String> values = new TreeMap<>();
        for (String key : Collections.list(properties.keys())) {
            if (OF_THE_FRAMEWORK.stream().noneMatch(key::startsWith)) {
                values.put(key, utf8(String.valueOf(properties.get(key)).strip()));
            }
        }
        Object file = properties.get(FILE_NAME);
        return new TenantFile(file == null ? pid : Path.of(file.toString()).getFileName().toString(), values);
    }

    /**
     * The container reads configuration files as ISO 8859-1 unless told otherwise. Ours are UTF-8, and bytes of UTF-8
     * that were read so can be told with certainty and are read again.
     */
    static String utf8(String text) {
        if (text.chars().allMatch(c -> c < LATIN_1_END)) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                        .toString();
            } catch (CharacterCodingException e) {
                return text; // It was Latin-1 indeed
            }
        }
        return text;
    }
}
