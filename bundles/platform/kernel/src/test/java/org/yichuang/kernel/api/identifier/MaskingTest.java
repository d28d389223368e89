package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class MaskingTest {
    @Test
    public void numbersInFreeTextAreMaskedAndTheRestStays() {
        assertEquals(
                "身份证3706**********1239，电话139****1234或********5678，邮箱l***@example.cn",
                Masking.text("身份证370687199003071239，电话13905351234或0535-3225678，邮箱lisi@example.cn"));
        assertEquals("3706**********123X", Masking.text("37068719900307123X"));
        assertEquals("139******1234", Masking.text("139 0535 1234"));
        for (String other :
                List.of("", "办件 370687-20260914-7KQ2ABCDEF", "91350100M000100Y43", "1390535123", "第12345678901234号")) {
            assertEquals(other, Masking.text(other));
        }
    }

    @Test
    public void addressesAndOtherNumbersKeepWhatTellsThemApart() {
        assertEquals("海阳市东村街******", Masking.address("海阳市东村街道文山街9号"));
        assertEquals("东村**", Masking.address("东村街道"));
        assertEquals("l***@example.cn", Masking.email("lisi@example.cn"));
        assertEquals("**c", Masking.email("abc"));
        assertEquals("*****6789", Masking.number("123456789"));
    }

    @Test
    public void aPersonsNameKeepsItsEnds() {
        assertEquals("张*", Masking.name(true, "张三"));
        assertEquals("王*明", Masking.name(true, "王小明"));
        assertEquals("欧**明", Masking.name(true, "欧阳小明"));
        assertEquals("*", Masking.name(true, "王"));
        assertEquals("", Masking.name(true, ""));
    }

    @Test
    public void aRareCharacterIsOneCharacter() {
        assertEquals("\uD842\uDFB7*", Masking.name(true, "\uD842\uDFB7三"));
        assertEquals("王*\uD842\uDFB7", Masking.name(true, "王小\uD842\uDFB7"));
    }

    @Test
    public void anOrganisationIsPublic() {
        assertEquals("烟台市莱山区人民政府办公室", Masking.name(false, "烟台市莱山区人民政府办公室"));
        assertEquals("91350100M000100Y43", Masking.idNumber(DocumentType.USCC, "91350100M000100Y43"));
    }

    @Test
    public void aPersonsNumberKeepsItsEnds() {
        assertEquals("3706**********001X", Masking.idNumber(DocumentType.CITIZEN_ID, "37061319900101001X"));
        assertEquals("*****5678", Masking.idNumber(DocumentType.PASSPORT, "E12345678"));
        assertEquals("**34", Masking.idNumber(DocumentType.PASSPORT, "1234"));
    }

    @Test
    public void aTelephoneNumberKeepsItsEnds() {
        assertEquals("138****5678", Masking.phone("13812345678"));
        assertEquals("****234", Masking.phone("6891234"));
        assertEquals("**34", Masking.phone("1234"));
        assertEquals("", Masking.phone(""));
    }
}
