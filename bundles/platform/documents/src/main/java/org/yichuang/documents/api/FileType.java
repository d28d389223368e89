package org.yichuang.documents.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that are taken of people, told by their content and not by what anybody says. */
public enum FileType {
    /** A PDF document. */
    PDF("application/pdf", "pdf"),
    /** A JPEG picture. */
    JPEG("image/jpeg", "jpg", "jpeg", "jpe"),
    /** A PNG picture. */
    PNG("image/png", "png"),
    /** A document in the open fixed layout of GB/T 33190. */
    OFD("application/ofd", "ofd"),
    /** A text of a word processor, without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** A workbook, without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final List<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** Returns the media type as it is kept and sent. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the usual ending of a name, without the dot. */
    public String ending() {
        return endings.get(0);
    }

    /** Returns the endings of all kinds that are taken, each with its dot. */
    public static List<String> allEndings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .toList();
    }

    /** Returns the usual endings of all kinds, for messages. */
    public static String taken() {
        return Stream.of(values()).map(FileType::ending).collect(Collectors.joining(", "));
    }

    /** Returns the kind whose files have names with this ending, in whatever case. */
    public static Optional<FileType> ofEnding(String ending) {
        String lower = ending.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.endings.contains(lower)).findFirst();
    }

    /** Whether it is a picture: of these, cameras and programs often confuse the endings. */
    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /**
     * Whether what somebody says of a file may stand beside this content: a media type of another kind that is taken
     * may not. What browsers and office programs call the same file by names of their own says nothing.
     */
    public boolean agrees(String said) {
        String plain = said == null
                ? ""
                : said.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return Stream.of(values())
                .filter(type -> type.mediaType.equals(plain))
                .allMatch(type -> type == this || type.isPicture() && isPicture());
    }
}
