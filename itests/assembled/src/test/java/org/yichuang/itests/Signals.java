package org.yichuang.itests;

import java.io.IOException;
import java.util.List;

/** Processes that are stopped in their tracks, and go on: they hold what they hold, and do not know of time. */
final class Signals {
    private Signals() {}

    /** Freezes a process and all that it has started; those that end meanwhile are none of its any more. */
    static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        send("-STOP", process);
    }

    /** Has them go on. */
    static void thaw(ProcessHandle process) throws IOException, InterruptedException {
        send("-CONT", process);
    }

    /** The parent first: one that stands still starts no other while its children are counted. */
    private static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
        List<String> command = List.of("kill", signal, String.valueOf(process.pid()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0 && process.isAlive()) {
            throw new IllegalStateException(command + " ended with " + status);
        }
        for (ProcessHandle child : process.children().toList()) {
            send(signal, child);
        }
    }
}
