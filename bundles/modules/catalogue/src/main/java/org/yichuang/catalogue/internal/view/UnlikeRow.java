package org.yichuang.catalogue.internal.view;

import java.util.List;
import org.yichuang.catalogue.internal.domain.unify.Unlike;
import org.yichuang.pages.api.Ui;

/**
 * An item that is not the same at two centres, as a page shows it.
 *
 * @param kind in words
 * @param adoptable its code when the standard can be taken over, else empty
 */
public record UnlikeRow(String code, String name, String kind, String adoptable, List<Part> parts) {
    /** What differs, in words. */
    public record Part(String field, String here, String there) {}

    /** @param above whether the other centre is one above */
    public static UnlikeRow of(Unlike unlike, boolean above, Ui ui) {
        boolean adoptable = above && unlike.isAdoptable();
        return new UnlikeRow(
                unlike.code(),
                unlike.name(),
                ui.t("unify.kind." + unlike.kind().name()),
                adoptable ? unlike.code() : "",
                unlike.fields().stream()
                        .map(part -> new Part(ui.localize(part.field().label()), part.here(), part.there()))
                        .toList());
    }
}
