package org.yichuang.fees.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells the treasury again of demands of which it may not know, the oldest first: those without a code, and those that
 * have changed since. What was told in vain is told again later, and later each time, so that it does not hold up the
 * others; where some in a row get no answer the rest waits for the next run. Then again money is looked for that came
 * before its code. A demand on which something fails here holds up no other, is named, and is told later as well.
 */
public class CodeJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(CodeJob.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int PART = 50;
    /** So many without an answer, one after the other, and it is the treasury that does not answer. */
    private static final int MOST_IN_VAIN = 3;

    /** So many demands on which something fails are named at most. */
    private static final int MOST_NAMED = 20;

    private final Codes codes;
    private final Tenants tenants;

    CodeJob(Codes codes, Tenants tenants) {
        this.codes = codes;
        this.tenants = tenants;
    }

    /** What could not be done: why the treasury gives no answer, and on which demands something fails here. */
    private record Failures(Set<String> causes, Set<String> demands) {
        Failures() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        /** The treasury's causes first, as all else may come of them. */
        String words() {
            int more = demands.size() - MOST_NAMED;
            return Stream.of(
                            causes.stream(),
                            demands.stream().limit(MOST_NAMED),
                            Stream.of("and " + more + " more").filter(words -> more > 0))
                    .flatMap(words -> words)
                    .collect(Collectors.joining("; "));
        }
    }

    @Override
    public String name() {
        return "fees-codes";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        if (!tenants.get(run.context().tenant()).has(FeeEvent.MODULE)) {
            return;
        }
        Failures failures = new Failures();
        tell(run, failures);
        apply(run, failures);
        trouble(run, failures);
        String words = failures.words();
        if (!words.isEmpty()) {
            run.failed(words);
        }
    }

    private void trouble(JobRun run, Failures failures) {
        codes.trouble(run.context().tenant())
                .ifPresent(cause -> failures.causes().add("the treasury gives no answer: " + cause));
    }

    private void apply(JobRun run, Failures failures) {
        List<String> part = codes.toApply("", PART, run.context());
        while (!part.isEmpty()) {
            for (String number : part) {
                if (!run.goesOn()) {
                    return;
                }
                try {
                    codes.apply(number, run.context(), run.lease());
                } catch (RuntimeException e) {
                    failed(number, e, run, failures);
                }
            }
            part = codes.toApply(part.get(part.size() - 1), PART, run.context());
        }
    }

    private void tell(JobRun run, Failures failures) {
        Instant begin = codes.now();
        int inVain = 0;
        List<String> part = codes.toTell(begin, "", PART, run.context());
        while (!part.isEmpty()) {
            for (String number : part) {
                if (inVain == MOST_IN_VAIN || !run.goesOn()) {
                    return;
                }
                inVain = inVain(number, inVain, run, failures);
            }
            part = codes.toTell(begin, part.get(part.size() - 1), PART, run.context());
        }
        if (codes.toTell(Instant.MAX, "", 1, run.context()).isEmpty()) {
            codes.untroubled(run.context().tenant());
        }
    }

    /** Tells one; how many in a row had no answer then: what fails here says nothing of the treasury. */
    private int inVain(String number, int before, JobRun run, Failures failures) {
        try {
            if (codes.tell(number, run.context(), run.lease()) != Codes.Answer.NONE) {
                return 0;
            }
            // now: the answer to the next one makes the cause forgotten
            trouble(run, failures);
            return before + 1;
        } catch (RuntimeException e) {
            failed(number, e, run, failures);
            return before;
        }
    }

    /** One on which something fails is left for a later run; who has lost the lease does no other either. */
    private static void failed(String number, RuntimeException thrown, JobRun run, Failures failures) {
        String what = thrown.getClass().getName();
        if (thrown instanceof ProblemException problem) {
            if (problem.code() == JournalError.LEASE_LOST) {
                throw thrown;
            }
            what = problem.code().code();
        }
        LOG.warn("{}: demand {} is left for a later run", run.context().tenant(), number, thrown);
        failures.demands().add(number + " " + what);
    }
}
