package org.yichuang.cases.internal.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** Tells the kind of a content while it passes: none of it is kept. */
    public static final class Recognition {
        private final List<Candidate> candidates =
                Stream.of(values()).map(Candidate::new).toList();

        /** Looks at the next bytes. */
        public void take(byte[] bytes, int offset, int length) {
            candidates.forEach(candidate -> candidate.take(bytes, offset, length));
        }

        /** Whether the content is none that is taken, whatever may follow. */
        public boolean isHopeless() {
            return candidates.stream().noneMatch(Candidate::isPossible);
        }

        /** The kind that all of the content shows, if it is one that is taken. */
        public Optional<MediaTypes> result() {
            return candidates.stream()
                    .filter(Candidate::isFound)
                    .map(candidate -> candidate.type)
                    .findFirst();
        }
    }

    /** One kind that a content may be: office formats are ZIP archives, told apart by the names of their entries. */
    private static final class Candidate {
        private final MediaTypes type;
        private final byte[] start;
        private final byte[] word;
        private long size;
        private int compared;
        private boolean differs;
        private int matched;

        private Candidate(MediaTypes type) {
            this.type = type;
            this.start = type.magic == null ? ZIP : type.magic;
            this.word = type.entry.getBytes(StandardCharsets.US_ASCII);
        }

        private void take(byte[] bytes, int offset, int length) {
            size += length;
            for (int i = offset; i < offset + length && compared < start.length; i++) {
                differs |= bytes[i] != start[compared++];
            }
            for (int i = offset; i < offset + length && matched < word.length && !differs; i++) {
                // No word has its first letter again: a mismatch never hides another start
                matched = bytes[i] == word[matched] ? matched + 1 : bytes[i] == word[0] ? 1 : 0;
            }
        }

        private boolean isPossible() {
            return !differs;
        }

        private boolean isFound() {
            return !differs && size > start.length && matched == word.length;
        }
    }
}
