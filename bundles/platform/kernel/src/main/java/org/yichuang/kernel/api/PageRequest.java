package org.yichuang.kernel.api;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many rows, 1 to {@link #MAXIMUM}
 * @param cursor where to continue, as the part before gave it; opaque to clients
 */
public record PageRequest(int limit, Optional<String> cursor) {
    /** The largest part that can be asked for. */
    public static final int MAXIMUM = 200;

    /** The part that is given when nothing is said. */
    public static final int USUAL = 20;

    /**
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} when the limit is out of bounds,
     *     {@link CommonError#PARAMETER_UNREADABLE} when the cursor is certainly none of ours
     */
    public PageRequest {
        if (limit < 1 || limit > MAXIMUM) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "limit", LocalizedMessage.of(PageRequest.class, "page-limit", MAXIMUM));
        }
        if (cursor.filter(text -> text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "cursor",
                    LocalizedMessage.of(PageRequest.class, "cursor-unknown"));
        }
    }

    /** From the query parameters, which may be absent. */
    public static PageRequest of(Integer limit, String cursor) {
        return new PageRequest(
                limit == null ? USUAL : limit, Optional.ofNullable(cursor).filter(text -> !text.isBlank()));
    }
}
