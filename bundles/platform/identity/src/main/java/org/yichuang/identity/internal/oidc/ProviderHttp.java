package org.yichuang.identity.internal.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to the provider: few at once and none for long, so that one that hangs holds up nobody else. */
final class ProviderHttp implements ResourceRetriever {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int AT_ONCE = 16;
    private static final int MOST_BYTES = 512 << 10;
    private static final int OK = 200;

    private final Duration whole;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param whole how long an answer may take */
    ProviderHttp(Duration whole) {
        this.whole = whole;
    }

    /** Reads a document. */
    String get(String address) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json")
                .timeout(whole)
                .build());
        if (answer.statusCode() != OK) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return new Resource(get(url.toString()), "application/json");
    }

    /** Sends a request; an answer of any status comes back. */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw new IOException("Too many calls to the identity provider at once");
        }
        try {
            CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, BodyHandlers.ofByteArray());
            HttpResponse<byte[]> answer = await(sent);
            if (answer.body().length > MOST_BYTES) {
                throw new IOException("The identity provider answers more than " + MOST_BYTES + " bytes");
            }
            return answer;
        } finally {
            places.release();
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> sent) throws IOException {
        try {
            return sent.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The identity provider cannot be asked", e.getCause());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("The identity provider takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the identity provider was asked", e);
        }
    }
}
