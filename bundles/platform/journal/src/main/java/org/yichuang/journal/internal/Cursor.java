package org.yichuang.journal.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** The place in a list where the next part begins: the last row's sort key, packed so that nobody builds upon it. */
final class Cursor {
    private static final String SEPARATOR = "\n";

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** Packs a sort key. */
    static String of(Object... key) {
        String text = Arrays.stream(key).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Unpacks where a page begins; the start of the list has no parts. */
    static Cursor start(PageRequest page, int parts) {
        if (page.cursor().isEmpty()) {
            return new Cursor(List.of());
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(page.cursor().get());
            Cursor cursor = new Cursor(List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
            if (cursor.parts.size() == parts) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    long number(int part, long atTheStart) {
        try {
            return parts.isEmpty() ? atTheStart : Long.parseLong(parts.get(part));
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    String text(int part, String atTheStart) {
        return parts.isEmpty() ? atTheStart : parts.get(part);
    }

    private static ProblemException unreadable() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                "cursor",
                LocalizedMessage.of(Cursor.class, "cursor.cursor-cannot-read"));
    }
}
