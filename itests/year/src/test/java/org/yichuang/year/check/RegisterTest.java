package org.yichuang.year.check;

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
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.Level;
import org.yichuang.year.check.Register.Shown;

/** The checker sees what is wrong of a register, by days that were reckoned by hand. */
public class RegisterTest {
    private static final LocalDate END = LocalDate.of(2026, 5, 1);

    private final Map<String, List<Entry>> cases = new LinkedHashMap<>();
    private final Map<String, List<Entry>> licences = new LinkedHashMap<>();

    private static void happens(
            Map<String, List<Entry>> all, String id, String moment, String action, String event, String... texts)
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
                action,
                json.readTree(texts[0]),
                event,
                "shop",
                "审批局",
                json.readTree(texts[1])));
    }

    @Before
    public void isMadeOutForTwoMonths() throws JsonProcessingException {
        happens(cases, "1", "2026-02-27T09:00", "submit", "submitted", "{}", "{\"receivedOn\":\"2026-02-27\"}");
        happens(cases, "1", "2026-03-02T09:00", "issue", "issued", "{}", "{}");
        happens(
                licences,
                "1",
                "2026-03-02T09:00",
                "register",
                "registered",
                "{}",
                "{\"caseNumber\":\"1\",\"kind\":\"LICENCE\",\"validUntil\":\"2026-05-01\"}");
    }

    private Register register() {
        ItemDefinition shop = ItemDefinition.of("shop")
                .name("店")
                .type(ItemType.LICENCE)
                .department("审批局")
                .organ("审批局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .acceptanceLevels(Set.of(Level.COUNTY))
                .made()
                .with(Examination.NONE, new Certificate(Certificate.Kind.LICENCE, 2, 20, null, false));
        return new Register(licences, cases, Map.of("shop", shop));
    }

    private List<String> differences(String state, LocalDate until, LocalDate today) {
        return register().differences("county/1", new Shown(state, until), today);
    }

    @Test
    public void whatIsOverIsExpiredWhoeverHasNotedIt() {
        assertEquals(List.of(), differences("VALID", END, END));
        assertEquals(List.of(), differences("EXPIRED", END, END.plusDays(1)));
        assertEquals(1, differences("VALID", END, END.plusDays(1)).size());
        assertEquals(1, differences("VALID", END.plusDays(1), END).size());
        String forgotten = differences("EXPIRED", END, END.plusDays(2)).toString();
        assertTrue(forgotten, forgotten.contains("nobody has noted it"));
    }

    @Test
    public void whatIsRenewedInTimeHoldsOnAndTheLawRenewsItWhenNobodyDecides() throws JsonProcessingException {
        happens(cases, "2", "2026-04-10T09:00", "submit", "submitted", "{}", "{\"receivedOn\":\"2026-04-10\"}");
        happens(licences, "1", "2026-04-10T09:00", "await-renewal", "renewal-awaited", "{}", "{\"caseNumber\":\"2\"}");

        assertEquals(List.of(), differences("VALID", END, END.plusDays(30)));
        happens(
                licences,
                "1",
                "2026-05-02T00:01",
                "deem-renewed",
                "deemed-renewed",
                "{\"case\":\"2\"}",
                "{\"validUntil\":\"2026-07-01\"}");
        assertEquals(List.of(), differences("VALID", LocalDate.of(2026, 7, 1), END.plusDays(30)));
    }

    @Test
    public void aRenewalThatCameTooLateAndIsAwaitedIsFound() throws JsonProcessingException {
        happens(cases, "2", "2026-04-20T09:00", "submit", "submitted", "{}", "{\"receivedOn\":\"2026-04-20\"}");
        happens(licences, "1", "2026-04-20T09:00", "await-renewal", "renewal-awaited", "{}", "{\"caseNumber\":\"2\"}");

        assertEquals(List.of("county/1: awaited in time: says false, should be true"), differences("VALID", END, END));
    }

    @Test
    public void whatWasMadeOutAndStandsInNoRegisterIsFound() throws JsonProcessingException {
        happens(cases, "3", "2026-03-03T09:00", "issue", "issued", "{}", "{}");

        assertEquals(List.of("county/3 is in no register"), register().missing());
        assertEquals(1, register().count("granted", "county", END.minusMonths(2), END, "shop"));
        assertEquals(1, register().count("in-force", "county", END, END, ""));
        assertEquals(0, register().count("in-force", "county", END, END.plusDays(1), ""));
    }
}
