package org.yichuang.fees.internal.treasury;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.internal.FeeSettings;
import org.yichuang.fees.internal.persistence.Json;
import org.yichuang.kernel.api.ProblemException;

/**
 * A treasury that is told by HTTP: {@code PUT <address>/orders/<centre>/<request>} with the order as JSON; it answers
 * {@code {"code": "…"}}, or 4xx with {@code {"reason": "…"}} where it takes no such order.
 */
public class HttpCodePort implements CodePort {
    /** Its word. */
    public static final String WORD = "http";

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 << 10;
    private static final int OK = 200;
    private static final int REFUSED = 400;
    private static final int BROKEN = 500;
    private static final int CREATED = 201;
    /** What says nothing of the order: who we are, or that it is too early (401, 403, 407, 408, 429). */
    private static final Set<Integer> OURS = Set.of(401, 403, 407, 408, 429);

    /** What whoever listens at a wrong address says, of whatever order (404, 405). */
    private static final Set<Integer> ELSEWHERE = Set.of(404, 405);

    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

    private final FeeSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public HttpCodePort(FeeSettings settings) {
        this.settings = settings;
    }

    /** What the treasury is told. */
    record Told(
            int version,
            String number,
            String payer,
            long fen,
            LocalDate due,
            boolean open,
            List<PaymentOrder.Line> lines) {
        static Told of(PaymentOrder order) {
            return new Told(
                    order.version(),
                    order.number(),
                    order.payer(),
                    order.fen(),
                    order.due(),
                    order.open(),
                    order.lines());
        }
    }

    /** What the treasury answers. */
    record Said(String code, String reason) {
        Said {
            code = code == null ? "" : code;
            reason = reason == null ? "" : reason;
        }
    }

    /** An answer as it came. */
    private record Answer(int status, String body) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String tell(PaymentOrder order) throws IOException {
        String treasury = settings.now().treasury();
        if (treasury.isEmpty()) {
            throw new IOException("no treasury.url that can be used is configured");
        }
        String root = treasury.endsWith("/") ? treasury.substring(0, treasury.length() - 1) : treasury;
        URI address = URI.create(root + "/orders/" + order.centre().value() + "/" + order.request());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(settings.now().patience())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .PUT(BodyPublishers.ofString(Json.write(Told.of(order)), StandardCharsets.UTF_8));
        String secret = secret(settings.now().secretFile());
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        return code(send(request.build()));
    }

    private static String code(Answer answer) throws IOException {
        int status = answer.status();
        if (ELSEWHERE.contains(status)) {
            throw new IOException("the address of treasury.url answers HTTP " + status);
        }
        if (status >= REFUSED && status < BROKEN && !OURS.contains(status)) {
            throw ProblemException.of(FeeError.CODE_REFUSED, reason(answer));
        }
        if (status != OK && status != CREATED) {
            throw new IOException("the treasury answers HTTP " + status);
        }
        return said(answer).code();
    }

    /** Its own words; whatever stands before it may refuse in something else than JSON. */
    private static String reason(Answer answer) {
        try {
            String reason = said(answer).reason();
            return reason.isBlank() ? "HTTP " + answer.status() : reason;
        } catch (IOException e) {
            return "HTTP " + answer.status();
        }
    }

    private static Said said(Answer answer) throws IOException {
        if (answer.body().isBlank()) {
            return new Said("", "");
        }
        try {
            Said said = Json.read(answer.body(), Said.class);
            if (said != null) {
                return said;
            }
        } catch (IllegalStateException e) {
            throw new IOException("the treasury answers with something else than the JSON of an answer", e);
        }
        throw new IOException("the treasury answers null");
    }

    private static String secret(String file) throws IOException {
        if (file.isEmpty()) {
            return "";
        }
        String secret;
        try {
            secret = Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new IOException(
                    "the secret for the treasury cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        }
        if (!SECRET.matcher(secret).matches()) {
            // without it: who refuses it otherwise quotes it
            throw new IOException("the file with the secret for the treasury holds something else than one line of"
                    + " letters, digits and signs of ASCII");
        }
        return secret;
    }

    /** Sends it; the whole answer is there within the patience, or there is none. */
    private Answer send(HttpRequest request) throws IOException {
        CompletableFuture<Answer> sent =
                client.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(HttpCodePort::read);
        try {
            return sent.get(settings.now().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the treasury cannot be asked: " + why(e), e);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("the treasury takes longer than treasury.patience", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the platform stops while the treasury is asked", e);
        }
    }

    /** What has failed on the way, e.g. the certificate. */
    private static String why(ExecutionException thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + " " + cause.getMessage();
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The answer of the treasury breaks off", e);
        }
    }
}
