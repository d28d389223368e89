package org.yichuang.catalogue.internal.search;

import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.yichuang.catalogue.internal.search.Question.Kind;
import org.yichuang.catalogue.internal.search.Question.Part;

/** A question as queries, from the strictest on; the next one is asked when one finds nothing. */
final class QuestionQueries {
    private static final float EXACT = 100;
    private static final float BEGINS = 3;
    private static final float CODE_BEGINS = 30;
    private static final int SHORTEST_CODE = 3;
    private static final int FIRST_OF_OTHERS = 0x80;
    private static final float BIGRAM = 0.5f;
    private static final float CHARACTER = 0.5f;

    private QuestionQueries() {}

    /** Where every part is found. */
    private static Query strict(Question question) {
        return all(question, PartQueries::exactly);
    }

    /** Where every part is found, be it heard or typed wrongly. */
    private static Query rough(Question question) {
        return all(question, PartQueries::roughly);
    }

    /** Where some of it is found. */
    private static Query loose(Question question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Part part : question.parts()) {
            query.add(PartQueries.roughly(part), Occur.SHOULD);
            if (part.kind() != Kind.LATIN && part.length() > 1) {
                for (String gram : SearchText.bigrams(part.text())) {
                    query.add(new BoostQuery(new TermQuery(new Term(ItemDocuments.NAME, gram)), BIGRAM), Occur.SHOULD);
                }
                if (!part.required()) {
                    query.add(characters(part.text()), Occur.SHOULD);
                }
            }
        }
        return query.build();
    }

    /** At least half of the characters of a text. */
    private static Query characters(String text) {
        List<String> characters =
                text.codePoints().distinct().mapToObj(Character::toString).toList();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        characters.forEach(each ->
                query.add(constant(new TermQuery(new Term(ItemDocuments.CHARACTER, each)), CHARACTER), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch((characters.size() + 1) / 2).build();
    }

    private static Query all(Question question, Function<Part, Query> turn) {
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        boolean some = question.parts().stream().anyMatch(Part::required);
        for (Part part : question.parts()) {
            if (part.required() || !some) {
                parts.add(turn.apply(part), Occur.MUST);
            } else {
                parts.add(PartQueries.roughly(part), Occur.SHOULD);
            }
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(parts.build(), Occur.SHOULD);
        addWhole(question.compact(), query);
        return query.build();
    }

    /** What is named, or has the code, as it was typed comes first. */
    private static void addWhole(String compact, BooleanQuery.Builder query) {
        query.add(constant(new TermQuery(new Term(ItemDocuments.EXACT, compact)), EXACT), Occur.SHOULD);
        if (compact.codePointCount(0, compact.length()) > 1) {
            query.add(constant(new PrefixQuery(new Term(ItemDocuments.EXACT, compact)), BEGINS), Occur.SHOULD);
        }
        if (compact.length() >= SHORTEST_CODE && compact.chars().allMatch(each -> each < FIRST_OF_OTHERS)) {
            query.add(
                    constant(new PrefixQuery(new Term(ItemDocuments.CODE_PREFIX, compact)), CODE_BEGINS), Occur.SHOULD);
        }
    }

    private static Query constant(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    /** The query of a stage, from 0 on. */
    static Query stage(int stage, Question question) {
        return switch (stage) {
            case 0 -> strict(question);
            case 1 -> rough(question);
            default -> loose(question);
        };
    }
}
