package org.yichuang.year;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.internal.domain.CaseStateTable;

/**
 * A county's year on a moved clock: what the platform says of its cases in the end is what an independent checker makes
 * of the audit trail, the notices about days off and the definitions of the items. {@code bench/year} plays more of it.
 */
public class YearTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final int MOST_SHOWN = 40;

    /** What happens to a case beside the steps of its state table. */
    private static final String BESIDE = "due-moved branch-reopened due-soon promise-overdue statutory-overdue"
            + " suspension-overdue entered-afterwards";

    /** Of the steps of the state table, what the year has no item or nobody for. */
    private static final String NOT_PLAYED = "online-review-passed online-review-overdue survey-assigned surveyed"
            + " special-handling hearing-right-sent hearing-told hearing-unasked hearing-joined resumed-for-hearing"
            + " upper-hearing-right upper-convened upper-heard upper-called-off"
            + " branch-taken branch-extended branch-decided branch-returned";

    /** The same of results. */
    private static final String EVENTS_OF_RESULTS =
            "registered expired renewal-awaited renewed deemed-renewed changed replaced"
                    + " revoked withdrawn cancelled not-granted told";

    /** The same of ratings, and of what is followed up. */
    private static final String EVENTS_OF_RATINGS =
            "asked rated rated-again set-aside follow-up-opened followed-up follow-up-overdue follow-up-closed";

    private static World world;
    private static Year year;
    private static Findings findings;

    @BeforeClass
    public static void play() {
        long seed = Long.getLong("yichuang.year.seed", 2026);
        int applications = Integer.getInteger("yichuang.year.cases", 700);
        long began = System.nanoTime();
        YearItems items = new YearItems();
        world = new World(FOLDER.getRoot(), items);
        year = new Year(world, items, seed);
        year.play(applications);
        findings = new Findings(year);
        say("%d applications of seed %d are %d cases, %d s", applications, seed, findings.cases(), seconds(began));
        say("steps: %s", year.taken);
        say("refused: %s", year.refused);
        say("events: %s", findings.events());
        say("of results: %s", findings.eventsOfResults());
        say("of ratings: %s", findings.eventsOfRatings());
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    private static long seconds(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(words, values)); // who plays it reads what was played
    }

    private static void assertNone(List<String> found) {
        String shown = String.join("\n", found.subList(0, Math.min(MOST_SHOWN, found.size())));
        assertTrue(found.size() + " differences\n" + shown, found.isEmpty());
    }

    @Test
    public void everyKindOfThingHappens() {
        List<String> notPlayed = Arrays.asList(NOT_PLAYED.split(" "));
        Set<String> missing = new TreeSet<>(CaseStateTable.events());
        assertTrue("what is not played is in the table", missing.containsAll(notPlayed));
        missing.removeAll(notPlayed);
        missing.addAll(Arrays.asList(BESIDE.split(" ")));
        missing.removeAll(findings.events().keySet());
        missing.addAll(Arrays.asList(EVENTS_OF_RESULTS.split(" ")));
        missing.removeAll(findings.eventsOfResults().keySet());
        missing.addAll(Arrays.asList(EVENTS_OF_RATINGS.split(" ")));
        missing.removeAll(findings.eventsOfRatings().keySet());

        assertEquals(Set.of(), missing);
    }

    @Test
    public void everyLastDayAndVerdictIsWhatTheTrailMakesIt() {
        assertNone(findings.ofLimits());
    }

    @Test
    public void whatIsShownOfTheCentreAboveIsSo() {
        assertNone(findings.ofLimitsAbove());
    }

    @Test
    public void everyResultStandsAsTheTrailMakesIt() {
        assertNone(findings.ofResults());
    }

    @Test
    public void whoeverIsAskedAndWhatFollowsIsWhatTheTrailMakesIt() {
        assertNone(findings.ofRatings());
    }

    @Test
    public void everyDocumentSaysWhatTheTrailSays() {
        assertNone(findings.ofDocuments());
    }

    @Test
    public void everyFigureOfAMonthIsWhatTheTrailMadeItThen() {
        assertNone(findings.ofFiguresThen());
    }

    @Test
    public void everyFigureOfAMonthIsWhatTheTrailMakesItAfterwards() {
        assertNone(findings.ofFiguresNow());
    }

    @Test
    public void noFigureOfAMonthThatIsOverChanges() {
        assertNone(findings.ofChangedFigures());
    }

    @Test
    public void whatWasCarriedInAndCameIsConcludedOrCarriedOut() {
        assertNone(findings.ofBalances());
    }

    @Test
    public void noNumberIsLeftOutOrGivenTwice() {
        assertNone(findings.ofNumbers());
    }

    @Test
    public void everyLetterHasArrived() {
        assertNone(findings.ofLetters());
    }

    @Test
    public void theTrailOfEveryCentreIsWhole() throws Exception {
        world.anchor();

        assertNone(findings.ofTrails());
    }
}
