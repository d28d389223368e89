package org.yichuang.journal.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.TenantId;

/**
 * Takes the rows of one kind over into the present set of columns.
 *
 * @param shape what digests over the present columns begin with
 * @param wasProved whether its rows have been under proof before: then one of which no entry speaks is not taken over
 */
record RowTakeover(ChainHeadProvider provider, String shape, boolean wasProved) {
    String type() {
        return provider.aggregateType();
    }

    List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return provider.rows(tenant, after, most);
    }

    /** Compares rows that follow each other with what the trail says about them. */
    Part part(TenantId tenant, Optional<String> after, List<RowState> rows, RowCheck trail) {
        Part part = new Part(new HashMap<>(), new ArrayList<>(), new HashMap<>());
        for (RowState row : rows) {
            word(row, trail).ifPresent(left -> {
                if (left.isEmpty()) {
                    part.take(this, row);
                } else {
                    Map<String, String> standing = part.formers.computeIfAbsent(
                            left.substring(0, left.indexOf('.') + 1),
                            former -> provider.rows(tenant, after, rows.size(), former).stream()
                                    .collect(Collectors.toMap(RowState::id, RowState::digest)));
                    part.compare(this, row, left, Optional.ofNullable(standing.get(row.id())));
                }
            });
        }
        return part;
    }

    /**
     * The digest over other columns that an entry has left of a row; empty text when there is none to compare with;
     * absent when the row is not to be taken over: it is under proof already, or it is a break that is to stay one.
     */
    private Optional<String> word(RowState row, RowCheck trail) {
        long walked =
                trail.noted(type(), row.id()).map(RowCovers.Cover::sequence).orElse(0L);
        if (row.head().filter(head -> head.sequence() > walked).isPresent()) {
            trail.walkOn(type(), row);
        }
        Optional<RowCovers.Cover> cover = trail.noted(type(), row.id());
        if (row.head().isPresent()
                && !cover.filter(it -> isEnd(it, row.head().get())).isPresent()) {
            return Optional.empty();
        }
        if (cover.isEmpty()) {
            return wasProved ? Optional.empty() : Optional.of("");
        }
        String left = cover.get().digest();
        if (left.startsWith(shape) || left.equals(RowDigests.REMOVED)) {
            return Optional.empty();
        }
        return Optional.of(left.indexOf('.') < 0 ? "" : left);
    }

    private static boolean isEnd(RowCovers.Cover cover, ChainHead head) {
        return head.sequence() > 0
                && head.sequence() == cover.sequence()
                && head.hash().equals(cover.hash());
    }

    private String detail(RowState row) {
        return RowDigests.detail(type(), row.id());
    }

    private static String cover(RowState row) {
        return row.digest() + row.head().map(head -> "@" + head.sequence()).orElse("");
    }

    /**
     * What has been found about rows that follow each other.
     *
     * @param details what an entry says that takes them over
     * @param departed those that are not as they were left
     * @param formers digests of the rows over former columns, by what they begin with and row
     */
    record Part(Map<String, String> details, List<RowState> departed, Map<String, Map<String, String>> formers) {
        private static final String UNPROVED = "taken-as-they-stand";

        boolean departs() {
            return !departed.isEmpty();
        }

        long unproved() {
            return Long.parseLong(details.getOrDefault(UNPROVED, "0"));
        }

        private void take(RowTakeover takeover, RowState row) {
            details.put(takeover.detail(row), cover(row));
            details.put(UNPROVED, Long.toString(unproved() + 1));
        }

        private void compare(RowTakeover takeover, RowState row, String left, Optional<String> standing) {
            if (standing.isEmpty()) {
                take(takeover, row);
                return;
            }
            details.put(takeover.detail(row), cover(row));
            if (!standing.get().equals(left)) {
                details.put(RowDigests.FOUND + takeover.type() + "/" + row.id(), standing.get());
                departed.add(row);
            }
        }
    }
}
