package org.yichuang.fees.internal.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.fees.internal.domain.Reconciled.Found;

/** What is known already of how the books of a day do not agree: another amount is another difference. */
public final class Known {
    private final List<Difference> all;
    private final Map<String, Difference> newest = new HashMap<>();

    /** @param all the differences of the day that are kept */
    public Known(List<Difference> all) {
        this.all = List.copyOf(all);
        this.all.forEach(each -> newest.merge(
                each.found().id(), each, (one, other) -> one.occurrence() > other.occurrence() ? one : other));
    }

    /** All that are kept. */
    public List<Difference> all() {
        return all;
    }

    /** Under which id something that was found is to be kept; nothing where it is known just so. */
    public Optional<String> fresh(Found found) {
        Difference last = newest.get(found.id());
        if (last == null) {
            return Optional.of(found.id());
        }
        boolean isKnown = last.fen() == found.fen() && !last.isOver();
        return isKnown ? Optional.empty() : Optional.of(found.id() + "." + (last.occurrence() + 1));
    }

    /** Those that are open, and are not found any more. */
    public List<Difference> over(List<Found> found) {
        Set<Found> now = new HashSet<>(found);
        return all.stream()
                .filter(each -> each.isOpen() && !now.contains(each.found()))
                .toList();
    }
}
