package org.yichuang.catalogue.internal.search;

import java.util.Optional;
import org.yichuang.catalogue.internal.PublishedCatalogue;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Where a part of ranked results begins: after so many of them, and not without end. */
final class SearchCursor {
    /** Nobody reads further; the next words find better. */
    static final int DEEPEST = 1_000;

    private static final String MARK = "r";

    private SearchCursor() {}

    static String at(int from) {
        return MARK + from;
    }

    /** Whether a cursor is one of ranked results. */
    static boolean isRanked(String cursor) {
        return cursor.matches(MARK + "\\d{1,4}");
    }

    static int from(Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        if (!isRanked(cursor.get()) || Integer.parseInt(cursor.get().substring(1)) > DEEPEST) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "cursor",
                    LocalizedMessage.of(PublishedCatalogue.class, "cursor.unknown"));
        }
        return Integer.parseInt(cursor.get().substring(1));
    }
}
