package org.yichuang.shell.internal.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.HealthReport;
import org.yichuang.shell.api.ModuleCheck;

/** The report over Felix's executor, which runs checks side by side, remembers results and waits only so long. */
public class DefaultHealthReport implements HealthReport {
    private static final int EXAMINATION_MILLIS = 60_000;

    /** So long the answer to a balancer is good: nobody can wear the database out by asking. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What is said while nobody has looked to the end. */
    private static final List<String> NOT_YET = List.of("health");

    private final HealthCheckExecutor executor;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Found found;
    /** Which did not end in time when it was looked last; nothing before. */
    private volatile Set<String> late;

    public DefaultHealthReport(HealthCheckExecutor executor) {
        this(executor, System::nanoTime);
    }

    /** @param nanos a clock that only ever grows */
    DefaultHealthReport(HealthCheckExecutor executor, LongSupplier nanos) {
        this.executor = executor;
        this.nanos = nanos;
    }

    @Override
    public List<Line> examine() {
        HealthCheckExecutionOptions patient =
                new HealthCheckExecutionOptions().setOverrideGlobalTimeout(EXAMINATION_MILLIS);
        List<Line> lines = new ArrayList<>();
        executor.execute(HealthCheckSelector.tags(ModuleCheck.DOCTOR), patient).stream()
                .sorted(Comparator.comparing(DefaultHealthReport::name))
                .forEach(result -> result.getHealthCheckResult().forEach(entry -> lines.add(line(result, entry))));
        return lines;
    }

    /**
     * All of one moment: what one check found some seconds before the others would call a start complete too early. One
     * caller looks; the others hear what was found last, so that no number of them waits for a check that hangs.
     */
    @Override
    public List<String> missing() {
        Found last = found;
        if (last != null && nanos.getAsLong() - last.at() <= FRESH_NANOS) {
            return last.missing();
        }
        if (!looking.tryLock()) {
            return last == null ? NOT_YET : last.missing();
        }
        try {
            found = new Found(look(), nanos.getAsLong());
            return found.missing();
        } finally {
            looking.unlock();
        }
    }

    /**
     * What is only slow or half well serves: a database that everybody finds slow would else take all containers away
     * at once. A check that has not ended in time counts when it did not the time before either, as a busy machine is
     * late now and then; at the first look it counts.
     */
    private List<String> look() {
        HealthCheckExecutionOptions now = new HealthCheckExecutionOptions().setForceInstantExecution(true);
        SortedSet<String> missing = new TreeSet<>();
        Set<String> lateNow = new HashSet<>();
        for (HealthCheckExecutionResult result : executor.execute(HealthCheckSelector.tags(ModuleCheck.READY), now)) {
            if (result.hasTimedOut()) {
                lateNow.add(name(result));
            } else if (grade(result.getHealthCheckResult().getStatus()) == Grade.FAIL) {
                missing.add(name(result));
            }
        }
        Set<String> lateBefore = late;
        lateNow.stream()
                .filter(name -> lateBefore == null || lateBefore.contains(name))
                .forEach(missing::add);
        late = lateNow;
        return List.copyOf(missing);
    }

    private record Found(List<String> missing, long at) {}

    private static Line line(HealthCheckExecutionResult result, ResultLog.Entry entry) {
        String name = name(result);
        Grade grade = grade(entry.getStatus());
        if (entry instanceof Finding finding) {
            return new Line(name, title(result), grade, finding.message(), finding.advice(), finding.centre());
        }
        return new Line(
                name,
                title(result),
                grade,
                LocalizedMessage.verbatim(entry.getMessage()),
                grade == Grade.OK
                        ? LocalizedMessage.verbatim("")
                        : LocalizedMessage.of(DefaultHealthReport.class, "default-health-report.see-log"),
                Optional.empty());
    }

    private static String name(HealthCheckExecutionResult result) {
        return result.getHealthCheckMetadata().getName();
    }

    private static Grade grade(Result.Status status) {
        return switch (status) {
            case OK -> Grade.OK;
            case WARN -> Grade.WARN;
            default -> Grade.FAIL;
        };
    }

    private static LocalizedMessage title(HealthCheckExecutionResult result) {
        Object title = result.getHealthCheckMetadata().getServiceReference().getProperty(HealthCheckRegistrar.TITLE);
        return title instanceof LocalizedMessage message ? message : LocalizedMessage.verbatim(name(result));
    }
}
