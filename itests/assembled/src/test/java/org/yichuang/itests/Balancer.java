package org.yichuang.itests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands in front of several containers, no cleverer than one that can be bought: it asks each whether it is
 * ready, gives requests in turn to those that are, whoever sends them, and asks another one again only where nothing is
 * done twice by that. The tests have no other, since whoever builds may have none installed.
 */
final class Balancer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CHECK = Duration.ofMillis(500);
    /** So many bad answers in a row are believed. */
    private static final int BELIEVED = 2;

    /** Headers of one connection, and those that the client writes by itself. */
    private static final Set<String> OF_THE_LINE = Set.of(
            "connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade", ":status");

    private final List<URI> containers;
    private final Map<URI, Integer> bad = new ConcurrentHashMap<>();
    private final List<URI> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService checks = Executors.newScheduledThreadPool(2);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final HttpServer server;

    /** Begins to listen, at a port of its own. */
    Balancer(List<URI> containers) throws IOException {
        this.containers = List.copyOf(containers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.next()), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        for (URI container : this.containers) {
            checks.scheduleWithFixedDelay(() -> look(container), 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Where people find it. */
    URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Which containers get requests now. */
    List<URI> ready() {
        return List.copyOf(ready);
    }

    /** How many requests have been asked again because a container gave no answer. */
    int again() {
        return again.get();
    }

    /** What has gone wrong between the people and this. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void look(URI container) {
        boolean isReady = false;
        try {
            HttpRequest question = HttpRequest.newBuilder(container.resolve("/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            isReady = http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            isReady = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int looks = bad.merge(container, 1, Integer::sum);
        if (isReady) {
            bad.put(container, 0);
            if (!ready.contains(container)) {
                ready.add(container);
            }
        } else if (looks >= BELIEVED) {
            ready.remove(container);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (IOException | RuntimeException e) {
            troubles.add(exchange.getRequestURI() + " at " + Instant.now() + ": " + e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<URI> inTurn = inTurn();
        for (int which = 0; which < inTurn.size(); which++) {
            boolean isLast = which + 1 == inTurn.size() || !mayBeAskedAgain(exchange);
            if (isAnswered(exchange, body, inTurn.get(which))) {
                return;
            }
            if (isLast) {
                break;
            }
            again.incrementAndGet();
        }
        exchange.sendResponseHeaders(502, -1);
    }

    private List<URI> inTurn() {
        List<URI> now = ready();
        List<URI> turned = new ArrayList<>();
        int first = next.getAndIncrement();
        for (int which = 0; which < now.size(); which++) {
            turned.add(now.get(Math.floorMod(first + which, now.size())));
        }
        return turned;
    }

    private static boolean mayBeAskedAgain(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestHeaders().containsKey("Idempotency-Key");
    }

    /** Whether a container has given an answer, whatever it says. */
    private boolean isAnswered(HttpExchange exchange, byte[] body, URI container) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(container.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", "127.0.0.1")
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_LINE.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_LINE.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        return true;
    }

    @Override
    public void close() {
        checks.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
