package org.yichuang.year.check;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.year.check.Checker.Shown;

/** The checker sees what is wrong of departments beside each other, by days that were reckoned by hand. */
public class JointTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Notice NOTICE =
            new Notice(LocalDateTime.parse("2026-01-01T00:00"), Map.of(LocalDate.of(2026, 1, 1), false));
    private static final Shown NOTIFIED = new Shown("notice", MONDAY, LocalDate.of(2026, 3, 9), "MET");

    private final List<Entry> entries = new ArrayList<>();

    private void happens(String moment, String action, String event, String details, String data)
            throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        entries.add(new Entry(
                "county",
                "case",
                "1",
                entries.size() + 1L,
                LocalDateTime.parse(moment),
                "clerk",
                action,
                json.readTree(details),
                event,
                "shop",
                "住建局",
                json.readTree(data)));
    }

    @Before
    public void isAcceptedOnMonday() throws JsonProcessingException {
        happens("2026-03-02T09:00", "submit", "submitted", "{}", "{\"receivedOn\":\"2026-03-02\"}");
        happens(
                "2026-03-02T10:00",
                "accept",
                "accepted",
                "{\"state\":\"ACCEPTED\",\"branches\":\"b1,b2\"}",
                "{\"mode\":\"EXPRESS\",\"clockFrom\":\"2026-03-02\"}");
    }

    private void isSaid(String moment, String branch, boolean late) throws JsonProcessingException {
        happens(
                moment,
                "give-opinion",
                "opinion-given",
                "{\"state\":\"ACCEPTED\",\"branch\":\"" + branch + "\"}",
                "{\"branch\":\"" + branch + "\",\"outcome\":\"AGREE\",\"late\":" + late + "}");
    }

    private static JointMember party(String id, int days) {
        return new JointMember(
                id, "", 0, "意见", "单位" + id, "", null, true, List.of(), Limit.working(days), List.of(), List.of());
    }

    private Checker checker() {
        Route route = new Route(
                "r",
                "r",
                List.of(),
                List.of(
                        new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                        new Stage(Action.DECIDE, Level.COUNTY, "审批局", null)),
                Level.COUNTY);
        ItemDefinition shop = ItemDefinition.of("shop")
                .name("开店")
                .type(ItemType.LICENCE)
                .department("审批局")
                .organ("审批局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(45))
                .promisedLimit(Limit.working(10))
                .acceptanceLevels(Set.of(Level.COUNTY))
                .routes(List.of(route))
                .made()
                .madeOf(new JointHandling(BundleKind.APPROVAL, List.of(), List.of(party("b1", 3), party("b2", 30))));
        return new Checker(
                Map.of("county/1", entries),
                List.of(NOTICE),
                new Checker.Rules(Map.of("shop", shop), Map.of("county", Level.COUNTY), "clerk"::equals, List.of()));
    }

    private List<String> differences(Shown... branches) {
        List<Shown> all = new ArrayList<>(List.of(
                NOTIFIED,
                new Shown("decision", MONDAY, LocalDate.of(2026, 5, 4), "RUNNING"),
                new Shown("promise", MONDAY, LocalDate.of(2026, 3, 16), "RUNNING")));
        all.addAll(List.of(branches));
        return checker().differences("county/1", all, LocalDate.of(2026, 3, 10));
    }

    @Test
    public void eachHasItsOwnDaysAndNoneMoreThanTheWhole() throws JsonProcessingException {
        isSaid("2026-03-05T09:00", "b1", false);
        Shown first = new Shown("branch", MONDAY, LocalDate.of(2026, 3, 5), "MET");
        Shown second = new Shown("branch", MONDAY, LocalDate.of(2026, 3, 16), "RUNNING");

        assertEquals(List.of(), differences(first, second));
        assertEquals(
                1,
                differences(first, new Shown("branch", MONDAY, LocalDate.of(2026, 4, 13), "RUNNING"))
                        .size());
    }

    @Test
    public void aDepartmentThatIsCalledPunctualAfterItsDayIsFound() throws JsonProcessingException {
        isSaid("2026-03-06T09:00", "b1", false);
        Shown first = new Shown("branch", MONDAY, LocalDate.of(2026, 3, 5), "MISSED");
        Shown second = new Shown("branch", MONDAY, LocalDate.of(2026, 3, 16), "RUNNING");

        assertEquals(
                List.of("county/1: late with its opinion: says false, should be true"), differences(first, second));
    }

    @Test
    public void timeIsChargedToDepartmentsUntilTheLastHasSpoken() throws JsonProcessingException {
        isSaid("2026-03-05T09:00", "b1", false);
        isSaid("2026-03-06T09:00", "b2", false);
        happens("2026-03-10T09:00", "decide", "granted", "{\"state\":\"GRANTED\"}", "{}");
        LocalDate last = LocalDate.of(2026, 3, 31);

        assertEquals(3, checker().days("department", "county", MONDAY, last, "", "单位b1", ""));
        assertEquals(1, checker().days("department", "county", MONDAY, last, "", "单位b2", ""));
        assertEquals(2, checker().days("leader", "county", MONDAY, last, "", "", ""));
    }
}
