package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
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

/**
 * A bank and a treasury with books of their own. The bank says what has come by signed calls, sixteen at once, of which
 * it doubles one in five, says one in ten late and drops one in twenty; then both send their files. What the platform has
 * got must be what these say, to the fen: receipts without gaps, and a difference for each call that was dropped.
 */
public final class Bank {
    private static final String CENTRE = "haiyang";
    private static final String ROOT = "/api/" + CENTRE + "/fees";
    private static final String NAME = "模拟银行";
    private static final String TREASURY = "国库";
    private static final String ITEM = "HY-009";
    private static final String FEE = "370687-SL-01";
    private static final String BRANCH = "中心网点";
    private static final String ACCOUNT = "6222021605001234567";
    private static final String PAYER = "示范公司";
    private static final int CLIENTS = 16;
    private static final int USUAL = 100;

    private final Network network;
    private final int payments;
    private final Random random = new Random(20260302);
    private final KeyPair pair;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final List<Line> books = new ArrayList<>();
    private final List<Line> calls = new ArrayList<>();
    private final Map<String, Line> dropped = new TreeMap<>();

    /** A payment in the books of the bank. */
    private record Line(String bill, String serial, String code, long fen, Instant at) {}

    private Bank(Network network, int payments) throws GeneralSecurityException {
        this.network = network;
        this.payments = payments;
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    public static void main(String[] arguments) throws Exception {
        int payments = arguments.length == 0 ? USUAL : Integer.parseInt(arguments[0]);
        new Bank(Network.fromEnvironment(), payments).play();
    }

    private void play() throws Exception {
        register();
        demand();
        long start = System.nanoTime();
        int told = tell();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d payments, %d calls, %d dropped: %.1f calls/s%n",
                payments, told, dropped.size(), told / seconds);
        send(NAME, books);
        send(TREASURY, books);
        judge();
        System.out.println("what the platform has got is what bank and treasury say, to the fen");
    }

    private Session treasury() {
        return network.as(CENTRE, "treasury-officer");
    }

    private void register() {
        Map<String, Object> mapping = Map.of("serial", "交易流水号", "code", "缴款码", "amount", "金额", "unit", "YUAN");
        Map<String, Object> key = Map.of(
                "name", run,
                "algorithm", "ED25519",
                "publicKey", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "from", today());
        known(Map.of("name", NAME, "source", "BANK", "keys", List.of(key), "mapping", mapping));
        known(Map.of("name", TREASURY, "source", "TREASURY", "mapping", mapping));
    }

    /** One person says what is known of a bank, another one confirms it. */
    private void known(Map<String, Object> bank) {
        network.as(CENTRE, "fee-editor").command(ROOT + "/banks", bank).expect(200);
        String name = URLEncoder.encode((String) bank.get("name"), StandardCharsets.UTF_8);
        network.as(CENTRE, "centre-manager")
                .command(ROOT + "/banks/" + name + "/confirmation", Map.of())
                .expect(200);
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    /** A demand for each payment, as the window makes it out; people pay at once. */
    private void demand() {
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
            Line line = new Line(
                    bill.path("summary").path("number").asText(),
                    run + "-" + i,
                    bill.path("code").asText(),
                    bill.path("summary").path("net").asLong(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS));
            books.add(line);
            if (random.nextInt(20) == 0) {
                dropped.put(line.code(), line);
            } else {
                calls.add(line);
            }
        }
    }

    private int tell() throws ExecutionException, InterruptedException {
        List<Line> order = new ArrayList<>();
        List<Line> late = new ArrayList<>();
        for (Line each : calls) {
            (random.nextInt(10) == 0 ? late : order).add(each);
            if (random.nextInt(5) == 0) {
                order.add(each);
            }
        }
        Collections.shuffle(late, random);
        order.addAll(late);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> done = new ArrayList<>();
        for (Line each : order) {
            done.add(threads.submit(() -> call(each)));
        }
        threads.shutdown();
        for (Future<?> each : done) {
            each.get();
        }
        return order.size();
    }

    private void call(Line line) {
        Map<String, Object> payment = Map.of(
                "bank", NAME,
                "serial", line.serial(),
                "code", line.code(),
                "fen", line.fen(),
                "at", line.at().toString(),
                "branch", BRANCH,
                "channel", "COUNTER",
                "account", ACCOUNT,
                "payer", PAYER);
        String text = String.join(
                "\n",
                "yichuang-payment-1",
                CENTRE,
                NAME,
                line.serial(),
                line.code(),
                Long.toString(line.fen()),
                line.at().toString(),
                BRANCH,
                "COUNTER",
                ACCOUNT,
                PAYER);
        network.anybody()
                .post(ROOT + "/payments/call-backs", Map.of("payment", payment, "key", run, "signature", sign(text)))
                .expect(200);
    }

    private String sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String whose, List<Line> lines) throws IOException {
        StringBuilder file = new StringBuilder("交易流水号,缴款码,金额\n");
        for (Line line : lines) {
            file.append(line.serial()).append(',').append(line.code()).append(',');
            file.append(String.format("%d.%02d%n", line.fen() / 100, line.fen() % 100));
        }
        treasury()
                .file(
                        ROOT + "/statements/files?day=" + today() + "&bank="
                                + URLEncoder.encode(whose, StandardCharsets.UTF_8),
                        "statement.csv",
                        "text/csv",
                        file.toString().getBytes(Charset.forName("GB18030")))
                .expect(200);
    }

    private static void equal(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new Deviation("Expected " + expected + ", found " + found);
        }
    }

    private void judge() {
        JsonNode found = treasury()
                .command(ROOT + "/reconciliation", Map.of("day", today()))
                .expect(200)
                .json();
        Set<String> codes = new TreeSet<>();
        books.forEach(line -> codes.add(line.code()));
        Set<String> different = new TreeSet<>();
        for (JsonNode each : found.path("differences")) {
            String code = each.path("code").asText();
            if (codes.contains(code)) {
                different.add(code);
                equal("BANK_ONLY", each.path("kind").asText());
                equal(dropped.get(code).fen(), each.path("amount").asLong());
            }
        }
        equal(dropped.keySet(), different);
        receipts();
        JsonNode balance =
                treasury().get(ROOT + "/ledger/trial-balance").expect(200).json();
        equal(0L, balance.path("sum").asLong());
    }

    /** Each that was told of is settled, with a receipt of its own, and no number between them is missing. */
    private void receipts() {
        TreeSet<Long> numbers = new TreeSet<>();
        for (Line line : calls) {
            JsonNode bill = network.as(CENTRE, "clerk")
                    .get(ROOT + "/bills/" + line.bill())
                    .expect(200)
                    .json();
            equal("SETTLED", bill.path("summary").path("state").asText());
            equal(line.fen(), bill.path("paid").asLong());
            numbers.add(bill.path("receipt").path("number").asLong());
        }
        equal(calls.size(), numbers.size());
        equal((long) calls.size(), numbers.last() - numbers.first() + 1);
    }
}
