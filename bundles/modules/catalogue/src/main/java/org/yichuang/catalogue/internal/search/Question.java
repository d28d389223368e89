package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.yichuang.catalogue.internal.search.SearchText.Run;
import org.yichuang.kernel.api.TextRules;

/**
 * What somebody has typed, understood: its parts without the words around them.
 *
 * @param compact the letters and digits of all of it
 * @param parts what must be found
 */
record Question(String compact, List<Part> parts) {
    /** The longest text that is looked at. */
    static final int LONGEST = 200;

    private static final int MOST_PARTS = 12;
    private static final int LONGEST_PART = 12;
    private static final Analyzer WORDS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new HMMChineseTokenizer();
            return new TokenStreamComponents(words);
        }
    };

    /**
     * A part of a question.
     *
     * @param kind what it is
     * @param text as it was typed, folded
     * @param meanings what items say instead
     * @param required whether it counts when everything is to be found
     */
    record Part(Kind kind, String text, List<String> meanings, boolean required) {
        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    /** What a part of a question is. */
    enum Kind {
        /** A Chinese word. */
        WORD,
        /** One for which items have other words. */
        SAYING,
        /** Letters and digits: a code, a foreign word, pinyin or initials. */
        LATIN
    }

    static Question of(String typed) {
        String text = TextRules.first(TextRules.cleaned(typed), LONGEST);
        List<Part> parts = new ArrayList<>();
        for (Run run : joined(SearchText.runs(text))) {
            if (run.chinese()) {
                addChinese(run.text(), parts);
            } else if (!Colloquial.isFiller(run.text())) {
                parts.add(latin(run.text()));
            }
        }
        if (parts.isEmpty()) {
            SearchText.runs(text)
                    .forEach(run -> parts.add(
                            run.chinese()
                                    ? new Part(Kind.WORD, beginning(run.text()), List.of(), true)
                                    : latin(run.text())));
        }
        return new Question(
                SearchText.compact(text), List.copyOf(parts.subList(0, Math.min(parts.size(), MOST_PARTS))));
    }

    /** No more than a word has: each character costs the index something. */
    private static String beginning(String text) {
        int length = Math.min(LONGEST_PART, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static Part latin(String text) {
        return new Part(Kind.LATIN, text, Colloquial.meanings(text).orElse(List.of()), true);
    }

    /** Syllables that stand apart are one word. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        boolean open = false;
        for (Run run : runs) {
            boolean syllable = !run.chinese() && Pinyin.isSyllable(run.text());
            if (syllable && open) {
                int last = joined.size() - 1;
                joined.set(last, new Run(joined.get(last).text() + run.text(), false));
            } else {
                joined.add(run);
            }
            open = syllable;
        }
        return joined;
    }

    private static void addChinese(String text, List<Part> parts) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            Optional<String> found = Colloquial.at(text, i);
            if (found.isEmpty()) {
                int character = text.codePointAt(i);
                rest.appendCodePoint(character);
                i += Character.charCount(character);
                continue;
            }
            addWords(rest, parts);
            Colloquial.meanings(found.get())
                    .ifPresent(meanings -> parts.add(new Part(Kind.SAYING, found.get(), meanings, true)));
            i += found.get().length();
        }
        addWords(rest, parts);
    }

    private static void addWords(StringBuilder rest, List<Part> parts) {
        String text = rest.toString();
        rest.setLength(0);
        List<String> words = words(text);
        boolean alone = text.codePointCount(0, text.length()) == 1 && !Colloquial.isFiller(text);
        StringBuilder loose = new StringBuilder();
        for (String word : words) {
            if (word.codePointCount(0, word.length()) == 1 && !alone) {
                loose.append(Colloquial.isFiller(word) ? "" : word);
            } else {
                addLoose(loose, parts);
                if (alone || !Colloquial.isFiller(word)) {
                    parts.add(new Part(Kind.WORD, beginning(word), List.of(), true));
                }
            }
        }
        addLoose(loose, parts);
    }

    /** Characters that are no word of the language: left over, or a word that is written wrongly. */
    private static void addLoose(StringBuilder loose, List<Part> parts) {
        if (loose.length() > 0) {
            parts.add(new Part(Kind.WORD, beginning(loose.toString()), List.of(), false));
            loose.setLength(0);
        }
    }

    /** A text in words, by the statistics of the language; rare characters are words by themselves. */
    static List<String> words(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        int covered = 0;
        try (TokenStream stream = WORDS.tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int at = text.indexOf(term.toString(), covered);
                if (at >= 0) {
                    text.substring(covered, at).codePoints().forEach(each -> words.add(Character.toString(each)));
                    words.add(term.toString());
                    covered = at + term.length();
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.substring(covered).codePoints().forEach(each -> words.add(Character.toString(each)));
        return words;
    }
}
