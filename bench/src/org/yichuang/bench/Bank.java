package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Demands of a county that are paid at a {@link Treasury}, a process of its own with books of its own: what the
 * platform has got must be what these say, to the fen; receipts without gaps, and a difference for each payment of
 * which the bank has said nothing. The platform may be killed and started again while people pay: the bank says it
 * again.
 */
public final class Bank {
    private static final String CENTRE = "haiyang";
    private static final String ROOT = "/api/" + CENTRE + "/fees";
    private static final String NAME = "模拟银行";
    private static final String TREASURY = "国库";
    private static final String ITEM = "HY-009";
    private static final String FEE = "370687-SL-01";
    private static final int CLIENTS = 16;
    private static final int USUAL = 100;
    private static final long SEED = 20260302;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final Network network;
    private final Teller bank;
    private final String run;
    private final int payments;
    private final Random random = new Random(SEED);
    private final Map<String, Bill> bills = new TreeMap<>();

    /** A demand that is paid. */
    private record Bill(String number, long fen) {}

    private Bank(Network network, Teller bank, String run, int payments) {
        this.network = network;
        this.bank = bank;
        this.run = run;
        this.payments = payments;
    }

    /** How many payments, 100 unless told otherwise. */
    public static void main(String[] arguments) throws Exception {
        int payments = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (Teller bank = Teller.open(CENTRE, NAME, run, SEED)) {
            new Bank(Network.fromEnvironment(), bank, run, payments).play();
        }
    }

    private void play() throws Exception {
        register();
        demand();
        long start = System.nanoTime();
        pay();
        JsonNode books = bank.books();
        double seconds = (System.nanoTime() - start) / 1e9;
        int told = books.path("told").asInt();
        System.out.printf(
                "%d payments, %d calls, %d dropped: %.1f calls/s%n",
                payments, told, books.path("dropped").size(), told / seconds);
        send(NAME);
        send(TREASURY);
        judge(books);
        System.out.println("what the platform has got is what bank and treasury say, to the fen");
    }

    private Session treasury() {
        return network.as(CENTRE, "treasury-officer");
    }

    private void register() {
        Map<String, Object> mapping = Map.of("serial", "交易流水号", "code", "缴款码", "amount", "金额", "unit", "YUAN");
        Map<String, Object> key =
                Map.of("name", run, "algorithm", "ED25519", "publicKey", bank.key(), "from", today());
        known(Map.of("name", NAME, "source", "BANK", "keys", List.of(key), "mapping", mapping));
        known(Map.of("name", TREASURY, "source", "TREASURY", "mapping", mapping));
    }

    /** One person says what is known of a bank, another one confirms it. */
    private void known(Map<String, Object> of) {
        network.as(CENTRE, "fee-editor").command(ROOT + "/banks", of).expect(200);
        String name = URLEncoder.encode((String) of.get("name"), StandardCharsets.UTF_8);
        network.as(CENTRE, "centre-manager")
                .command(ROOT + "/banks/" + name + "/confirmation", Map.of())
                .expect(200);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    /** A demand for each payment, as the window makes it out. */
    private void demand() throws InterruptedException {
        Session clerk = network.as(CENTRE, "clerk");
        for (int i = 0; i < payments; i++) {
            CaseAt file = CaseAt.submitted(
                    network, CENTRE, "clerk", CaseAt.application(ITEM, Samples.enterprise(700 + i), Map.of()));
            file.act("clerk", "acceptance", Map.of());
            JsonNode bill = clerk.command(
                            ROOT + "/bills",
                            Map.of(
                                    "case",
                                    file.number(),
                                    "lines",
                                    List.of(Map.of("feeItem", FEE, "quantity", 1 + random.nextInt(20_000)))))
                    .expect(201)
                    .json();
            String number = bill.path("summary").path("number").asText();
            bills.put(
                    code(number, bill.path("code").asText(), clerk),
                    new Bill(number, bill.path("summary").path("net").asLong()));
        }
        equal(payments, bills.size());
    }

    /** The code, which is pending where the treasury's answer is lost. */
    private static String code(String number, String given, Session clerk) throws InterruptedException {
        String code = given;
        long limit = System.nanoTime() + PATIENCE;
        while (code.isEmpty()) {
            if (System.nanoTime() > limit) {
                throw new Deviation(number + " gets no code");
            }
            Thread.sleep(500);
            code = clerk.get(ROOT + "/bills/" + number).expect(200).text("code");
        }
        return code;
    }

    private void pay() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = new ArrayList<>();
        bills.forEach((code, bill) -> done.add(threads.submit(() -> bank.pay(code, bill.fen()))));
        threads.shutdown();
        for (Future<?> each : done) {
            each.get();
        }
    }

    private void send(String whose) throws IOException {
        treasury()
                .file(
                        ROOT + "/statements/files?day=" + today() + "&bank="
                                + URLEncoder.encode(whose, StandardCharsets.UTF_8),
                        "statement.csv",
                        "text/csv",
                        bank.statement())
                .expect(200);
    }

    private static void equal(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new Deviation("Expected " + expected + ", found " + found);
        }
    }

    private void judge(JsonNode books) {
        JsonNode dropped = books.path("dropped");
        equal(0, books.path("refused").size());
        equal(bills.values().stream().mapToLong(Bill::fen).sum(), books.path("fen").asLong());
        JsonNode found = treasury()
                .command(ROOT + "/reconciliation", Map.of("day", today()))
                .expect(200)
                .json();
        Set<String> different = new TreeSet<>();
        for (JsonNode each : found.path("differences")) {
            String code = each.path("code").asText();
            if (bills.containsKey(code)) {
                different.add(code);
                equal("BANK_ONLY", each.path("kind").asText());
                equal(dropped.path(code).asLong(), each.path("amount").asLong());
            }
        }
        Set<String> expected = new TreeSet<>();
        dropped.fieldNames().forEachRemaining(expected::add);
        equal(expected, different);
        receipts(expected);
        JsonNode balance =
                treasury().get(ROOT + "/ledger/trial-balance").expect(200).json();
        equal(0L, balance.path("sum").asLong());
    }

    /** Each that was told of is settled, with a receipt of its own, and no number between them is missing. */
    private void receipts(Set<String> dropped) {
        TreeSet<Long> numbers = new TreeSet<>();
        bills.forEach((code, of) -> {
            if (!dropped.contains(code)) {
                JsonNode bill = network.as(CENTRE, "clerk")
                        .get(ROOT + "/bills/" + of.number())
                        .expect(200)
                        .json();
                equal("SETTLED", bill.path("summary").path("state").asText());
                equal(of.fen(), bill.path("paid").asLong());
                numbers.add(bill.path("receipt").path("number").asLong());
            }
        });
        int told = bills.size() - dropped.size();
        equal(told, numbers.size());
        equal((long) told, numbers.last() - numbers.first() + 1);
    }
}
