package org.yichuang.shell.api;

import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;

/** What the health checks of all modules say; a service of the shell. */
public interface HealthReport {
    /** Runs all checks that an operator would look at; may take some seconds. One that breaks is a finding. */
    List<Line> examine();

    /** Returns the names of the checks that keep the container from being ready; none when it is. */
    List<String> missing();

    /** How bad something is. */
    enum Grade {
        OK,
        WARN,
        FAIL
    }

    /**
     * One finding.
     *
     * @param check which check, e.g. {@code calendars}
     * @param title the same for people
     * @param grade how bad it is
     * @param message what was found
     * @param advice what to do about it; empty words when all is well
     * @param centre the centre that it is about, absent when it is about the platform
     */
    record Line(
            String check,
            LocalizedMessage title,
            Grade grade,
            LocalizedMessage message,
            LocalizedMessage advice,
            Optional<TenantId> centre) {}
}
