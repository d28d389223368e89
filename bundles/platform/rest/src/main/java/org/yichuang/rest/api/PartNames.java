package org.yichuang.rest.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.ContentDisposition;

/** The names of files that come as parts of a form. */
public final class PartNames {
    private static final int BYTES = 256;

    private PartNames() {}

    /** Returns the name that a part gives its file, null where it gives none. */
    public static String of(Attachment part) {
        ContentDisposition said = part.getContentDisposition();
        return said == null || said.getFilename() == null ? null : decoded(said.getFilename());
    }

    /** Browsers send the name in UTF-8, and headers are read byte by byte. */
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
