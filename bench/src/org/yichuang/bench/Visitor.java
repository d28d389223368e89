package org.yichuang.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody with a session who follows the links of pages, as far as they stay in his centre. */
public final class Visitor {
    /**
     * One page that was opened.
     *
     * @param status of the answer, after redirects
     * @param bytes of its body as it travelled
     * @param nanos from the request to the last byte
     * @param text its source
     */
    public record Opened(String path, int status, int bytes, long nanos, String text) {}

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)");
    private static final int MOST_PAGES = 120;
    private static final int MOST_STEPS = 5;

    private final URI base;
    private final String centre;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager())
            .build();

    public Visitor(URI base, String centre) {
        this.base = base;
        this.centre = centre;
    }

    /** Signs in through the page. */
    public void signIn(Network.Account account) {
        String page = "/" + centre + "/sign-in";
        Matcher token = TOKEN.matcher(open(page).text());
        if (!token.find()) {
            throw new Deviation("No form to sign in at " + page);
        }
        String form = Map.of("account", account.name(), "password", account.password(), "_csrf", token.group(1))
                .entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Opened start = send(page, request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (start.status() != 200 || start.text().contains("name=\"password\"")) {
            throw new Deviation(account.name() + " cannot sign in at " + centre + ": " + start.status());
        }
    }

    /** Opens a page. */
    public Opened open(String path) {
        return send(path, request(path).GET());
    }

    /** Follows all links from a page on; of pages that differ only in numbers and codes, one is opened. */
    public Map<String, Opened> walk(String start) {
        Map<String, Opened> seen = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
            String path = ahead.removeFirst();
            if (!seen.containsKey(kind(path))) {
                Opened page = open(path);
                seen.put(kind(path), page);
                ahead.addAll(links(page.text()));
            }
        }
        return seen;
    }

    private List<String> links(String text) {
        List<String> found = new ArrayList<>();
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            String path = link.group(1).replace("&amp;", "&");
            boolean isOurs = path.equals("/" + centre) || path.startsWith("/" + centre + "/");
            if (isOurs && !path.contains("lang=") && !path.contains("elderly=")) {
                found.add(path);
            }
        }
        return found;
    }

    /** The path with everything taken out that names one thing among many. */
    private static String kind(String path) {
        return path.replaceAll("[A-Z0-9]{4,}(-[A-Z0-9]+)*|\\b[A-Z]{2}-\\d+", "…").replaceAll("=[^&]*", "=…")
                .replaceAll("/(of|at)/[^/?]+", "/$1/…");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip");
    }

    /**
     * Goes where an answer leads. Not left to the client: Java 17's forgets to end the time-out of a request that was
     * redirected, which then breaks off whatever comes over its connection half a minute later (JDK-8304701).
     */
    private HttpResponse<byte[]> followed(HttpResponse<byte[]> first) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = first;
        for (int step = 0; step < MOST_STEPS && answer.statusCode() == 303; step++) {
            URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = http.send(request(next.toString()).GET().build(), BodyHandlers.ofByteArray());
        }
        return answer;
    }

    private Opened send(String path, HttpRequest.Builder request) {
        try {
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = followed(http.send(request.build(), BodyHandlers.ofByteArray()));
            long took = System.nanoTime() - began;
            boolean packed = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
            byte[] body = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                    : answer.body();
            return new Opened(path, answer.statusCode(), answer.body().length, took,
                    new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
