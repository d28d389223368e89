package org.yichuang.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.FeeWords;
import org.yichuang.catalogue.internal.search.SearchText.Run;
import org.yichuang.catalogue.internal.view.Audience;
import org.yichuang.kernel.api.Level;

/** The documents of the index: what an item is found by, counted by and shown by. */
final class ItemDocuments {
    /** The key of owner and code. */
    static final String KEY = "key";
    /** The owner. */
    static final String OWNER = "owner";
    /** The code; as document value its hash. */
    static final String CODE = "code";
    /** The code as it begins. */
    static final String CODE_PREFIX = "code-prefix";
    /** Number of the version. */
    static final String NUMBER = "number";
    /** Pairs of characters of the name, and words of letters. */
    static final String NAME = "name";
    /** The same of what people call it and of its result. */
    static final String ALIAS = "alias";
    /** The same of all that is said of it. */
    static final String TEXT = "text";
    /** Single characters of the names. */
    static final String CHARACTER = "character";
    /** Whole names and code, without signs. */
    static final String EXACT = "exact";
    /** Whole names in pinyin and in initials. */
    static final String SPELT = "spelt";
    /** Pairs of syllables of the names. */
    static final String PINYIN = "pinyin";
    /** The same, blurred. */
    static final String SOUND = "sound";
    /** Two to four initials in a row. */
    static final String INITIALS = "initials";
    /** What is counted. */
    static final String TYPE = "type";

    static final String DEPARTMENT = "department";
    static final String LEVEL = "level";
    static final String AUDIENCE = "audience";
    static final String KIND = "kind";
    static final String FREE = "free";
    static final String ACCEPTED = "accepted";

    static final int LONGEST_INITIALS = 4;
    private static final int MOST_SPELLINGS = 8;
    private static final int LONGEST_SPELT = 24;

    private static final FieldType SCORED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType FOUND = type(IndexOptions.DOCS, true);

    private ItemDocuments() {}

    private static FieldType type(IndexOptions options, boolean omitsNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitsNorms);
        type.freeze();
        return type;
    }

    static Document of(IndexedItem indexed) {
        ItemDefinition item = indexed.item();
        Document document = new Document();
        document.add(new StringField(KEY, IndexedItem.key(indexed.owner(), item.code()), Field.Store.NO));
        document.add(new StringField(OWNER, indexed.owner().value(), Field.Store.YES));
        document.add(new StoredField(CODE, item.code()));
        document.add(new StoredField(NUMBER, indexed.number()));
        addValues(item, document);
        addWords(indexed, document);
        addPinyin(indexed.names(), document);
        return document;
    }

    private static void addValues(ItemDefinition item, Document document) {
        document.add(new NumericDocValuesField(CODE, hash(item.code())));
        document.add(new NumericDocValuesField(TYPE, item.type().ordinal()));
        document.add(new NumericDocValuesField(LEVEL, item.exerciseLevel().ordinal()));
        document.add(new NumericDocValuesField(KIND, item.kind().ordinal()));
        document.add(new NumericDocValuesField(FREE, FeeWords.of(item.fee()).ordinal()));
        document.add(new NumericDocValuesField(AUDIENCE, Audience.mask(item)));
        document.add(new NumericDocValuesField(
                ACCEPTED,
                item.acceptanceLevels().stream().mapToLong(ItemDocuments::bit).sum()));
        document.add(new SortedDocValuesField(DEPARTMENT, new BytesRef(item.department())));
    }

    static long bit(Level level) {
        return 1L << level.ordinal();
    }

    /** Tells codes apart; of 64 bits, so that two of a lineage never share one by chance. */
    static long hash(String code) {
        long hash = 0xcbf29ce484222325L;
        for (char each : code.toCharArray()) {
            hash = (hash ^ each) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }

    private static void addWords(IndexedItem indexed, Document document) {
        List<String> names = indexed.names();
        List<String> aliases = new ArrayList<>(names.subList(1, names.size()));
        aliases.add(indexed.item().result());
        add(NAME, grams(List.of(names.get(0))), SCORED, document);
        add(ALIAS, grams(aliases), SCORED, document);
        add(TEXT, new LinkedHashSet<>(grams(List.of(indexed.text()))), FOUND, document);
        Set<String> characters = new HashSet<>();
        Set<String> exact =
                new LinkedHashSet<>(List.of(SearchText.compact(indexed.item().code())));
        for (String name : names) {
            SearchText.compact(name).codePoints().forEach(each -> characters.add(Character.toString(each)));
            exact.add(SearchText.compact(name));
        }
        add(CHARACTER, characters, FOUND, document);
        add(EXACT, exact, FOUND, document);
        document.add(
                new StringField(CODE_PREFIX, SearchText.compact(indexed.item().code()), Field.Store.NO));
    }

    private static void add(String field, Collection<String> terms, FieldType type, Document document) {
        document.add(new Field(field, new Terms(terms), type));
    }

    /** Pairs of Chinese characters, and words of letters. */
    private static List<String> grams(List<String> texts) {
        List<String> grams = new ArrayList<>();
        for (String text : texts) {
            for (Run run : SearchText.runs(text)) {
                grams.addAll(run.chinese() ? SearchText.bigrams(run.text()) : List.of(run.text()));
            }
        }
        return grams;
    }

    private static void addPinyin(List<String> names, Document document) {
        Set<String> pairs = new LinkedHashSet<>();
        Set<String> sounds = new LinkedHashSet<>();
        Set<String> initials = new LinkedHashSet<>();
        Set<String> spelt = new LinkedHashSet<>();
        for (String name : names) {
            for (Run run : SearchText.runs(name)) {
                if (run.chinese()) {
                    addPairs(Pinyin.readings(run.text()), pairs, sounds);
                }
            }
            String compact = SearchText.compact(name);
            addInitials(compact, initials);
            addSpelt(compact, spelt);
        }
        add(PINYIN, pairs, FOUND, document);
        add(SOUND, sounds, FOUND, document);
        add(INITIALS, initials, FOUND, document);
        add(SPELT, spelt, FOUND, document);
    }

    private static void addPairs(List<List<String>> readings, Set<String> pairs, Set<String> sounds) {
        for (int i = 0; i < readings.size(); i++) {
            for (String first : readings.get(i)) {
                pairs.add(first);
                sounds.add(Pinyin.blurred(first));
                for (String second : i + 1 < readings.size() ? readings.get(i + 1) : List.<String>of()) {
                    pairs.add(first + " " + second);
                    sounds.add(Pinyin.blurred(first) + " " + Pinyin.blurred(second));
                }
            }
        }
    }

    private static void addInitials(String compact, Set<String> initials) {
        List<List<String>> letters = Pinyin.initials(compact).stream()
                .filter(each -> !each.isEmpty())
                .toList();
        for (int from = 0; from < letters.size(); from++) {
            for (int to = from + 2; to <= Math.min(letters.size(), from + LONGEST_INITIALS); to++) {
                Pinyin.combinations(letters.subList(from, to), MOST_SPELLINGS)
                        .forEach(each -> initials.add(String.join("", each)));
            }
        }
    }

    private static void addSpelt(String compact, Set<String> spelt) {
        List<List<String>> readings = Pinyin.readings(compact).stream()
                .filter(each -> !each.isEmpty())
                .limit(LONGEST_SPELT)
                .toList();
        for (List<String> way : Pinyin.combinations(readings, MOST_SPELLINGS)) {
            spelt.add(String.join("", way));
            StringBuilder initials = new StringBuilder();
            way.forEach(each -> initials.append(each.charAt(0)));
            spelt.add(initials.toString());
        }
    }
}
