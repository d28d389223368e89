package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer to its end: the time-out of a request holds for the head of the answer only. */
final class WholeAnswer {
    private WholeAnswer() {}

    /**
     * Sends a request and tells the status once the answer has ended.
     *
     * @param most for how long it is waited for
     * @throws IOException when it fails, also when the answer has not ended by then
     */
    static int status(HttpClient client, HttpRequest request, Duration most) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(most.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException e) {
            throw new IOException(request.uri().getHost() + " does not end its answer", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException ? (IOException) e.getCause() : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
