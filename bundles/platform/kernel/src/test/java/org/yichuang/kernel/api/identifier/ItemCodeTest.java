package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;
import org.yichuang.kernel.api.identifier.ItemCode.Kind;

public class ItemCodeTest {
    private static final String FANGSHAN = "1111011100007796483110132065000";

    @Test
    public void nationalCodesAreKnownByTheirForm() {
        assertEquals(Kind.BASIC, ItemCode.kindOf("000123014000"));
        assertEquals(Kind.IMPLEMENTATION, ItemCode.kindOf(FANGSHAN));
        assertEquals(Kind.HANDLING, ItemCode.kindOf("11991400757651796L300018000200201"));
        assertTrue(ItemCode.check("000123014000").isValid());
        assertTrue(ItemCode.check(FANGSHAN).isValid());
        assertTrue(ItemCode.check("11991400757651796L300018000200201").isValid());
    }

    @Test
    public void theBasicCodeIsPartOfEveryNationalCode() {
        assertEquals(Optional.of("000123014000"), ItemCode.basicCode("000123014000"));
        assertEquals(Optional.of("110132065000"), ItemCode.basicCode(FANGSHAN));
        assertEquals(Optional.of("000180002002"), ItemCode.basicCode("11991400757651796L300018000200201"));
        assertEquals(Optional.empty(), ItemCode.basicCode("589004"));
    }

    @Test
    public void aLocalCodeIsKeptAndReportedAsSuch() {
        String[] codes = {
            "589004",
            "120000NCWXK06012-03",
            "511A0138000000-511602000000-000-115113010833722043-1-00",
            "37068712345370153002000",
            "36042800GA-FW-0001"
        };
        for (String code : codes) {
            assertEquals(code, Kind.LEGACY, ItemCode.kindOf(code));
            assertEquals(code, Verdict.WARNING, ItemCode.check(code).verdict());
        }
    }

    @Test
    public void anExerciseLevelThatDoesNotExistIsNoNationalCode() {
        assertEquals(Kind.LEGACY, ItemCode.kindOf("1111011100007796487110132065000"));
    }

    @Test
    public void anImplementingBodyWithAWrongCheckIsAWarning() {
        Check check = ItemCode.check("1111011100007796493110132065000");

        assertEquals(Verdict.WARNING, check.verdict());
        assertTrue(check.reason().zh(), check.reason().zh().contains("实施主体"));
    }

    @Test
    public void whatCannotBeACodeIsRefused() {
        for (String code : new String[] {null, "", "<script>", "a\nb", "=1+1", "9".repeat(65)}) {
            assertTrue(code, ItemCode.check(code).isInvalid());
        }
    }
}
