package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Ref;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** Looks at all that a centre publishes, part by part; none of it is held. */
final class CatalogueScan {
    /** So many items are looked at. */
    static final int MOST_ITEMS = 20_000;

    private static final int CHUNK = 200;

    private CatalogueScan() {}

    /** Takes each published item in the order of codes; {@code too-large} for more than 20,000. */
    static void each(PublishedRows published, UnitOfWork unit, Consumer<ItemDefinition> taker) {
        List<String> codes =
                published.refs(MOST_ITEMS + 1, unit).stream().map(Ref::code).toList();
        if (codes.size() > MOST_ITEMS) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(CatalogueScan.class, "scan.too-large", MOST_ITEMS));
        }
        for (int from = 0; from < codes.size(); from += CHUNK) {
            List<String> part = codes.subList(from, Math.min(codes.size(), from + CHUNK));
            Map<String, ItemDefinition> found = published.definitions(part, unit);
            part.stream().map(found::get).filter(Objects::nonNull).forEach(taker); // one may have been retired since
        }
    }

    /** A part of a list that is there as a whole; the cursor counts. */
    static <T> Page<T> page(List<T> all, PageRequest page) {
        int from = page.cursor().map(CatalogueScan::position).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(from >= to ? List.of() : all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    private static int position(String cursor) {
        if (!cursor.matches("\\d{1,6}")) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "cursor",
                    LocalizedMessage.of(CatalogueScan.class, "cursor.unknown"));
        }
        return Integer.parseInt(cursor);
    }
}
