package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.cases.api.RetentionHold;

/** What was granted and is in force keeps its cases; on both databases. */
public class CasesInForceTest extends MatterContract {
    private Map<String, RetentionHold> holds() {
        CasesInForce guard =
                new CasesInForce(world.rows, world, new Certificates(RegisterItems.of(world.certificates), world));
        return world.transactions.read(world.as("clerk", HAIYANG), unit -> guard.holds(Set.of("C1", "C2", "C9"), unit));
    }

    @Test
    public void theCaseThatHasGrantedItAndThatWhichHasRenewedItAreKeptUntilItIsOver() {
        assertEquals(Map.of("C1", RetentionHold.LICENCE), holds());
        world.province.at("2031-01-15T09:00");
        apply("C2", LicenceMatter.RENEWAL, "JYC1");
        decide("C2", Outcome.GRANT);
        assertEquals(Map.of("C1", RetentionHold.LICENCE, "C2", RetentionHold.LICENCE), holds());
        world.hear("C2", HAIYANG, "withdrawn", "{}");
        night("2031-03-02T02:00");
        assertEquals(Map.of(), holds());
    }

    @Test
    public void aCaseThatTheCityHasDecidedAndMadeOutIsKeptAsLongAsTheCityHasSaidThatItHolds() {
        world.make("C9", RegisterWorld.FOOD, HAIYANG);
        world.madeOutAbove("C9", HAIYANG, YANTAI);
        assertEquals(Map.of("C1", RetentionHold.LICENCE, "C9", RetentionHold.LICENCE), holds());

        world.province.at("2030-01-02T09:00");

        assertEquals("its last day was the first of January", Map.of("C1", RetentionHold.LICENCE), holds());
    }
}
