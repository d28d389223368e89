package org.yichuang.cases.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that are taken, told by their content and not by what the client says. */
public enum MediaTypes {
    PDF("application/pdf", "pdf", new byte[] {'%', 'P', 'D', 'F', '-'}, ""),
    JPEG("image/jpeg", "jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, ""),
    PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, ""),
    OFD("application/ofd", "ofd", null, "OFD.xml"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", null, "word/"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", null, "xl/");

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final String mediaType;
    private final String ending;
    private final byte[] magic;
    private final String entry;

    MediaTypes(String mediaType, String ending, byte[] magic, String entry) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.magic = magic;
        this.entry = entry;
    }

    /** The kind that the content shows, if it is one that is taken. */
    public static Optional<MediaTypes> of(byte[] content) {
        return Stream.of(values()).filter(type -> type.fits(content)).findFirst();
    }

    /** What is taken, for messages. */
    public static String taken() {
        return Stream.of(values()).map(type -> type.ending).collect(Collectors.joining(", "));
    }

    /** The media type as it is kept and sent. */
    public String mediaType() {
        return mediaType;
    }

    /** Tells whether what the client says agrees; nothing said, or a general type, says nothing. */
    public boolean agrees(String said) {
        if (said == null || said.isBlank()) {
            return true;
        }
        String plain = said.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return plain.equals(mediaType)
                || plain.equals("application/octet-stream")
                || this == JPEG && plain.equals("image/jpg")
                || this == OFD && plain.endsWith("ofd");
    }

    private boolean fits(byte[] content) {
        // the office formats are ZIP archives, told apart by the names of their entries
        byte[] start = magic == null ? ZIP : magic;
        boolean starts = content.length > start.length && Arrays.equals(start, Arrays.copyOf(content, start.length));
        return starts && (entry.isEmpty() || holds(content, entry.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean holds(byte[] content, byte[] word) {
        for (int i = 0; i + word.length <= content.length; i++) {
            if (Arrays.equals(content, i, i + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }
}
