package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.licences.api.LicenceState;

/** What becomes of several applications of one result, and of those that are decided late; on both databases. */
public class MattersTest extends MatterContract {
    @Test
    public void whoComesSecondTakesNoRenewalAway() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.RECEIVED);
        assertEquals(
                "nothing is deemed of it", GateAnswer.ofLicence(END, null), apply("C3", LicenceMatter.RENEWAL, "JYC1"));
        world.states.put("C2", CaseState.ACCEPTED); // deemed, which passes no gate
        world.hear("C3", HAIYANG, "withdrawn", "{}");

        night("2031-03-02T00:01");

        assertEquals(LocalDate.of(2036, 3, 1), view("C1").validUntil());
    }

    @Test
    public void whoAcceptsOneOfTwoHasLookedAtBothAndTheOtherOneComesBackWhenItGoes() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.RECEIVED);
        apply("C3", LicenceMatter.RENEWAL, "JYC1");
        assertEquals(
                GateAnswer.ofLicence(END, END),
                ask(GatedCommand.ACCEPT, "C3", new Submit("food", null, null, null, null)));
        assertEquals("C3", view("C1").renewal());
        world.concerned.put("C2", new CaseLicence("JYC1", LicenceMatter.RENEWAL, END, END));
        world.hear("C3", HAIYANG, "withdrawn", "{}");

        assertEquals("C2", view("C1").renewal());
        assertEquals(
                "two entries of one transaction",
                "",
                node.journal().verify(HAIYANG).firstBreak());
    }

    /** Calendar days, of the item where it says so (R1-02): sixty before the first of March. */
    @Test
    public void inTimeIsByTheDaysOfTheItemAsTheCalendarHasThem() {
        world.certificates.put(RegisterWorld.FOOD, new Certificate(Certificate.Kind.LICENCE, 60, 60, null, true));
        world.province.at("2031-01-01T00:01");
        assertEquals(GateAnswer.ofLateRenewal(END), apply("C2", LicenceMatter.RENEWAL, "JYC1"));
        world.province.at("2030-12-31T23:59");
        assertEquals(GateAnswer.ofLicence(END, END), apply("C3", LicenceMatter.RENEWAL, "JYC1"));
    }

    @Test
    public void nothingIsPromisedOfWhatHasEndedBeforeItWasAccepted() {
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        world.states.put("C2", CaseState.CORRECTING);
        night("2031-03-02T00:01");
        world.concerned.put("C2", new CaseLicence("JYC1", LicenceMatter.RENEWAL, END, END));

        assertEquals(
                GateAnswer.ofLicence(END, null),
                ask(GatedCommand.ACCEPT, "C2", new Submit("food", null, null, null, null)));
        assertEquals("", view("C1").renewal());
    }

    @Test
    public void whatHasNoEndIsReplacedByWhatHasNone() {
        world.certificateNumber = "JYC5";
        world.certificates.put(RegisterWorld.FOOD, Certificate.NONE);
        world.registered("C5", RegisterWorld.FOOD, HAIYANG);
        world.certificates.put(RegisterWorld.FOOD, new Certificate(Certificate.Kind.LICENCE, 60, 30, null, true));
        apply("C6", LicenceMatter.REPLACEMENT, "JYC5");
        world.certificateNumber = "JYC6";
        world.registered("C6", RegisterWorld.FOOD, HAIYANG);

        assertNull(view("C6").validUntil());
        assertEquals(LicenceState.REPLACED, view("C5").state());
    }

    @Test
    public void aChangeThatIsMadeOutAfterAReplacementBearsTheNumberThatIsHeld() {
        apply("C2", LicenceMatter.CHANGE, "JYC1");
        apply("C3", LicenceMatter.REPLACEMENT, "JYC1");
        world.until = END;
        world.registered("C3", RegisterWorld.FOOD, HAIYANG);

        assertEquals(
                GateAnswer.ofLicence(END, null, "JYC3"),
                ask(GatedCommand.ISSUE, "C2", new Submit("food", null, null, null, null)));
    }
}
