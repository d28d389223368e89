package org.yichuang.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest.Builder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.bench.Answer;
import org.yichuang.bench.Session;

/** All operations of the platform, as its OpenAPI document tells them. */
public final class Operations {
    private static final String MARK =
            "{\"code\":\"nothing\",\"flag\":\"OUTDATED\",\"outcome\":\"ADJUSTED\",\"reason\":\"r\"}";

    private static final String LODGE =
            "{\"eligibility\":\"KEY_CONSTRUCTION\",\"project\":\"p\",\"investmentFen\":1,\"needs\":\"n\",\"applicant\":"
                    + "{\"kind\":\"person\",\"name\":\"n\",\"idNumber\":\"11010519491231002X\",\"phone\":\"13800138000\"}}";

    private static final String JOINT = "{\"items\":[\"i\",\"j\"],\"reason\":\"r\",\"applicant\":"
            + "{\"kind\":\"person\",\"name\":\"n\",\"idNumber\":\"11010519491231002X\",\"phone\":\"13800138000\"}}";

    private static final String LETTER =
            "{\"number\":\"n\",\"department\":\"d\",\"full\":[\"i\"],\"from\":\"2026-01-05\",\"until\":\"2026-12-31\","
                    + Stream.of("principal", "a", "b")
                            .map(who -> "\"" + who + "\":{\"account\":\"" + who + "\",\"name\":\"" + who
                                    + "\",\"unit\":\"u\",\"post\":\"p\",\"rank\":\"SECTION\"}")
                            .collect(Collectors.joining(","))
                    + "}";

    private static final String SIGNED = "{\"principal\":\"" + "a".repeat(64) + "\",\"seal\":\"" + "b".repeat(64)
            + "\",\"a\":\"" + "c".repeat(64) + "\",\"b\":\"" + "d".repeat(64) + "\"}";

