package org.yichuang.cases.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.MessageHistory;
import org.yichuang.journal.api.MessageHistory.Delivery;
import org.yichuang.journal.api.MessageHistory.SentMessage;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

public class CaseTraceTest {
    private static final CaseView COUNTY = view("370687-1", null, new CaseView.Peer("yantai", "烟台", "370600-9", ""));
    private static final CaseView CITY = view("370600-9", new CaseView.Peer("haiyang", "海阳", "370687-1", ""), null);

    private final MessageHistory history = (module, number, context) -> messages(number);

    @Test
    public void stepsMessagesAndReceiptsOfAllCentresAreOneTimeline() {
        String[] lines = trace(Optional.of(history)).of("370687-1").text().split("\n");

        assertEquals("haiyang 370687-1 → yantai 370600-9", lines[0]);
        assertTrue(lines[2], lines[2].contains("haiyang") && lines[2].contains("pre-review"));
        assertTrue(lines[3], lines[3].contains("forward → yantai") && lines[3].contains("DELIVERED"));
        assertTrue(lines[4], lines[4].contains("yantai") && lines[4].contains("forward ← haiyang"));
        assertTrue(lines[5], lines[5].contains("yantai") && lines[5].contains("accept"));
        assertEquals(6, lines.length);
    }

    @Test
    public void itCanBeFollowedFromEitherEndAndWithoutAnyExchange() {
        assertTrue(
                trace(Optional.of(history)).of("370600-9").text().startsWith("yantai 370600-9 → haiyang 370687-1\n"));
        assertEquals(4, trace(Optional.empty()).of("370600-9").text().split("\n").length);
    }

    @Test
    public void aNumberThatNobodyKnowsIsRefused() {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> trace(Optional.of(history)).of("nothing"));

        assertEquals(CaseError.CASE_UNKNOWN, refusal.code());
    }

    private static CaseTrace trace(Optional<MessageHistory> history) {
        CaseService cases = Wired.only(
                CaseService.class,
                Map.of(
                        "find", args -> find((String) args[0], (CallContext) args[1]),
                        "journal", args -> new Page<>(steps((String) args[0]), null)));
        List<Tenant> centres =
                List.of(centre("yantai", Level.CITY, "370600"), centre("haiyang", Level.COUNTY, "370687"));
        Tenants tenants = Wired.only(Tenants.class, Map.of("all", args -> centres));
        return new CaseTrace(tenants, cases, history, id -> CallContext.system(id, Desk.NOW, "test"));
    }

    private static Tenant centre(String id, Level level, String division) {
        return new Tenant(
                new TenantId(id), id, level, Optional.empty(), new DivisionCode(division), Set.of("cases"), Map.of());
    }

    private static CaseView find(String number, CallContext context) {
        if (number.equals("370687-1") && context.tenant().value().equals("haiyang")) {
            return COUNTY;
        }
        if (number.equals("370600-9") && context.tenant().value().equals("yantai")) {
            return CITY;
        }
        throw new ProblemException(CaseError.CASE_UNKNOWN, LocalizedMessage.verbatim("没有"));
    }

    private static List<JournalEntry> steps(String number) {
        return List.of(number.equals("370687-1") ? step("pre-review", 0) : step("accept", 30));
    }

    private static JournalEntry step(String action, int seconds) {
        return new JournalEntry(
                "case", "x", 1, at(seconds), "reviewer", "审查", action, "", "", Map.of("agree", "true"), "r", "h");
    }

    private static List<SentMessage> messages(String number) {
        if (!number.equals("370687-1")) {
            return List.of();
        }
        Delivery delivery = new Delivery(at(2), "370600-9", "k1");
        return List.of(new SentMessage(
                "M1", "forward", "haiyang", "yantai", Outbox.State.DELIVERED, at(1), "", Optional.of(delivery)));
    }

    private static Instant at(int seconds) {
        return Desk.NOW.plusSeconds(seconds);
    }

    private static CaseView view(String number, CaseView.Peer lower, CaseView.Peer upper) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("number", number);
        parts.put("state", CaseState.ACCEPTED);
        parts.put("lower", lower);
        parts.put("upper", upper);
        return Wired.record(CaseView.class, parts);
    }
}
