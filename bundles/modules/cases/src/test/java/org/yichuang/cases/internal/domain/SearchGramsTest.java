package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.TextRules;

/** Whatever part of a name or number somebody types, the case is among those that are looked at. */
public class SearchGramsTest {
    private static final String NUMBER = "370687-20260914-C000TYJXHJ";

    private static boolean isFound(String words, String number, String name) {
        Set<String> grams = SearchGrams.of(number, name);
        Optional<List<Set<String>>> wanted = SearchGrams.wanted(TextRules.folded(words));
        return wanted.isEmpty() || wanted.get().stream().anyMatch(all -> !all.isEmpty() && grams.containsAll(all));
    }

    @Test
    public void everyPartOfANameOrNumberFindsIt() {
        String name = "海阳建设（集团）有限公司 ABC-2026分部";
        for (String text : new String[] {name, NUMBER}) {
            for (int from = 0; from < text.length(); from++) {
                for (int to = from + 1; to <= text.length(); to++) {
                    String part = text.substring(from, to);
                    assertTrue(part, isFound(part, NUMBER, name));
                }
            }
        }
        assertTrue("more than its code", SearchGrams.wanted("370687-2026").isPresent());
    }

    @Test
    public void charactersOutsideOfTheBasicPlaneAreWhole() {
        assertTrue(isFound("𠮷田", NUMBER, "王𠮷田"));
        assertEquals(2, SearchGrams.wanted("王𠮷田").orElseThrow().get(0).size());
    }

    @Test
    public void oneCharacterOfANameIsFoundByItselfAndOneOfNumbersInAll() {
        assertTrue(isFound("田", NUMBER, "王𠮷田"));
        assertTrue(isFound("𠮷", NUMBER, "王𠮷田"));
        assertTrue("it is in no name", SearchGrams.wanted("龘").isPresent());
        for (String word : new String[] {"-", "7", "c"}) {
            assertTrue("each number has such a one", SearchGrams.wanted(word).isEmpty());
        }
    }

    @Test
    public void widthAndCaseMakeNoDifference() {
        assertTrue(isFound("ｃ000ｔ", NUMBER, "王五"));
        assertTrue(isFound("（集团", NUMBER, "海阳(集团)公司"));
        assertTrue(isFound("abc", NUMBER, "ABC公司"));
    }

    @Test
    public void anotherNameIsNotLookedAt() {
        Random chance = new Random(1);
        int looked = 0;
        for (int i = 0; i < 1000; i++) {
            String name = "" + (char) ('一' + chance.nextInt(3000)) + (char) ('一' + chance.nextInt(3000));
            looked += isFound("王五", NUMBER, name) ? 1 : 0;
        }
        assertEquals(0, looked);
    }
}
