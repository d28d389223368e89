package org.yichuang.catalogue.internal.domain.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yichuang.kernel.api.TenantId;

/** The centres of one level by their entry rates. */
public final class EntryRanking {
    private EntryRanking() {}

    /**
     * What a centre has.
     *
     * @param rank from 1, the same for equal fractions; 0 where nothing is due
     */
    public record Ranked(TenantId centre, EntryCounts counts, int rank) {}

    /** Ranks centres, the best first; of equal ones in the order in which they come. */
    public static List<Ranked> of(List<Ranked> centres) {
        List<Ranked> sorted = new ArrayList<>(centres);
        sorted.sort(
                Comparator.comparing(Ranked::counts, EntryCounts::compareRate).reversed());
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Ranked each = sorted.get(i);
            boolean same = i > 0 && sorted.get(i - 1).counts().compareRate(each.counts()) == 0;
            int rank = same ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(new Ranked(each.centre(), each.counts(), each.counts().due() == 0 ? 0 : rank));
        }
        return ranked;
    }
}
