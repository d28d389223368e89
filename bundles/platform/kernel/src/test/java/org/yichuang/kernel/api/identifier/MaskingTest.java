package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class MaskingTest {
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
