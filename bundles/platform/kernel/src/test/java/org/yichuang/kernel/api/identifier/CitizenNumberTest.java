package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import org.junit.Test;

public class CitizenNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    public void wellKnownNumbersAreValid() {
        String[] numbers = {
            "11010519491231002X", "440524188001010014", "110101199003077758", "370613198501010018",
            "370602199912311232", "441802197006150028", "340823196203040031", "34072219620304003X",
            "450903198010100100", "320582197511300207", "320682198312250075", "50010319910820101X",
            "370687198802290011"
        };
        for (String number : numbers) {
            assertEquals(number, Check.valid(number), CitizenNumber.check(number, TODAY));
        }
    }

    @Test
    public void aSmallXIsTakenAsACapital() {
        assertEquals(Check.valid("11010519491231002X"), CitizenNumber.check("11010519491231002x", TODAY));
    }

    @Test
    public void aWrongCheckCharacterIsRefused() {
        assertRefused("370613198501010011", "校验码");
        assertRefused("110105194912310021", "校验码");
    }

    @Test
    public void aBirthThatCannotBeIsRefusedThoughTheCheckIsRight() {
        assertRefused("370687199002290018", "不是有效的出生日期");
        assertRefused(withCheck("37061318491231001"), "不是有效的出生日期");
        assertRefused(withCheck("37061320260303001"), "晚于今天");
        assertTrue(CitizenNumber.check(withCheck("37061320260302001"), TODAY).isValid());
        assertTrue(CitizenNumber.check(withCheck("37061318500101001"), TODAY).isValid());
    }

    @Test
    public void aProvinceThatNeverWasIsRefused() {
        for (String province : new String[] {"00", "10", "40", "70", "81", "82", "83", "90", "92", "99"}) {
            assertRefused(withCheck(province + "061319900307101"), "省级代码");
        }
        assertTrue(CitizenNumber.check(withCheck("71061319900307101"), TODAY).isValid());
    }

    @Test
    public void otherFormsAreRefusedWithTheirReason() {
        assertRefused("370613900307101", "第一代身份证");
        assertRefused("37061320000229246", "17位数字");
        assertRefused("3706821965123111A5", "17位数字");
        assertRefused("３70613198501010018", "17位数字");
        assertRefused("", "17位数字");
        assertRefused(null, "17位数字");
    }

    @Test
    public void aNumberOfTheFirstGenerationIsConvertedForImports() {
        assertEquals("11010519491231002X", CitizenNumber.fromFirstGeneration("110105491231002"));
        assertThrows(IllegalArgumentException.class, () -> CitizenNumber.fromFirstGeneration("11010549123100X"));
    }

    private static String withCheck(String body) {
        return body + PersonNumber.checkCharacter(body);
    }

    private static void assertRefused(String number, String reason) {
        Check check = CitizenNumber.check(number, TODAY);
        assertEquals(number, Verdict.INVALID, check.verdict());
        assertTrue(check.reason().zh(), check.reason().zh().contains(reason));
    }
}
