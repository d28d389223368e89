package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class DocumentTypeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    public void aTypeIsFoundHoweverItsNameIsWritten() {
        for (DocumentType type : DocumentType.values()) {
            assertEquals(type, DocumentType.parse(type.name()));
            assertEquals(type, DocumentType.parse(type.key()));
            assertEquals(type, DocumentType.parse(type.chinese()));
        }
        assertEquals(DocumentType.USCC, DocumentType.parse("uscc"));
        assertEquals(DocumentType.CITIZEN_ID, DocumentType.parse(" Citizen-Id "));
        assertEquals(DocumentType.CITIZEN_ID, DocumentType.parse("id_card"));
        assertEquals(DocumentType.CITIZEN_ID, DocumentType.parse("身份证"));
    }

    @Test
    public void anUnknownTypeIsRefusedWithTheKnownOnes() {
        for (String text : new String[] {null, "", "driving-licence"}) {
            ProblemException refusal = assertThrows(text, ProblemException.class, () -> DocumentType.parse(text));
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
            assertTrue(refusal.zh().contains("citizen-id"));
        }
    }

    @Test
    public void eachTypeHasItsOwnRule() {
        assertTrue(DocumentType.USCC.check("91350100M000100Y43", TODAY).isValid());
        assertTrue(DocumentType.CITIZEN_ID.check("11010519491231002X", TODAY).isValid());
        assertTrue(DocumentType.ORGANISATION_CODE.check("19220382-1", TODAY).isValid());
        assertTrue(DocumentType.PASSPORT.check("E12345678", TODAY).isValid());
    }

    @Test
    public void aResidencePermitFollowsTheCitizensAlgorithm() {
        String permit = "81000019900101001" + PersonNumber.checkCharacter("81000019900101001");
        String elsewhere = "37061319900101001" + PersonNumber.checkCharacter("37061319900101001");
        String unborn = "83000020260303001" + PersonNumber.checkCharacter("83000020260303001");

        assertTrue(valid(DocumentType.HK_MACAO_TAIWAN_RESIDENCE, permit));
        assertFalse(valid(DocumentType.HK_MACAO_TAIWAN_RESIDENCE, elsewhere));
        assertFalse(valid(DocumentType.HK_MACAO_TAIWAN_RESIDENCE, permit.substring(0, 17)));
        assertTrue(DocumentType.HK_MACAO_TAIWAN_RESIDENCE.check(unborn, TODAY).isInvalid());
    }

    @Test
    public void documentsOfOtherStatesAreHeldToTheirFormOnly() {
        assertTrue(valid(DocumentType.FOREIGN_PERMANENT_RESIDENT, "911156199001010012"));
        assertTrue(valid(DocumentType.FOREIGN_PERMANENT_RESIDENT, "USA110090010112"));
        assertFalse(valid(DocumentType.FOREIGN_PERMANENT_RESIDENT, "811156199001010012"));
        assertTrue(valid(DocumentType.HK_MACAO_PASS, "h12345678"));
        assertTrue(valid(DocumentType.HK_MACAO_PASS, "M1234567801"));
        assertFalse(valid(DocumentType.HK_MACAO_PASS, "X12345678"));
        assertTrue(valid(DocumentType.TAIWAN_PASS, "12345678"));
        assertFalse(valid(DocumentType.TAIWAN_PASS, "1234567"));
        assertTrue(valid(DocumentType.PASSPORT, "ea1234567"));
        assertFalse(valid(DocumentType.PASSPORT, "PASSPORT"));
        assertFalse(valid(DocumentType.PASSPORT, null));
    }

    @Test
    public void aTypeWithItsOwnClassIsNotAnotherDocument() {
        assertThrows(IllegalArgumentException.class, () -> OtherDocument.check(DocumentType.USCC, "1"));
    }

    private static boolean valid(DocumentType type, String number) {
        return OtherDocument.check(type, number).isValid();
    }
}
