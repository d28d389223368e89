package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * nearer centre publishes the same code. What a centre has from above is reckoned once for all its neighbours, and all
 * of it anew for each state of the index.
 */
final class VisibleItems {
    private static final int MOST_KEPT = 256;
    private static final Offer NOTHING = new Offer(new FixedBitSet(1), new long[0], new int[0]);

    private final Map<Lineage, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Lineage, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * A centre with those above it.
     *
     * @param level the level that must accept what comes from above
     * @param centres from the centre itself upwards
     */
    record Lineage(Level level, List<TenantId> centres) {
        private Lineage above() {
            return new Lineage(level, centres.subList(1, centres.size()));
        }
    }

    private record Kept(Object reader, Offer offer) {}

    /**
     * What is offered.
     *
     * @param items the items, as bits
     * @param codes the hashes of their codes, ordered
     * @param numbers the items in the order of {@code codes}
     */
    private record Offer(FixedBitSet items, long[] codes, int[] numbers) {}

    /** The items that the first centre of a lineage offers. */
    FixedBitSet of(Lineage lineage, IndexSearcher searcher) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Offer above = above(lineage.above(), reader);
        Own own = Own.of(lineage.centres().get(0), reader);
        FixedBitSet items = without(above, own, reader);
        for (int i = 0; i < own.size; i++) {
            items.set(own.numbers[i]);
        }
        return items;
    }

    private Offer above(Lineage lineage, IndexReader reader) throws IOException {
        if (lineage.centres().isEmpty()) {
            return NOTHING;
        }
        Object state = reader.getReaderCacheHelper().getKey();
        synchronized (kept) {
            Kept known = kept.get(lineage);
            if (known != null && known.reader() == state) {
                return known.offer();
            }
        }
        Offer offer = reckon(lineage, reader);
        synchronized (kept) {
            kept.put(lineage, new Kept(state, offer));
        }
        return offer;
    }

    private Offer reckon(Lineage lineage, IndexReader reader) throws IOException {
        Offer above = above(lineage.above(), reader);
        Own own = Own.of(lineage.centres().get(0), reader);
        FixedBitSet items = without(above, own, reader);
        long level = ItemDocuments.bit(lineage.level());
        for (int i = 0; i < own.size; i++) {
            if ((own.accepted[i] & level) != 0) {
                items.set(own.numbers[i]);
            }
        }
        return ordered(items, reader);
    }

    /** What comes from above without the codes that a centre publishes itself. */
    private static FixedBitSet without(Offer above, Own own, IndexReader reader) {
        FixedBitSet items = new FixedBitSet(Math.max(1, reader.maxDoc()));
        items.or(above.items());
        for (int i = 0; i < own.size; i++) {
            int at = Arrays.binarySearch(above.codes(), own.codes[i]);
            if (at >= 0) {
                items.clear(above.numbers()[at]);
            }
        }
        return items;
    }

    private static Offer ordered(FixedBitSet items, IndexReader reader) throws IOException {
        int size = items.cardinality();
        long[][] pairs = new long[size][];
        int at = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues codes = leaf.reader().getNumericDocValues(ItemDocuments.CODE);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int item = next(items, leaf.docBase); item < end; item = next(items, item + 1)) {
                codes.advanceExact(item - leaf.docBase);
                pairs[at++] = new long[] {codes.longValue(), item};
            }
        }
        Arrays.sort(pairs, (one, other) -> Long.compare(one[0], other[0]));
        return new Offer(
                items,
                Arrays.stream(pairs).mapToLong(pair -> pair[0]).toArray(),
                Arrays.stream(pairs).mapToInt(pair -> (int) pair[1]).toArray());
    }

    private static int next(FixedBitSet items, int from) {
        return from < items.length() ? items.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /** A centre's own items. */
    private static final class Own {
        private int[] numbers = new int[64];
        private long[] codes = new long[64];
        private long[] accepted = new long[64];
        private int size;

        static Own of(TenantId owner, IndexReader reader) throws IOException {
            Own own = new Own();
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum items =
                        leaf.reader().postings(new Term(ItemDocuments.OWNER, owner.value()), PostingsEnum.NONE);
                if (items != null) {
                    own.add(leaf, items);
                }
            }
            return own;
        }

        private void add(LeafReaderContext leaf, PostingsEnum items) throws IOException {
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues code = leaf.reader().getNumericDocValues(ItemDocuments.CODE);
            NumericDocValues levels = leaf.reader().getNumericDocValues(ItemDocuments.ACCEPTED);
            for (int item = items.nextDoc(); item != DocIdSetIterator.NO_MORE_DOCS; item = items.nextDoc()) {
                if (live == null || live.get(item)) {
                    if (size == numbers.length) {
                        numbers = Arrays.copyOf(numbers, size * 2);
                        codes = Arrays.copyOf(codes, size * 2);
                        accepted = Arrays.copyOf(accepted, size * 2);
                    }
                    code.advanceExact(item);
                    levels.advanceExact(item);
                    numbers[size] = leaf.docBase + item;
                    codes[size] = code.longValue();
                    accepted[size++] = levels.longValue();
                }
            }
        }
    }
}
