package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/**
 * Which items of the index a centre offers: its own, and those of the centres above that its level accepts, unless a
 * nearer centre publishes the same code. Reckoned once for each state of the index.
 */
final class VisibleItems {
    private static final int MOST_CENTRES = 256;

    private final Map<Lineage, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Lineage, Kept> eldest) {
            return size() > MOST_CENTRES;
        }
    };

    /**
     * A centre with those above it.
     *
     * @param level the level of the first
     * @param centres from the centre itself upwards
     */
    record Lineage(Level level, List<TenantId> centres) {}

    private record Kept(Object reader, FixedBitSet visible) {}

    FixedBitSet of(Lineage lineage, IndexSearcher searcher) throws IOException {
        Object reader = searcher.getIndexReader().getReaderCacheHelper().getKey();
        synchronized (kept) {
            Kept known = kept.get(lineage);
            if (known != null && known.reader() == reader) {
                return known.visible();
            }
        }
        FixedBitSet visible = reckon(lineage, searcher.getIndexReader());
        synchronized (kept) {
            kept.put(lineage, new Kept(reader, visible));
        }
        return visible;
    }

    private static FixedBitSet reckon(Lineage lineage, IndexReader reader) throws IOException {
        FixedBitSet visible = new FixedBitSet(Math.max(1, reader.maxDoc()));
        Set<Long> nearer = new HashSet<>();
        for (int i = 0; i < lineage.centres().size(); i++) {
            Set<Long> codes = new HashSet<>();
            long accepted = i == 0 ? -1L : ItemDocuments.bit(lineage.level());
            for (LeafReaderContext leaf : reader.leaves()) {
                add(lineage.centres().get(i), leaf, new Wanted(accepted, nearer, codes), visible);
            }
            nearer.addAll(codes);
        }
        return visible;
    }

    private record Wanted(long accepted, Set<Long> hidden, Set<Long> codes) {}

    private static void add(TenantId owner, LeafReaderContext leaf, Wanted wanted, FixedBitSet visible)
            throws IOException {
        PostingsEnum items = leaf.reader().postings(new Term(ItemDocuments.OWNER, owner.value()), PostingsEnum.NONE);
        if (items == null) {
            return;
        }
        Bits live = leaf.reader().getLiveDocs();
        NumericDocValues codes = leaf.reader().getNumericDocValues(ItemDocuments.CODE);
        NumericDocValues accepted = leaf.reader().getNumericDocValues(ItemDocuments.ACCEPTED);
        for (int item = items.nextDoc(); item != DocIdSetIterator.NO_MORE_DOCS; item = items.nextDoc()) {
            if (live == null || live.get(item)) {
                codes.advanceExact(item);
                accepted.advanceExact(item);
                long code = codes.longValue();
                wanted.codes().add(code);
                boolean fits = wanted.accepted() < 0 || (accepted.longValue() & wanted.accepted()) != 0;
                if (fits && !wanted.hidden().contains(code)) {
                    visible.set(leaf.docBase + item);
                }
            }
        }
    }
}