    /** Bodies that are good enough to come as far as the look-up of what the path names. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "/agency/agents",
                    "{\"name\":\"n\",\"source\":\"PARK\",\"serviceArea\":\"a\",\"phone\":\"13800138000\"}"),
            Map.entry("/training", "{\"heldOn\":\"2026-01-05\",\"passed\":false}"),
            Map.entry("/authorisation", "{\"until\":\"2099-12-31\",\"words\":\"w\"}"),
            Map.entry("/authorisation-withdrawal", "{\"reason\":\"r\"}"),
            Map.entry("/agency/requests", LODGE),
            Map.entry("/agency/requests/at-window", LODGE),
            Map.entry(
                    "/agreements",
                    "{\"number\":\"n\",\"body\":\"b\",\"scope\":\"s\",\"items\":[\"i\"],\"signedBy\":\"s\","
                            + "\"validFrom\":\"2026-01-05\",\"validUntil\":\"2099-12-31\"}"),
            Map.entry("/end", "{\"reason\":\"r\"}"),
            Map.entry(
                    "/agreements/{agreement}/reviews",
                    "{\"caseNumber\":\"n\",\"document\":\"d\",\"signer\":\"s\",\"signedOn\":\"2026-01-05\",\"seen\":true}"),
            Map.entry("/taking-back", "{\"reason\":\"r\"}"),
            Map.entry("/samples/removals", "{\"id\":\"s\",\"reason\":\"r\"}"),
            Map.entry(
                    "/agency/projects",
                    "{\"name\":\"n\",\"enterprise\":\"e\",\"investmentFen\":1,\"leader\":\"l\",\"leaderName\":\"l\"}"),
            Map.entry("/projects/{project}/cases", "{\"number\":\"n\"}"),
            Map.entry("/problems", "{\"problem\":\"p\",\"responsible\":\"r\",\"by\":\"2099-12-31\"}"),
            Map.entry(
                    "/meetings",
                    "{\"heldOn\":\"2026-01-05\",\"agenda\":\"a\",\"participants\":[\"p\"],\"agreements\":"
                            + "[{\"problem\":\"p\",\"agreement\":\"a\",\"responsible\":\"r\",\"by\":\"2099-12-31\"}]}"),
            Map.entry("/solution", "{\"words\":\"w\"}"),
            Map.entry("/closure", "{\"words\":\"w\"}"),
            Map.entry(
                    "/agency/inspections",
                    "{\"name\":\"n\",\"from\":\"2026-01-05\",\"to\":\"2099-12-31\","
                            + "\"parts\":[{\"department\":\"d\",\"certificate\":\"c\"}]}"),
            Map.entry(
                    "/inspections/{inspection}/bodies",
                    "{\"bodies\":[{\"name\":\"n\",\"idNumber\":\"91370602MA3C00003E\"}]}"),
            Map.entry("/bodies/{body}/findings", "{\"certificate\":\"c\",\"passed\":true}"),
            Map.entry("/bodies/{body}/putting-right", "{\"certificate\":\"c\",\"words\":\"w\"}"),
            Map.entry("/agency/joint-requests", JOINT),
            Map.entry("/agency/joint-requests/at-window", JOINT),
            Map.entry("/joint-requests/{request}/consent", "{\"days\":5}"),
            Map.entry("/consent", "{\"words\":\"w\"}"),
            Map.entry("/assignment", "{\"agent\":\"a\"}"),
            Map.entry("/entrustment", "{\"signer\":\"s\",\"paper\":true}"),
            Map.entry("/served/{request}/cases", "{\"number\":\"n\"}"),
            Map.entry("/report", "{\"words\":\"w\"}"),
            Map.entry("/completion", "{\"words\":\"w\"}"),
            Map.entry("/contact", "{\"reached\":true,\"untrue\":false,\"complex\":false,\"words\":\"w\"}"),
            Map.entry("/complaints", "{\"words\":\"w\"}"),
            Map.entry("/reviews", "{\"number\":\"n\",\"words\":\"w\"}"),
            Map.entry("/heard", "{\"channel\":\"WINDOW\",\"review\":false,\"words\":\"w\"}"),
            Map.entry("/refusal", "{\"words\":\"w\"}"),
            Map.entry("/more-time", "{\"workingDays\":5,\"words\":\"w\"}"),
            Map.entry("/answer", "{\"finding\":\"PARTLY\",\"words\":\"w\"}"),
            Map.entry("/rectification", "{\"words\":\"w\"}"),
            Map.entry("/verification", "{\"confirmed\":true,\"words\":\"w\"}"),
            Map.entry("/call", "{\"result\":\"DECLINED\"}"),
            Map.entry(
                    "/cards",
                    "{\"source\":\"CARD\",\"collectedOn\":\"" + LocalDate.now(ZoneOffset.UTC)
                            + "\",\"cards\":[{\"grade\":\"SATISFIED\"}]}"),
            Map.entry("/ratings", "{\"token\":\"t\",\"grade\":\"SATISFIED\"}"),
            Map.entry("/known-applicant", "{\"idNumber\":\"n\"}"),
            Map.entry("/correction-notice", "{\"items\":[{\"target\":\"m1\",\"demand\":\"请补充\"}]}"),
            Map.entry("/on-the-spot-correction", "{\"form\":{\"a\":\"b\"}}"),
            Map.entry("/on-the-spot-decision", "{\"opinion\":\"符合条件\"}"),
            Map.entry("/continuation", "{\"remark\":\"逾期未补\"}"),
            Map.entry("/answer-promise", "{\"reason\":\"须核实\"}"),
            Map.entry("/clear-answer", "{\"kind\":\"NOT_AT_ALL\",\"reasons\":\"不属于\",\"basis\":\"办法第三条\"}"),
            Map.entry("/special-handling", "{\"ground\":\"CENTRE_FINDING\",\"reason\":\"重点项目\"}"),
            Map.entry("/online-review", "{\"words\":\"请携带原件\"}"),
            Map.entry("/supply", "{\"materials\":[{\"code\":\"m1\",\"paper\":true}]}"),
            Map.entry("/promise-check", "{\"material\":\"m1\",\"kept\":true,\"finding\":\"现场查看\"}"),
            Map.entry("/examination", "{\"kind\":\"REVIEW\",\"recommendation\":\"GRANT\",\"opinion\":\"符合条件\"}"),
            Map.entry("/hearing", "{\"step\":\"RIGHT_NOTIFIED\",\"reason\":\"r\"}"),
            Map.entry("/hearing-request", "{\"wanted\":true}"),
            Map.entry("/correction", "{\"statement\":\"已补充\"}"),
            Map.entry(
                    "/non-acceptance",
                    "{\"outcome\":\"NOT_NEEDED\",\"reasons\":\"r\",\"basis\":\"b\",\"remedies\":\"m\"}"),
            Map.entry("/unmask", "{\"reason\":\"核对申请人身份\"}"),
            Map.entry("/package", "{\"reason\":\"核对申请人身份\"}"),
            Map.entry("/scan", "{\"reason\":\"疑为误报\"}"),
            Map.entry("/pre-review", "{\"opinion\":\"同意\",\"agree\":true}"),
            Map.entry("/opinion", "{\"outcome\":\"AGREE\",\"opinion\":\"同意\"}"),
            Map.entry(
                    "/meeting",
                    "{\"heldOn\":\"2026-01-05\",\"agenda\":\"a\",\"participants\":[\"p\"],\"agreements\":"
                            + "[{\"problem\":\"p\",\"agreement\":\"a\",\"responsible\":\"r\",\"by\":\"2026-01-06\"}]}"),
            Map.entry("/agreements/{agreement}/report", "{\"words\":\"w\",\"done\":true}"),
            Map.entry("/appointment", "{\"kind\":\"SURVEY\",\"time\":\"2099-01-05T09:00\",\"place\":\"p\"}"),
            Map.entry(
                    "/appointment-record",
                    "{\"findings\":[{\"branch\":\"b1\",\"staff\":[\"a\",\"b\"],\"finding\":\"f\"}],"
                            + "\"conclusion\":\"c\"}"),
            Map.entry("/appointment-cancellation", "{\"reason\":\"r\"}"),
            Map.entry("/raise", "{\"reason\":\"r\",\"workingDays\":5}"),
            Map.entry("/settlement", "{\"settlement\":\"s\"}"),
            Map.entry("/decision", "{\"outcome\":\"GRANT\"}"),
            Map.entry("/suspension", "{\"procedure\":\"HEARING\",\"plannedWorkingDays\":5,\"reason\":\"r\"}"),
            Map.entry("/extension", "{\"workingDays\":5,\"approver\":\"ORGAN_HEAD\",\"reason\":\"r\"}"),
            Map.entry("/delivery", "{\"method\":\"DIRECT\",\"receivedBy\":\"申请人\"}"),
            Map.entry("/withdrawal", "{\"reason\":\"不再需要\"}"),
            Map.entry(
                    "/licences/{licence}/revocation-declined",
                    "{\"reasons\":\"r\",\"basis\":\"b\",\"decidedBy\":\"王\"}"),
            Map.entry(
                    "/licences/{licence}/delivery", "{\"document\":\"d\",\"method\":\"DIRECT\",\"receivedBy\":\"r\"}"),
            Map.entry(
                    "/licences/{licence}/withholding",
                    "{\"ground\":\"PRIVACY\",\"reasons\":\"r\",\"basis\":\"b\",\"decidedBy\":\"王\"}"),
            Map.entry("/licences/{licence}/disclosure", "{\"reasons\":\"r\",\"basis\":\"b\",\"decidedBy\":\"王\"}"),
            Map.entry("/licences/grants/{case}/withholding", "{\"ground\":\"PRIVACY\",\"basis\":\"b\"}"),
            Map.entry("/licences/grants/{case}/disclosure", "{\"basis\":\"b\"}"),
            Map.entry("/licences/bans/{ban}/lifting", "{\"reason\":\"r\"}"),
            Map.entry("/licences/breaches/{breach}/repair", "{\"reason\":\"r\"}"),
            Map.entry("/retention/removals", "{\"numbers\":[\"n\"],\"words\":\"w\"}"),
            Map.entry("/removals/{removal}/rejection", "{\"reason\":\"r\"}"),
            Map.entry("/retention/holds", "{\"number\":\"n\",\"basis\":\"b\"}"),
            Map.entry("/holds/{number}/lifting", "{\"reason\":\"r\"}"),
            Map.entry(
                    "/licences/{licence}/revocation",
                    "{\"ground\":\"FRAUD\",\"reasons\":\"r\",\"basis\":\"b\",\"hearing\":\"h\","
                            + "\"harmsPublicInterest\":false,\"decidedBy\":\"王\"}"),
            Map.entry(
                    "/licences/{licence}/withdrawal",
                    "{\"ground\":\"LAW_CHANGED\",\"reasons\":\"r\",\"basis\":\"b\",\"hearing\":\"h\","
                            + "\"compensation\":\"c\",\"decidedBy\":\"王\"}"),
            Map.entry(
                    "/licences/{licence}/cancellation",
                    "{\"ground\":\"OTHER\",\"reasons\":\"r\",\"basis\":\"b\",\"decidedBy\":\"王\"}"),
            Map.entry(
                    "/exemption",
                    "{\"decidedBy\":\"市人民政府\",\"document\":\"1号\",\"decidedOn\":\"2026-01-05\","
                            + "\"opinionOf\":\"省中心\",\"opinionDocument\":\"2号\",\"reason\":\"r\"}"),
            Map.entry("/removal", "{\"approvedBy\":\"市人民政府\",\"document\":\"1号\",\"reason\":\"r\"}"),
            Map.entry("/opinions", "{\"office\":\"CENTRE\",\"agrees\":true,\"words\":\"w\"}"),
            Map.entry("/undoing", "{\"reason\":\"r\",\"partly\":false}"),
            Map.entry("/import-words", "{\"kind\":\"HEADING\",\"word\":\"权力名称\",\"meaning\":\"name\"}"),
            Map.entry("/marks", MARK),
            Map.entry("/lifting", MARK),
            Map.entry("/judgements", "{\"judgements\":[{\"code\":\"c\",\"outcome\":\"KEEP\"}]}"),
            Map.entry("/adoption", "{\"code\":\"c\"}"),
            Map.entry("/park", "{\"reason\":\"检查\"}"),
            Map.entry("/revoke", "{\"reason\":\"检查\"}"),
            Map.entry(
                    "/fees/items",
                    "{\"code\":\"C-1\",\"name\":\"n\",\"kind\":\"TAX\",\"unit\":\"u\",\"basis\":{\"title\":\"t\","
                            + "\"rank\":\"LAW\"},\"payers\":[\"PERSON\"],\"standard\":{\"method\":\"FIXED\",\"lines\":"
                            + "[{\"price\":1}]},\"fund\":\"TREASURY\",\"subject\":\"s\",\"from\":\"2026-01-05\","
                            + "\"reviewBy\":\"2099-12-31\"}"),
            Map.entry("/items/{code}/links", "{\"item\":\"i\",\"due\":\"ISSUE\"}"),
            Map.entry("/items/{code}/links/publication", "{\"item\":\"i\"}"),
            Map.entry("/items/{code}/links/end", "{\"item\":\"i\"}"),
            Map.entry("/fees/quotes", "{\"feeItem\":\"nothing\",\"payerKind\":\"PERSON\"}"),
            Map.entry("/fees/bills", "{\"case\":\"nothing\"}"),
            Map.entry(
                    "/bills/{number}/relief",
                    "{\"kind\":\"EXEMPTION\",\"minutes\":\"1号\",\"decidedOn\":\"2026-01-05\",\"words\":\"w\"}"),
            Map.entry("/relief/refusal", "{\"reason\":\"r\"}"),
            Map.entry("/bills/{number}/cancellation", "{\"reason\":\"r\"}"),
            Map.entry("/bills/{number}/treasury", "{\"reason\":\"r\"}"),
            Map.entry(
                    "/fees/payments",
                    "{\"bank\":\"b\",\"serial\":\"s\",\"code\":\"c\",\"fen\":1,\"at\":\"2026-01-05T01:00:00Z\","
                            + "\"branch\":\"b\",\"channel\":\"BANK\",\"account\":\"1\",\"payer\":\"p\"}"),
            Map.entry(
                    "/fees/refunds",
                    "{\"payment\":\"nothing\",\"fen\":1,\"ground\":\"ERROR\",\"words\":\"w\",\"account\":\"1\"}"),
            Map.entry("/refunds/{refund}/check", "{\"reason\":\"r\"}"),
            Map.entry("/refunds/{refund}/approval", "{\"reason\":\"r\"}"),
            Map.entry("/refunds/{refund}/refusal", "{\"reason\":\"r\"}"),
            Map.entry("/refunds/{refund}/payment", "{\"reason\":\"r\"}"),
            Map.entry("/payments/{payment}/reversal", "{\"ground\":\"CODE\",\"words\":\"w\"}"),
            Map.entry("/payments/{payment}/reversal/approval", "{\"reason\":\"r\"}"),
            Map.entry("/payments/{payment}/reversal/refusal", "{\"reason\":\"r\"}"),
            Map.entry("/statements/{statement}/refusal", "{\"reason\":\"r\"}"),
            Map.entry("/fees/statements", "{\"source\":\"TREASURY\",\"day\":\"2026-01-05\",\"lines\":[]}"),
            Map.entry("/fees/banks", "{\"name\":\"b\",\"source\":\"BANK\"}"),
            Map.entry(
                    "/payments/call-backs",
                    "{\"payment\":{\"bank\":\"b\",\"serial\":\"s\",\"code\":\"c\",\"fen\":1,"
                            + "\"at\":\"2026-01-05T01:00:00Z\",\"branch\":\"b\",\"channel\":\"BANK\",\"account\":\"1\","
                            + "\"payer\":\"p\"},\"key\":\"k\",\"signature\":\"AAAA\"}"),
            Map.entry("/fees/bypasses", "{\"place\":\"p\",\"words\":\"w\"}"),
            Map.entry("/bypasses/{bypass}/closure", "{\"reason\":\"r\"}"),
            Map.entry("/fees/reconciliation", "{\"day\":\"2026-01-05\"}"),
            Map.entry("/differences/{difference}/closure", "{\"reason\":\"r\"}"),
            Map.entry("/fees/days", "{\"day\":\"2026-01-05\"}"),
            Map.entry("/fees/paper-receipts", "{\"kind\":\"k\",\"unit\":\"u\",\"first\":\"001\",\"last\":\"002\"}"),
            Map.entry("/paper-receipts/{lot}/moves", "{\"step\":\"ISSUE\",\"first\":\"001\",\"holder\":\"h\"}"),
            Map.entry("/paper-receipts/{lot}/count", "{\"found\":1}"),
            Map.entry("/fees/paper-receipts/stops", "{\"unit\":\"u\",\"lastDay\":\"2026-01-05\",\"decision\":\"d\"}"),
            Map.entry("/fees/incomes", "{\"month\":\"2026-01\",\"fen\":1,\"source\":\"s\"}"),
            Map.entry("/incomes/{month}/confirmation", "{\"version\":1}"),
            Map.entry("/service-points", "{\"kind\":\"HALL\",\"name\":\"n\",\"address\":\"a\"}"),
            Map.entry("/service-points/{point}/closure", "{\"reason\":\"r\"}"),
            Map.entry("/stationings", "{\"department\":\"d\",\"kind\":\"LOCAL\",\"since\":\"2026-01-05\"}"),
            Map.entry("/stationings/{stationing}/withdrawal", "{\"from\":\"2026-01-05\",\"approval\":\"a\"}"),
            Map.entry("/stationings/{stationing}/items", "{\"items\":[\"i\"]}"),
            Map.entry("/leaving", "{\"reason\":\"r\"}"),
            Map.entry("/windows/windows", "{\"number\":\"n\",\"name\":\"n\",\"point\":\"p\",\"kind\":\"GUIDE\"}"),
            Map.entry("/windows/{number}/closure", "{\"reason\":\"r\"}"),
            Map.entry("/queues", "{\"code\":\"Z\",\"name\":\"n\"}"),
            Map.entry("/queues/{queue}/closure", "{\"reason\":\"r\"}"),
            Map.entry("/windows/tickets", "{\"group\":\"Z\"}"),
            Map.entry("/tickets/online", "{\"group\":\"Z\"}"),
            Map.entry("/windows/calls", "{\"window\":\"1\"}"),
            Map.entry("/service-points/{point}/hours", "{\"week\":[]}"),
            Map.entry(
                    "/windows/appointments",
                    "{\"item\":\"i\",\"point\":\"p\",\"day\":\"2099-12-31\",\"time\":\"09:00\",\"name\":\"n\"}"),
            Map.entry(
                    "/appointments/own", "{\"item\":\"i\",\"point\":\"p\",\"day\":\"2099-12-31\",\"time\":\"09:00\"}"),
            Map.entry("/appointments/{booking}/cancellation", "{\"reason\":\"r\"}"),
            Map.entry("/attendance/punches", "{\"device\":\"d\",\"key\":\"k\",\"employeeNo\":\"e\"}"),
            Map.entry(
                    "/punches/entered",
                    "{\"member\":\"m\",\"day\":\"2026-01-05\",\"slot\":\"AM_IN\",\"time\":\"09:00\",\"reason\":\"r\"}"),
            Map.entry("/attendance/absences", "{\"member\":\"m\",\"minutes\":5,\"reason\":\"r\"}"),
            Map.entry(
                    "/attendance/leaves",
                    "{\"member\":\"m\",\"from\":\"2099-12-30\",\"until\":\"2099-12-31\",\"kind\":\"ANNUAL\","
                            + "\"standIn\":\"s\",\"reason\":\"r\"}"),
            Map.entry(
                    "/attendance/visits",
                    "{\"department\":\"d\",\"name\":\"n\",\"rank\":\"HEAD\",\"purpose\":\"SIT\","
                            + "\"day\":\"2026-01-05\",\"minutes\":30}"),
            Map.entry(
                    "/windows/deductions",
                    "{\"window\":\"1\",\"rule\":\"TIDINESS\",\"day\":\"2026-01-05\",\"evidence\":\"e\"}"),
            Map.entry("/windows/deeds", "{\"kind\":\"GUIDE\",\"note\":\"n\"}"),
            Map.entry("/windows/enquiries", "{\"channel\":\"DESK\",\"question\":\"q\"}"),
            Map.entry("/countersignatures/confirmations", "{}"),
            Map.entry("/countersignatures/{decision}/objection", "{\"reason\":\"r\"}"),
            Map.entry("/countersignatures/{decision}/correction", "{\"words\":\"w\"}"),
            Map.entry("/windows/seals", "{\"number\":\"n\",\"name\":\"n\",\"department\":\"d\",\"custodian\":\"c\"}"),
            Map.entry("/seals/{seal}/custody", "{\"custodian\":\"c\",\"reason\":\"r\"}"),
            Map.entry("/seals/{seal}/retirement", "{\"reason\":\"r\"}"),
            Map.entry("/seals/{seal}/uses", "{\"kind\":\"FORM\",\"document\":\"d\"}"),
            Map.entry("/enquiries/online", "{\"question\":\"q\"}"),
            Map.entry("/enquiries/{enquiry}/hand-over", "{\"to\":\"t\"}"),
            Map.entry("/enquiries/{enquiry}/assignment", "{\"to\":\"t\"}"),
            Map.entry("/enquiries/{enquiry}/answer", "{\"answer\":\"a\"}"),
            Map.entry("/deductions/{deduction}/appeal", "{\"words\":\"w\"}"),
            Map.entry("/deductions/{deduction}/ruling", "{\"stands\":true,\"words\":\"w\"}"),
            Map.entry("/assessments/{period}/publication", "{\"of\":\"WINDOW\"}"),
            Map.entry("/assessments/{period}/marks", "{\"of\":\"WINDOW\",\"subject\":\"1\",\"mark\":90}"),
            Map.entry("/assessments/{period}/marks/daily", "{\"of\":\"WINDOW\",\"subject\":\"1\",\"mark\":90}"),
            Map.entry("/assessments/{period}/marks/peer", "{\"of\":\"WINDOW\",\"subject\":\"1\",\"mark\":90}"),
            Map.entry("/attendance/bulletins", "{\"month\":\"2026-01\"}"),
            Map.entry("/windows/devices", "{\"name\":\"n\",\"point\":\"p\"}"),
            Map.entry("/windows/machine-tickets", "{\"device\":\"d\",\"key\":\"k\",\"group\":\"A\"}"),
            Map.entry(
                    "/machine-tickets/{ticket}/prints", "{\"device\":\"d\",\"key\":\"k\",\"printed\":true}"),
            Map.entry("/devices/{device}/lock", "{\"reason\":\"r\"}"),
            Map.entry("/check-in", "{}"),
            Map.entry("/recall", "{\"window\":\"1\"}"),
            Map.entry("/skip", "{\"window\":\"1\"}"),
            Map.entry("/serve", "{\"window\":\"1\"}"),
            Map.entry("/transfer", "{\"window\":\"1\"}"),
            Map.entry("/finish", "{\"window\":\"1\"}"),
            Map.entry(
                    "/windows/staff",
                    "{\"account\":\"a\",\"name\":\"n\",\"employeeNo\":\"e\",\"homeUnit\":\"h\",\"post\":\"p\","
                            + "\"rank\":\"SECTION\",\"departments\":[\"d\"]}"),
            Map.entry("/vetting", "{\"words\":\"w\"}"),
            Map.entry("/staff/{member}/approval", "{\"words\":\"w\"}"),
            Map.entry("/trainings", "{\"title\":\"t\",\"heldOn\":\"2026-01-05\",\"score\":80,\"passed\":true}"),
            Map.entry("/badge", "{\"window\":\"1\"}"),
            Map.entry("/departure", "{\"returned\":false,\"appraisal\":\"a\"}"),
            Map.entry("/absence", "{\"until\":\"2099-12-31\",\"reason\":\"r\"}"),
            Map.entry("/windows/letters", LETTER),
            Map.entry("/objection", "{\"words\":\"w\"}"),
            Map.entry("/letters/{number}/issue", SIGNED),
            Map.entry("/announcement", "{\"from\":\"2099-12-31\",\"words\":\"w\"}"));

    /**
     * An operation.
     *
     * @param method in upper case
     * @param template its path below {@code /api}
     * @param roles who may call it; {@code everyone} for a public one
     * @param multipart whether it takes a file
     */
    public record Operation(String method, String template, Set<String> roles, boolean multipart) {
        public boolean isPublic() {
            return roles.contains("everyone");
        }

