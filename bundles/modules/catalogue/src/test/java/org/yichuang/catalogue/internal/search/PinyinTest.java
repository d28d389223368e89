package org.yichuang.catalogue.internal.search;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.internal.domain.FeeWords;
import org.yichuang.catalogue.internal.search.Pinyin.Way;

public class PinyinTest {
    @Test
    public void everyReadingOfACharacterIsKnownAndThatOfAPlaceComesFirst() {
        assertEquals(List.of("chong", "qing"), Pinyin.likeliest("重庆"));
        assertEquals(List.of("shan", "xian"), Pinyin.likeliest("单县"));
        assertTrue(Pinyin.readings("重").get(0).containsAll(List.of("zhong", "chong")));
        assertTrue(Pinyin.readings("律").get(0).containsAll(List.of("lv", "lu")));
        assertEquals(List.of("ying"), Pinyin.likeliest(Character.toString(0x2C386)));
    }

    @Test
    public void lettersAreReadInAFewWays() {
        assertTrue(Pinyin.ways("xian").contains(new Way(List.of("xian"), true)));
        assertTrue(Pinyin.ways("xian").contains(new Way(List.of("xi", "an"), true)));
        assertTrue(Pinyin.ways("laonianzh").contains(new Way(List.of("lao", "nian", "zh"), false)));
        assertEquals(List.of(), Pinyin.ways("vv"));
    }

    @Test(timeout = 1_000)
    public void lettersThatLeadNowhereCostLittle() {
        for (int times : new int[] {10, 14, 40, 49}) {
            assertEquals(List.of(), Pinyin.ways("xian".repeat(times) + "vv"));
            assertEquals(List.of(), Pinyin.ways("xian".repeat(times) + "uu"));
        }
        assertEquals(List.of(), Pinyin.ways("ao".repeat(29) + "vv"));
    }

    @Test
    public void silenceAboutAFeeSaysNeitherFreeNorCharged() {
        assertEquals(FeeWords.UNTOLD, FeeWords.of(" "));
        assertEquals(FeeWords.FREE, FeeWords.of("不收费。"));
        assertEquals(FeeWords.CHARGED, FeeWords.of("每本5元"));
    }
}
