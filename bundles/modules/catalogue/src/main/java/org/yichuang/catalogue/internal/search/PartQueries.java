package org.yichuang.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.yichuang.catalogue.internal.search.Pinyin.Way;
import org.yichuang.catalogue.internal.search.Question.Kind;
import org.yichuang.catalogue.internal.search.Question.Part;
import org.yichuang.catalogue.internal.search.SearchText.Run;

/** The parts of a question as queries of the index; what was typed is only ever a term of one. */
final class PartQueries {
    private static final float NAMED = 10;
    private static final float LATER_MEANING = 0.8f;
    private static final float OTHERWISE_SAID = 0.3f;
    private static final float SPELT_WHOLE = 12;
    private static final float IN_PINYIN = 8;
    private static final float BY_INITIALS = 5;
    private static final float BY_SOUND = 4;
    private static final float TIE = 0.05f;
    private static final int LONGEST_INITIALS = 16;

    private PartQueries() {}

    /** What a part finds. */
    static Query exactly(Part part) {
        List<Query> ways = new ArrayList<>();
        if (part.kind() == Kind.LATIN) {
            addLatin(part.text(), ways);
        } else {
            ways.add(named(part.text(), NAMED));
        }
        addMeanings(part.meanings(), 1, ways);
        return any(ways);
    }

    /** What a part finds when it is heard or typed wrongly. */
    static Query roughly(Part part) {
        List<Query> ways = new ArrayList<>(List.of(exactly(part)));
        if (part.kind() == Kind.LATIN) {
            for (Way way : Pinyin.isLetters(part.text()) ? Pinyin.ways(part.text()) : List.<Way>of()) {
                addSound(way.syllables(), ways);
            }
        } else if (part.length() > 1) {
            addSound(Pinyin.likeliest(part.text()), ways);
        }
        return any(ways);
    }

    private static void addSound(List<String> syllables, List<Query> ways) {
        if (syllables.size() > 1) {
            List<String> blurred = syllables.stream().map(Pinyin::blurred).toList();
            ways.add(constant(pairs(ItemDocuments.SOUND, blurred, true), BY_SOUND));
            Colloquial.soundingLike(syllables).forEach(key -> addSaying(key, 0.5f, ways));
        }
    }

    /** What has a text in its name, or in what people call it, or at least somewhere. */
    private static Query named(String text, float weight) {
        if (text.codePointCount(0, text.length()) == 1) {
            return new DisjunctionMaxQuery(
                    List.of(
                            constant(term(ItemDocuments.CHARACTER, text), weight * OTHERWISE_SAID),
                            constant(term(ItemDocuments.TEXT, text), 1)),
                    0);
        }
        BooleanQuery.Builder name = new BooleanQuery.Builder();
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
        for (String gram : grams(text)) {
            name.add(
                    new DisjunctionMaxQuery(
                            List.of(term(ItemDocuments.NAME, gram), term(ItemDocuments.ALIAS, gram)), 0),
                    Occur.MUST);
            anywhere.add(term(ItemDocuments.TEXT, gram), Occur.FILTER);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(constant(name.build(), weight), Occur.MUST);
        all.add(new BoostQuery(name.build(), OTHERWISE_SAID), Occur.SHOULD);
        return new DisjunctionMaxQuery(List.of(all.build(), constant(anywhere.build(), 1)), 0);
    }

    private static List<String> grams(String text) {
        return SearchText.runs(text).stream()
                .flatMap(run -> run.chinese() ? SearchText.bigrams(run.text()).stream() : List.of(run.text()).stream())
                .toList();
    }

    private static void addMeanings(List<String> meanings, float weight, List<Query> ways) {
        float each = weight;
        for (String meaning : meanings) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            Arrays.stream(meaning.split(" ")).forEach(word -> all.add(inName(word), Occur.MUST));
            BooleanQuery.Builder scored = new BooleanQuery.Builder();
            scored.add(constant(all.build(), NAMED * each), Occur.MUST);
            scored.add(new BoostQuery(all.build(), OTHERWISE_SAID), Occur.SHOULD);
            ways.add(scored.build());
            each *= LATER_MEANING;
        }
    }

    private static Query inName(String word) {
        BooleanQuery.Builder name = new BooleanQuery.Builder();
        for (Run run : SearchText.runs(word)) {
            for (String gram : run.chinese() ? SearchText.bigrams(run.text()) : List.of(run.text())) {
                name.add(
                        new DisjunctionMaxQuery(
                                List.of(term(ItemDocuments.NAME, gram), term(ItemDocuments.ALIAS, gram)), 0),
                        Occur.MUST);
            }
        }
        return name.build();
    }

    private static void addSaying(String key, float weight, List<Query> ways) {
        ways.add(named(key, NAMED * weight));
        addMeanings(Colloquial.meanings(key).orElse(List.of()), weight, ways);
    }

    private static void addLatin(String text, List<Query> ways) {
        ways.add(named(text.length() == 1 ? text + text : text, NAMED));
        if (!Pinyin.isLetters(text) || text.length() < 2) {
            return;
        }
        ways.add(constant(term(ItemDocuments.SPELT, text), SPELT_WHOLE));
        Colloquial.inPinyin(text).forEach(key -> addSaying(key, 1, ways));
        Colloquial.withInitials(text).forEach(key -> addSaying(key, 0.7f, ways));
        for (Way way : Pinyin.ways(text)) {
            ways.add(constant(pairs(ItemDocuments.PINYIN, way.syllables(), way.whole()), IN_PINYIN));
        }
        if (text.length() <= LONGEST_INITIALS) {
            ways.add(constant(initials(text), BY_INITIALS));
        }
    }

    private static Query initials(String letters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int window = Math.min(letters.length(), ItemDocuments.LONGEST_INITIALS);
        for (int from = 0; from + window <= letters.length(); from++) {
            all.add(term(ItemDocuments.INITIALS, letters.substring(from, from + window)), Occur.FILTER);
        }
        return all.build();
    }

    /** All pairs of neighbours; where the last syllable is only begun, any that begins so. */
    private static Query pairs(String field, List<String> syllables, boolean whole) {
        if (syllables.size() == 1) {
            return term(field, syllables.get(0));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 1; i < syllables.size(); i++) {
            String pair = syllables.get(i - 1) + " " + syllables.get(i);
            boolean begun = i == syllables.size() - 1 && !whole;
            all.add(begun ? new PrefixQuery(new Term(field, pair)) : term(field, pair), Occur.FILTER);
        }
        return all.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query constant(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    static Query any(List<Query> ways) {
        return ways.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(ways, TIE);
    }
}
