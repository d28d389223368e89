package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Locale;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** The progress of a case at a terminal in the hall, without an account (M-CAS-17). */
public class KioskEnquiriesTest extends DocumentsOfCases {
    private static final String ORIGIN = "192.0.2.1";

    private KioskEnquiries kiosk;
    private String number;

    @Before
    public void handIn() {
        kiosk = centres.cases.kiosk();
        number = submit(Items.SIMPLE, PERSON, "m1");
        by("identity");
    }

    private CallContext nobody() {
        return centres.as("anonymous", HAIYANG);
    }

    private ProgressView ask(String secret) {
        return kiosk.ask(number, secret, ORIGIN, nobody());
    }

    private ErrorCode refusal(String secret) {
        return assertThrows(ProblemException.class, () -> ask(secret)).code();
    }

    private void by(String what) {
        centres.province.policy(HAIYANG, "policy.cases.kiosk.by", what);
    }

    @Test
    public void theLastDigitsOfTheIdentityNumberOpenItMasked() {
        ProgressView view = ask("010018");
        assertEquals(number, view.number());
        assertEquals("李*", view.applicant());
        assertEquals(Optional.of(6), kiosk.digits(nobody()));
    }

    @Test
    public void aCardThatIsReadOpensItAndAnothersDoesNot() {
        assertEquals(number, ask("370613198501010018").number());
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("370613198501010026"));
        assertEquals("part of it is not the card", CaseError.PROGRESS_UNKNOWN, refusal("0613198501010018"));
    }

    @Test
    public void theQueryCodeOpensItWhateverThePolicy() {
        by("none");
        assertEquals(Optional.empty(), kiosk.digits(nobody()));
        assertEquals(
                number,
                ask(centres.find(number, HAIYANG).queryCode().toLowerCase(Locale.ROOT))
                        .number());
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("010018"));
    }

    @Test
    public void thePolicySaysWhichDigits() {
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("345678"));
        by("phone");
        assertEquals(number, ask("345678").number());
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("010018"));
        by("both");
        assertEquals(number, ask("010018").number());
        centres.province.policy(HAIYANG, "policy.cases.kiosk.digits", "4");
        assertEquals(number, ask("5678").number());
        assertEquals("no other length", CaseError.PROGRESS_UNKNOWN, refusal("345678"));
    }

    @Test
    public void everybodyKnowsTheNumberOfAnEnterprise() {
        number = submit(Items.SIMPLE, Centres.ENTERPRISE, "m1");
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("100Y43"));
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("91350100M000100Y43"));
        by("both");
        assertEquals(number, ask("221234").number());
    }

    @Test
    public void whoeverTriesOneCaseAfterTheOtherIsRefused() {
        for (int i = 0; i < 50; i++) {
            String other = String.format(Locale.ROOT, "370687-20261122-B1BP%02dPE1R", i);
            assertThrows(ProblemException.class, () -> kiosk.ask(other, "999999", ORIGIN, nobody()));
        }
        assertEquals(CommonError.TOO_MANY_REQUESTS, refusal("010018"));
        assertEquals(
                "from elsewhere it goes on",
                number,
                kiosk.ask(number, "010018", "192.0.2.2", nobody()).number());
    }

    @Test
    public void aCaseTakesAFewWrongOnesADayWhereverTheyComeFrom() {
        for (int i = 0; i < 5; i++) {
            String from = "192.0.2." + i;
            String wrong = "99999" + i;
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> kiosk.ask(number, wrong, from, nobody()));
            assertEquals(CaseError.PROGRESS_UNKNOWN, refusal.code());
        }
        assertEquals(CommonError.TOO_MANY_REQUESTS, refusal("010018"));
        assertEquals(
                "the code opens it all the same",
                number,
                ask(centres.find(number, HAIYANG).queryCode()).number());
        centres.province.at("2026-09-16T09:00");
        assertEquals(number, ask("010018").number());
    }

    @Test
    public void aNumberThatIsNoneIsAsWrongAsAnyOther() {
        number = "370687-20261122-B1BP04PE1R";
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("010018"));
        number = "x";
        assertEquals(CaseError.PROGRESS_UNKNOWN, refusal("010018"));
    }
}
