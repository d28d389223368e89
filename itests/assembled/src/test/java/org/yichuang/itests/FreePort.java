package org.yichuang.itests;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for a platform that opens them a minute later: none of those that the system gives to whoever connects
 * meanwhile, none of those that Pax Exam takes for itself (from 21,000 on), and none twice: of two processes of tests
 * one takes the even ones.
 */
final class FreePort {
    private static final int LEAST = 22_000;
    /** Where the system's own choice begins, as Linux has it. */
    private static final int MOST = 32_768;

    private static final int FORK = Integer.getInteger("yichuang.test.fork", 0);

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that nobody listens on. */
    static int next() throws IOException {
        IOException taken = new IOException("No port is free");
        for (int i = 0; i < 100; i++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST / 2, MOST / 2) * 2 + FORK % 2;
            if (GIVEN.add(port)) {
                try (ServerSocket socket = new ServerSocket(port)) {
                    return socket.getLocalPort();
                } catch (IOException e) {
                    taken = e;
                }
            }
        }
        throw taken;
    }
}
