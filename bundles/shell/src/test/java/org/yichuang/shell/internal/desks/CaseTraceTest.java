package org.yichuang.shell.internal.desks;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.shell.internal.text.Sheet;

public class CaseTraceTest {
    private static final CaseView COUNTY = view("370687-1", null, new CaseView.Peer("yantai", "烟台", "370600-9", ""));
    private static final CaseView CITY = view("370600-9", new CaseView.Peer("haiyang", "海阳", "370687-1", ""), null);

    private final Desk desk = new Desk(new Fakes()
            .with(
                    new Network(),
                    Fakes.of(
                            CaseService.class,
                            Map.of(
                                    "find", args -> find((String) args[0], (CallContext) args[1]),
                                    "journal", args -> new Page<>(steps((String) args[0]), null))),
                    Fakes.of(Exchange.class, Map.of("ofAggregate", args -> messages((String) args[1])))));

    @Test
    public void stepsMessagesAndReceiptsOfAllCentresAreOneTimeline() {
        String[] lines = new CaseTrace(desk).of("370687-1").text().split("\n");

        assertEquals("haiyang 370687-1 → yantai 370600-9", lines[0]);
        assertTrue(lines[2], lines[2].contains("haiyang") && lines[2].contains("pre-review"));
        assertTrue(lines[3], lines[3].contains("forward → yantai") && lines[3].contains("DELIVERED"));
        assertTrue(lines[4], lines[4].contains("yantai") && lines[4].contains("forward ← haiyang"));
        assertTrue(lines[5], lines[5].contains("yantai") && lines[5].contains("accept"));
        assertEquals(6, lines.length);
    }

    @Test
    public void itCanBeFollowedFromEitherEnd() {
        Sheet fromAbove = new CaseTrace(desk).of("370600-9");

        assertTrue(fromAbove.text().startsWith("yantai 370600-9 → haiyang 370687-1\n"));
        assertTrue(fromAbove.json().contains("\"kind\":\"RECEIPT\""));
    }

    @Test
    public void aNumberThatNobodyKnowsIsRefused() {
        ProblemException refusal = assertThrows(ProblemException.class, () -> new CaseTrace(desk).of("nothing"));

        assertEquals(CaseError.CASE_UNKNOWN, refusal.code());
    }

    private static CaseView find(String number, CallContext context) {
        if (number.equals("370687-1") && context.tenant().value().equals("haiyang")) {
            return COUNTY;
        }
        if (number.equals("370600-9") && context.tenant().value().equals("yantai")) {
            return CITY;
        }
        throw new ProblemException(CaseError.CASE_UNKNOWN, "没有", "none");
    }

    private static List<JournalEntry> steps(String number) {
        return List.of(number.equals("370687-1") ? step("pre-review", 0) : step("accept", 30));
    }

    private static JournalEntry step(String action, int seconds) {
        return new JournalEntry(
                "case", "x", 1, at(seconds), "reviewer", "审查", action, "", "", Map.of("agree", "true"), "r", "h");
    }

    private static List<ExchangeMessage> messages(String number) {
        if (!number.equals("370687-1")) {
            return List.of();
        }
        Receipt receipt = new Receipt(1, "M1", "haiyang", "yantai", "d", at(2), "370600-9", "k1", "s");
        return List.of(new ExchangeMessage(
                "M1", "haiyang", "yantai", number, 1, "forward", Outbox.State.DELIVERED, 1, at(1), null, "", receipt));
    }

    private static Instant at(int seconds) {
        return Network.NOW.plusSeconds(seconds);
    }

    private static CaseView view(String number, CaseView.Peer lower, CaseView.Peer upper) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("number", number);
        parts.put("state", CaseState.ACCEPTED);
        parts.put("lower", lower);
        parts.put("upper", upper);
        return Fakes.record(CaseView.class, parts);
    }
}
