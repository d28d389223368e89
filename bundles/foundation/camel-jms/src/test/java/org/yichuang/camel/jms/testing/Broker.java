package org.yichuang.camel.jms.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, which can be killed and started again on what it has kept. */
public final class Broker implements AutoCloseable {
    private final int port;
    private final Path data;
    private final String example;
    private final String secured;
    private Process process;

    /** @param data where it keeps what it is given */
    public Broker(Path data) throws IOException {
        this(data, "");
    }

    /**
     * One that treats its queues as a file says, and has its diverts.
     *
     * @param data where it keeps what it is given
     * @param example the file, of its own kind; empty for none
     */
    public Broker(Path data, String example) throws IOException {
        this(data, example, "");
    }

    /**
     * One that hears only whom it trusts, by the acceptor and the roles of the file.
     *
     * @param data where it keeps what it is given
     * @param example the file, of its own kind
     * @param secured a folder with its stores, {@code broker.p12} and {@code broker-trusts.p12}, their {@code password}
     *     and its {@code users}, each with the password and the role on a line; empty for one that hears everybody
     */
    public Broker(Path data, String example, String secured) throws IOException {
        this.data = data;
        this.example = example;
        this.secured = secured;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** Where it is reached. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Starts it, for the first time or again, and waits until it can be reached. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BrokerMain.class.getName(),
                        Integer.toString(port),
                        data.toString(),
                        example,
                        secured)
                .redirectError(data.resolve("broker.log").toFile())
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); !BrokerMain.UP.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The broker has not come up: see " + data.resolve("broker.log"));
            }
        }
    }

    /** Ends it as a failing machine does. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
