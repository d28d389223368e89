package org.yichuang.itests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Processes that are stopped in their tracks, and go on: they hold what they hold, and do not know of time. */
final class Signals {
    private Signals() {}

    /** Freezes a process and all that it has started. */
    static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        send("-STOP", process);
    }

    /** Has them go on. */
    static void thaw(ProcessHandle process) throws IOException, InterruptedException {
        send("-CONT", process);
    }

    private static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> command.add(String.valueOf(each.pid())));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
    }
}
