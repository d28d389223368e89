package org.yichuang.rest.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The names of files that come as parts of a form. */
public final class PartNames {
    private static final int BYTES = 256;

    private PartNames() {}

    /**
     * Returns the name of a file as it was written: browsers send it in UTF-8, and headers are read byte by byte.
     *
     * @param said as it was read; null where there is none
     */
    public static String of(String said) {
        return said == null ? null : decoded(said);
    }

    private static String decoded(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return name.chars().allMatch(letter -> letter < BYTES)
                    ? StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()
                    : name;
        } catch (CharacterCodingException otherCharset) {
            return name;
        }
    }
}
