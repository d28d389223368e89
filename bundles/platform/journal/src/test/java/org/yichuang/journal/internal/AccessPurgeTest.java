package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AccessPurge.Purged;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

public class AccessPurgeTest extends OnBothStores {
    private static final Duration YEAR = Duration.ofDays(366);

    private YearlyAccessPurge purge;
    private int year;

    /** Three refusals this year, and two in the next one. */
    @Before
    public void refuse() {
        purge = new YearlyAccessPurge(house.boundary, house.transactions, house.verifier, house.clock);
        year = house.clock.instant().atZone(CallContext.ZONE).getYear();
        house.count("a", house.clerk(NORTH));
        refused(3);
        house.clock.forward(YEAR);
        refused(2);
        house.clock.forward(YEAR);
    }

    @Test
    public void aYearIsPurgedAndTheTrailIsProvableAllTheSame() {
        assertEquals(new Purged(1, 3), purge.purge(year, operator()));
        house.anchor(NORTH);

        assertEquals(2, entries());
        Verification whole = house.journal.verify(NORTH);
        assertTrue(whole.firstBreak(), whole.sound());
        assertEquals(3, whole.purged());
        assertEquals(0, purge.purge(year, operator()).entries());
    }

    @Test
    public void whatIsWrittenAndPurgedLaterIsProvedAsWell() {
        purge.purge(year, operator());
        house.clock.forward(YEAR);
        refused(1);

        assertEquals(new Purged(1, 2), purge.purge(year + 1, operator()));

        Verification whole = house.journal.verify(NORTH);
        assertTrue(whole.firstBreak(), whole.sound());
        assertEquals(5, whole.purged());
        assertEquals(1, entries());
    }

    @Test
    public void theDailyProofGoesOnAfterAPurge() {
        assertTrue(house.journal.verify(NORTH).sound());
        purge.purge(year, operator());
        refused(1);

        Verification recent = house.journal.verifyRecent(NORTH);

        assertTrue(recent.firstBreak(), recent.sound());
        assertTrue(recent.since() > 0);
    }

    @Test
    public void aPurgeIsAnEntryWithTheNameOfWhoPurged() {
        purge.purge(year, operator());

        JournalEntry entry = house.journal
                .entries("purged-access", chain(), PageRequest.of(10, null), house.clerk(NORTH))
                .items()
                .get(0);
        assertEquals("zhao", entry.actor());
        assertEquals("3", entry.details().get("entries"));
    }

    @Test
    public void whatIsRemovedBesidesIsNamed() {
        purge.purge(year, operator());
        house.anchor(NORTH);
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='access' AND SEQ=4");

        assertBroken("access/" + chain() + " lacks entry 4");
    }

    @Test
    public void aSummaryThatSaysMoreThanWasPurgedIsNamed() {
        purge.purge(year, operator());
        house.anchor(NORTH);
        store.run("UPDATE JOURNAL_ENTRY SET DETAILS='{\"entries\":\"5\",\"from\":\"1\",\"to\":\"5\",\"until\":\"\"}' "
                + "WHERE AGGREGATE_TYPE='purged-access'");
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='access'");

        assertBroken("Entry 1 of purged-access/" + chain() + " has been changed");
    }

    @Test
    public void aSummaryThatCannotBeReadAnyMoreIsNamed() {
        purge.purge(year, operator());
        store.run("UPDATE JOURNAL_ENTRY SET DETAILS='{}' WHERE AGGREGATE_TYPE='purged-access'");

        Verification whole = house.journal.verify(NORTH);

        assertFalse(whole.sound());
        assertTrue(whole.firstBreak(), whole.firstBreak().contains("purged-access"));
    }

    @Test
    public void aRemovedSummaryIsNamed() {
        purge.purge(year, operator());
        house.anchor(NORTH);
        store.run("DELETE FROM JOURNAL_ENTRY WHERE AGGREGATE_TYPE='purged-access'");

        assertBroken("access/" + chain() + " lacks entry 1");
    }

    @Test
    public void aTrailThatIsNotSoundIsNotPurged() {
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='nobody' WHERE AGGREGATE_TYPE='access' AND SEQ=2");

        assertEquals(JournalError.TRAIL_BROKEN, refusal(year, operator()));
        assertEquals(5, entries());
    }

    @Test
    public void thisYearAndTheLastStay() {
        assertEquals(JournalError.PURGE_TOO_EARLY, refusal(year + 1, operator()));
        assertEquals(5, entries());
    }

    @Test
    public void onlyWhoIsPermittedPurges() {
        assertEquals(CommonError.NOT_ALLOWED, refusal(year, house.clerk(NORTH)));
    }

    private ErrorCode refusal(int of, CallContext context) {
        return assertThrows(ProblemException.class, () -> purge.purge(of, context))
                .code();
    }

    private void assertBroken(String english) {
        Verification whole = house.journal.verify(NORTH);
        assertFalse("Nothing was found", whole.sound());
        assertTrue(whole.firstBreak(), whole.firstBreak().endsWith(" / " + english));
    }

    private void refused(int times) {
        for (int i = 0; i < times; i++) {
            house.journal.refused(
                    "GET /cases/{number}", ProblemException.of(CommonError.NOT_ALLOWED), house.clerk(NORTH));
        }
        house.refusals.write(Instant.MIN);
        house.anchor(NORTH);
    }

    private CallContext operator() {
        return house.clerk(NORTH).by(new Actor("zhao", "赵", Set.of(), Set.of(), Set.of(JournalPermission.PURGE)));
    }

    private String chain() {
        return house.node.id() + "-1";
    }

    private int entries() {
        List<JournalEntry> all = house.journal
                .entries("access", chain(), PageRequest.of(20, null), house.clerk(NORTH))
                .items();
        return all.size();
    }
}
