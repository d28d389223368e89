package org.yichuang.catalogue.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.rest.HandlingBody.RegistrationBody;
import org.yichuang.catalogue.internal.rest.HandlingBody.StepBody;
import org.yichuang.catalogue.internal.rest.HandlingBody.VisitsBody;
import org.yichuang.kernel.api.time.Limit;

public class HandlingBodyTest {
    private static final Handling WHOLE = new Handling(
            new InPerson(true, "当面签字"),
            true,
            new Visits(1, "核对原件", "《办法》"),
            15,
            new Delegation("市政府", "《规定》", "公告"),
            List.of(new SpecialStep("评审", Limit.working(20), "《办法》", true, "《收费办法》", false)));

    @Test
    public void whatIsReadIsWrittenAgain() {
        Problems problems = new Problems();

        assertEquals(WHOLE, HandlingBody.handling(HandlingBody.of(WHOLE), problems));
        assertTrue(problems.none());
    }

    @Test
    public void whatIsLeftOutIsUsualAndVisitsHaveANumber() {
        Problems problems = new Problems();
        assertEquals(
                Handling.USUAL,
                HandlingBody.handling(new HandlingBody(null, null, null, null, null, null, null, null), problems));
        StepBody bare = new StepBody("评审", null, null, null, null, null);
        assertEquals(
                new SpecialStep("评审", null, "", false, "", true),
                HandlingBody.handling(
                                new HandlingBody(null, null, null, null, null, List.of(bare), null, null), problems)
                        .specialSteps()
                        .get(0));
        RegistrationBody plain = new RegistrationBody(null, null);
        assertEquals(
                Registration.MARKET_ENTITY,
                HandlingBody.handling(new HandlingBody(null, null, null, null, null, null, null, plain), problems)
                        .registration());
        assertTrue(problems.none());

        HandlingBody.handling(
                new HandlingBody(null, null, new VisitsBody(null, "核对原件", ""), null, null, null, null, null), problems);
        assertEquals("handling.visits.number", problems.all().get(0).field());
    }
}
