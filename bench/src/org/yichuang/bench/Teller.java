package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A {@link Treasury} that was started as a process of its own, and what people do there. */
final class Teller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI base;

    private Teller(Process process, int port) {
        this.process = process;
        base = URI.create("http://localhost:" + port);
    }

    /** Opens a bank and a treasury. */
    static Teller open(String centre, String bank, String key, long seed) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Treasury.class.getName(),
                        centre,
                        bank,
                        key,
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = said.readLine();
        if (port == null) {
            throw new Deviation("The bank has not opened");
        }
        return new Teller(process, Integer.parseInt(port));
    }

    /** The key with which it signs. */
    String key() {
        return new String(get("/key"), StandardCharsets.UTF_8);
    }

    /** Pays at its counter. */
    void pay(String code, long fen) {
        try {
            String body = JSON.writeValueAsString(Map.of("code", code, "fen", fen));
            send(HttpRequest.newBuilder(base.resolve("/payments")).POST(BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its file, which is the treasury's as well. */
    byte[] statement() {
        return get("/statement");
    }

    /** What its books come to, once all that it has to say is said. */
    JsonNode books() {
        try {
            while (true) {
                JsonNode books = JSON.readTree(get("/books"));
                if (books.path("waiting").asInt() == 0) {
                    return books;
                }
                Thread.sleep(200);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("Interrupted while the bank had something to say", e);
        }
    }

    private byte[] get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new Deviation("The bank answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new Unanswered("The bank: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("The bank was interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
