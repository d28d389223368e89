package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.FixedBitSet;
import org.yichuang.catalogue.api.CatalogueSearch.Count;
import org.yichuang.catalogue.api.CatalogueSearch.Dimension;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.internal.search.VisibleItems.Lineage;
import org.yichuang.kernel.api.TenantId;

/** Asks the index: what a centre offers that matches, the likeliest first, with counts. */
final class RankedSearch {
    /** What scores less than this part of the best is no answer where only some of a question was found. */
    private static final float WORTH_SHOWING = 0.4f;

    private static final int LOOSE = 2;

    private final ItemIndex index;
    private final VisibleItems visible = new VisibleItems();

    RankedSearch(ItemIndex index) {
        this.index = index;
    }

    /** A found item: which version of whose. */
    record Hit(TenantId owner, String code, int number) {}

    /**
     * What was found.
     *
     * @param hits the wanted part of it
     * @param total how many there are
     * @param counts by dimension
     * @param stage how strictly the question was taken, 0 for word by word
     */
    record Found(List<Hit> hits, int total, Map<Dimension, List<Count>> counts, int stage) {}

    Found find(Question question, Request request, Lineage lineage, Part part) {
        return index.read(searcher -> {
            FixedBitSet offered = visible.of(lineage, searcher);
            if (question.parts().isEmpty()) {
                Hits all = new Hits(offered, request, part, 0);
                collect(searcher, new MatchAllDocsQuery(), lineage, all);
                return found(searcher, all, 0);
            }
            for (int stage = 0; stage < LOOSE; stage++) {
                Hits hits = new Hits(offered, request, part, 0);
                collect(searcher, QuestionQueries.stage(stage, question), lineage, hits);
                if (hits.size > 0) {
                    return found(searcher, hits, stage);
                }
            }
            Query loose = QuestionQueries.stage(LOOSE, question);
            Hits any = new Hits(offered, request, part, 0);
            collect(searcher, loose, lineage, any);
            Hits best = new Hits(offered, request, part, any.highest * WORTH_SHOWING);
            collect(searcher, loose, lineage, best);
            return found(searcher, best, LOOSE);
        });
    }

    /** Which of the hits are wanted. */
    record Part(int from, int most) {}

    private static void collect(IndexSearcher searcher, Query query, Lineage lineage, Hits hits) throws IOException {
        BooleanQuery.Builder owners = new BooleanQuery.Builder();
        for (TenantId owner : lineage.centres()) {
            owners.add(new TermQuery(new Term(ItemDocuments.OWNER, owner.value())), Occur.SHOULD);
        }
        Query within = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new ConstantScoreQuery(owners.build()), Occur.FILTER)
                .build();
        searcher.search(within, new InOnePiece(hits));
    }

    private static Found found(IndexSearcher searcher, Hits hits, int stage) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Hit> shown = new ArrayList<>();
        for (int item : hits.wanted()) {
            var document = stored.document(item);
            shown.add(new Hit(
                    new TenantId(document.get(ItemDocuments.OWNER)),
                    document.get(ItemDocuments.CODE),
                    document.getField(ItemDocuments.NUMBER).numericValue().intValue()));
        }
        return new Found(shown, hits.size, hits.facets.counts(), stage);
    }

    /** Collects on the thread that asks. */
    private record InOnePiece(Hits hits) implements CollectorManager<Hits, Hits> {
        @Override
        public Hits newCollector() {
            return hits;
        }

        @Override
        public Hits reduce(Collection<Hits> collected) {
            return hits;
        }
    }

    /** A match: of equal scores the order of codes' hashes decides, which all nodes share. */
    private record Match(float score, long order, int item) {
        private static final Comparator<Match> WORST_FIRST = Comparator.comparingDouble(Match::score)
                .thenComparing(Comparator.comparingLong(Match::order).reversed())
                .thenComparing(Comparator.comparingInt(Match::item).reversed());
    }

    /** Counts all that matches and keeps the best. */
    private static final class Hits extends SimpleCollector {
        private final FixedBitSet offered;
        private final Facets facets;
        private final Part part;
        private final float lowest;
        private final PriorityQueue<Match> best = new PriorityQueue<>(Match.WORST_FIRST);
        private float highest;
        private int size;
        private Facets.Segment segment;
        private NumericDocValues codes;
        private int base;
        private Scorable scorer;

        Hits(FixedBitSet offered, Request request, Part part, float lowest) {
            this.offered = offered;
            this.facets = new Facets(request);
            this.part = part;
            this.lowest = lowest;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            segment = facets.new Segment(leaf);
            codes = leaf.reader().getNumericDocValues(ItemDocuments.CODE);
        }

        @Override
        public void setScorer(Scorable current) {
            scorer = current;
        }

        @Override
        public void collect(int item) throws IOException {
            float score = scorer.score();
            if (score < lowest || !offered.get(base + item) || !segment.take(item)) {
                return;
            }
            size++;
            highest = Math.max(highest, score);
            boolean full = best.size() == part.from() + part.most();
            if (!full || score >= best.peek().score()) {
                codes.advanceExact(item);
                best.add(new Match(score, codes.longValue(), base + item));
                if (full) {
                    best.poll();
                }
            }
        }

        @Override
        public void finish() throws IOException {
            segment.close();
        }

        /** The wanted part, the best first. */
        List<Integer> wanted() {
            return best.stream()
                    .sorted(Match.WORST_FIRST.reversed())
                    .skip(part.from())
                    .map(Match::item)
                    .toList();
        }
    }
}
