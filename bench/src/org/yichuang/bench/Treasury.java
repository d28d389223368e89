package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bank and a treasury as a process of their own, with books of their own. The treasury gives codes of payment, the
 * same for the same order, and loses one answer in twenty behind its books. Whoever pays at the bank is written down
 * there; the bank says so by signed calls, sixteen at once, of which it doubles one in five, delays one in ten until
 * others have passed it, and drops one in twenty; a call that is not answered is made again. Both tell by files what
 * they have. Prints its port and ends when nobody writes to it any more.
 */
public final class Treasury {
    private static final String BRANCH = "中心网点";
    private static final String ACCOUNT = "6222021605001234567";
    private static final String PAYER = "示范公司";
    private static final Charset FILES = Charset.forName("GB18030");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 16;
    /** Each run has codes of its own. */
    private static final long STARTED = System.currentTimeMillis();

    private static final int TRIES = 200;

    private final Network network;
    private final String centre;
    private final String bank;
    private final String key;
    private final KeyPair pair;
    private final Random random;
    private final ScheduledExecutorService calls = Executors.newScheduledThreadPool(CLIENTS);
    private final Map<String, String> codes = new TreeMap<>();
    private final Map<String, JsonNode> orders = new TreeMap<>();
    private final List<Line> books = new ArrayList<>();
    private final Map<String, Line> dropped = new TreeMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final List<String> refused = new ArrayList<>();

    /** A payment in the books of the bank. */
    private record Line(String serial, String code, long fen, Instant at) {}

    private Treasury(Network network, String centre, String bank, String key, long seed)
            throws GeneralSecurityException {
        this.network = network;
        this.centre = centre;
        this.bank = bank;
        this.key = key;
        random = new Random(seed);
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** The centre, the bank's name, the name of its key, and a seed. */
    public static void main(String[] arguments) throws Exception {
        Treasury treasury = new Treasury(
                Network.fromEnvironment(), arguments[0], arguments[1], arguments[2], Long.parseLong(arguments[3]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 200);
        server.setExecutor(Executors.newFixedThreadPool(CLIENTS));
        server.createContext("/", treasury::serve);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop(0);
        treasury.calls.shutdownNow();
        System.exit(0);
    }

    /** The one that {@code BENCH_TREASURY_PORT} names, so that a platform can be told of it; any one otherwise. */
    private static int port() {
        return Integer.parseInt(System.getenv().getOrDefault("BENCH_TREASURY_PORT", "0"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            if (path.startsWith("/orders/")) {
                order(path, JSON.readTree(body), exchange);
            } else if (path.equals("/payments")) {
                pay(JSON.readTree(body));
                answer(exchange, "{}");
            } else if (path.equals("/key")) {
                answer(exchange, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            } else if (path.equals("/statement")) {
                answer(exchange, statement().getBytes(FILES));
            } else if (path.equals("/books")) {
                answer(exchange, JSON.writeValueAsString(said()));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        answer(exchange, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The same order has the same code for ever; one answer in twenty is lost behind the books. */
    private void order(String path, JsonNode order, HttpExchange exchange) throws IOException {
        String code;
        boolean isLost;
        synchronized (this) {
            code = codes.computeIfAbsent(path, any -> String.format("9%013d%06d", STARTED, codes.size()));
            orders.put(code, order);
            isLost = random.nextInt(20) == 0;
        }
        if (!isLost) {
            answer(exchange, "{\"code\":\"" + code + "\"}");
        }
    }

    private synchronized void pay(JsonNode payment) {
        String code = payment.path("code").asText();
        JsonNode order = orders.get(code);
        long fen = order == null ? payment.path("fen").asLong() : order.path("fen").asLong();
        Line line = new Line(key + "-" + books.size(), code, fen, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        books.add(line);
        if (random.nextInt(20) == 0) {
            dropped.put(code, line);
            return;
        }
        call(line, random.nextInt(10) == 0 ? 200 + random.nextInt(800) : 0);
        if (random.nextInt(5) == 0) {
            call(line, random.nextInt(300));
        }
    }

    private void call(Line line, long after) {
        waiting.incrementAndGet();
        calls.schedule(() -> tell(line, 1), after, TimeUnit.MILLISECONDS);
    }

    /** Again until it is answered: the platform may be down, or have died behind its commit. */
    private void tell(Line line, int time) {
        try {
            Answer answer = network.anybody().post("/api/" + centre + "/fees/payments/call-backs", signed(line));
            if (answer.status() < 500) {
                told.incrementAndGet();
                if (answer.status() != 200) {
                    synchronized (refused) {
                        refused.add(answer.status() + " " + line.code());
                    }
                }
                waiting.decrementAndGet();
                return;
            }
        } catch (Unanswered e) {
            if (time >= TRIES) {
                System.err.println(line + ": " + e.getMessage());
            }
        }
        if (time < TRIES) {
            calls.schedule(() -> tell(line, time + 1), 1, TimeUnit.SECONDS);
        } else {
            waiting.decrementAndGet();
        }
    }

    private Map<String, Object> signed(Line line) {
        Map<String, Object> payment = Map.of(
                "bank", bank,
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
                centre,
                bank,
                line.serial(),
                line.code(),
                Long.toString(line.fen()),
                line.at().toString(),
                BRANCH,
                "COUNTER",
                ACCOUNT,
                PAYER);
        return Map.of("payment", payment, "key", key, "signature", sign(text));
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

    private synchronized String statement() {
        StringBuilder file = new StringBuilder("交易流水号,缴款码,金额\n");
        for (Line line : books) {
            file.append(line.serial()).append(',').append(line.code()).append(',');
            file.append(String.format("%d.%02d%n", line.fen() / 100, line.fen() % 100));
        }
        return file.toString();
    }

    private synchronized Map<String, Object> said() {
        Map<String, Long> missing = new TreeMap<>();
        dropped.forEach((code, line) -> missing.put(code, line.fen()));
        List<String> no;
        synchronized (refused) {
            no = List.copyOf(refused);
        }
        return Map.of(
                "waiting", waiting.get(),
                "told", told.get(),
                "lines", books.size(),
                "fen", books.stream().mapToLong(Line::fen).sum(),
                "dropped", missing,
                "refused", no);
    }
}
