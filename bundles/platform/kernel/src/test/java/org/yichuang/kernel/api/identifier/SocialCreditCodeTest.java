package org.yichuang.kernel.api.identifier;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class SocialCreditCodeTest {
    @Test
    public void wellKnownCodesAreValid() {
        String[] codes = {
            "91350100M000100Y43", "914403001922038216", "9144030071526726XG", "91330100799655058B",
            "91110000802100433B", "91110108551385082Q", "91440300708461136T", "1134082855783407XL",
            "11610923MB2900168E", "51610700305332460K", "112302070019030687", "91341000MA2N0ABGXX",
            "11370600004260002E", "11370613004265006R", "91370602MA3C00003E", "12370600495030008P",
            "53370600MJE0000136", "913205821381200057", "91500000202800006F"
        };
        for (String code : codes) {
            assertEquals(code, Check.valid(code), SocialCreditCode.check(code));
        }
    }

    @Test
    public void earlyCodesThatFailTheirCheckCharacterNeedAnOverride() {
        for (String code : new String[] {"91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"}) {
            assertTrue(code, SocialCreditCode.check(code).needsOverride());
        }
    }

    @Test
    public void aWrongCheckCharacterIsAWarningThatNamesTheRightOne() {
        Check check = SocialCreditCode.check("91350100M000100Y44");

        assertEquals(Verdict.WARNING, check.verdict());
        assertTrue(check.reason().zh(), check.reason().zh().contains("应为 3"));
        assertTrue(check.reason().en(), check.reason().en().contains("expected 3"));
    }

    @Test
    public void anEntityPartThatFailsTheOrganisationCodeIsAWarning() {
        // 19220382-2 has a wrong check digit, the credit code around it has the right one
        Check check = SocialCreditCode.check("914403001922038229");

        assertEquals(Verdict.WARNING, check.verdict());
        assertTrue(check.reason().zh(), check.reason().zh().contains("第9至17位"));
    }

    @Test
    public void aCodeThatBreaksThePatternIsRefused() {
        String[] codes = {
            null,
            "",
            "91350100I000100Y43",
            "11371000mb2856435t",
            "91350100M000100Y4",
            "91350100M000100Y433",
            "9135O100M000100Y43",
            "91350100-M000100Y43",
            "９１350100M000100Y43"
        };
        for (String code : codes) {
            assertEquals(code, Verdict.INVALID, SocialCreditCode.check(code).verdict());
        }
    }

    @Test
    public void surroundingSpaceIsDropped() {
        assertEquals(Check.valid("91350100M000100Y43"), SocialCreditCode.check(" 91350100M000100Y43\n"));
    }

    @Test
    public void organisationCodesAreCheckedWithAndWithoutHyphen() {
        for (String code : new String[] {"19220382-1", "71526726-X", "79965505-8", "MB290016-8", "30533246-0"}) {
            assertEquals(code, Check.valid(code), OrganisationCode.check(code));
            assertEquals(code, Check.valid(code), OrganisationCode.check(code.replace("-", "")));
        }
        for (String code : new String[] {null, "", "19220382-2", "1922038-21", "mb290016-8", "19220382-A"}) {
            assertTrue(code, OrganisationCode.check(code).isInvalid());
        }
        assertFalse(OrganisationCode.check("19220382-1").needsOverride());
    }
}