        /** Calls it at a centre, with the places of its path filled from a map. */
        public Answer call(Session session, String tenant, Map<String, String> places) {
            String path = "/api" + template.replace("{tenant}", tenant);
            for (Map.Entry<String, String> place : places.entrySet()) {
                path = path.replace("{" + place.getKey() + "}", place.getValue());
            }
            path = path.replaceAll("\\{[^}]+}", "nothing");
            if (multipart) {
                return session.file(path, "a.pdf", "application/pdf", "%PDF-1.4".getBytes());
            }
            Builder request = session.request(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            if (method.equals("GET") || method.equals("DELETE")) {
                return session.send(request.method(method, BodyPublishers.noBody()));
            }
            return session.send(request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body(template))));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private Operations() {}

    /** A body that the operation can read. */
    public static String body(String template) {
        return BODIES.entrySet().stream()
                .filter(entry -> template.endsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("{}");
    }

    /** Reads the document. */
    public static List<Operation> of(Session anybody) {
        List<Operation> found = new ArrayList<>();
        JsonNode document = anybody.get("/api/openapi.json").expect(200).json();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    JsonNode operation = verb.getValue();
                    Set<String> roles = new TreeSet<>();
                    operation.path("x-roles").forEach(role -> roles.add(role.asText()));
                    boolean multipart =
                            operation.path("requestBody").path("content").has("multipart/form-data");
                    found.add(new Operation(verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), roles, multipart));
                }));
        return found;
    }
}
