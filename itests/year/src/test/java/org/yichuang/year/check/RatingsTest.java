package org.yichuang.year.check;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The checker sees what is wrong of ratings and of what is followed up, by days that were reckoned by hand. */
public class RatingsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    private final Map<String, List<Entry>> rated = new LinkedHashMap<>();
    private final Map<String, List<Entry>> followed = new LinkedHashMap<>();
    private final Map<String, List<Entry>> cases = new LinkedHashMap<>();

    private static void happens(
            Map<String, List<Entry>> all, String id, String moment, String event, String details, String data)
            throws JsonProcessingException {
        List<Entry> entries = all.computeIfAbsent("county/" + id, any -> new ArrayList<>());
        ObjectMapper json = new ObjectMapper();
        entries.add(new Entry(
                "county",
                "",
                id,
                entries.size() + 1L,
                LocalDateTime.parse(moment),
                "clerk",
                event,
                json.readTree(details),
                event,
                "shop",
                "审批局",
                json.readTree(data)));
    }

    private void isAskedAndNotContent() throws JsonProcessingException {
        happens(cases, "1", "2026-03-02T09:00", "submitted", "{}", "{}");
        happens(cases, "1", "2026-03-02T10:00", "accepted", "{}", "{}");
        happens(rated, "r", "2026-03-02T10:00", "asked", "{}", "{\"service\":\"accepted\",\"until\":\"2026-03-17\"}");
        happens(rated, "r", "2026-03-05T20:00", "rated", "{}", "{\"grade\":\"DISSATISFIED\",\"source\":\"ACCOUNT\"}");
    }

    private void isFollowed(String moment, String step, String state, String due, boolean late)
            throws JsonProcessingException {
        String event = step.equals("OPEN") ? "follow-up-opened" : "followed-up";
        happens(
                followed,
                "f",
                moment,
                event,
                "{\"reached\":\"true\"}",
                "{\"kind\":\"BAD_RATING\",\"step\":\"" + step + "\",\"state\":\"" + state + "\",\"due\":\"" + due
                        + "\",\"late\":" + late + "}");
    }

    private Ratings ratings() {
        return new Ratings(rated, followed, cases, any -> new WorkDays(Map.of()), Set.of("county"));
    }

    @Test
    public void whatIsBadAndFollowedUpByItsDayIsSo() throws JsonProcessingException {
        isAskedAndNotContent();
        isFollowed("2026-03-05T20:00", "OPEN", "TO_CONTACT", "2026-03-06", false);
        isFollowed("2026-03-06T09:00", "CONTACT", "TO_RECTIFY", "2026-03-13", false);

        assertEquals(List.of(), ratings().differences());
        assertArrayEquals(new long[] {1, 1}, ratings().count("participation", "county", FIRST, LAST, ""));
        assertArrayEquals(new long[] {0, 1}, ratings().count("good", "county", FIRST, LAST, "shop"));
        assertArrayEquals(new long[] {1, 1}, ratings().count("contacted", "county", FIRST, LAST, ""));
    }

    @Test
    public void aStepThatIsCalledPunctualAfterItsDayIsFound() throws JsonProcessingException {
        isAskedAndNotContent();
        isFollowed("2026-03-05T20:00", "OPEN", "TO_CONTACT", "2026-03-06", false);
        isFollowed("2026-03-09T09:00", "CONTACT", "TO_RECTIFY", "2026-03-16", false);

        assertEquals(
                List.of("county/f: late after CONTACT: says false, should be true"),
                ratings().differences());
    }

    @Test
    public void whoeverWasNotAskedOrIsNotFollowedUpIsFound() throws JsonProcessingException {
        isAskedAndNotContent();
        happens(cases, "1", "2026-03-10T10:00", "refused", "{}", "{}");
        String found = ratings().differences().toString();

        assertTrue(found, found.contains("asked county 2026-03-10 shop refused: 0, should be 1"));
        assertTrue(found, found.contains("called county 2026-03-10 shop call: 0, should be 1"));
        assertTrue(found, found.contains("county/r is bad, and not followed up"));
    }
}
