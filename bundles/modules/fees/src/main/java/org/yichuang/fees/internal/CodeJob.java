package org.yichuang.fees.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * before its code. A demand on which something fails here holds up no other, and is named.
 */
public class CodeJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(CodeJob.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int PART = 50;
    /** So many without an answer, one after the other, and it is the treasury that does not answer. */
    private static final int MOST_IN_VAIN = 3;

    /** So many failures are told at most. */
    private static final int MOST_NAMED = 20;

    private final Codes codes;
    private final Tenants tenants;

    CodeJob(Codes codes, Tenants tenants) {
        this.codes = codes;
        this.tenants = tenants;
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
        Set<String> failures = new LinkedHashSet<>();
        tell(run, failures);
        apply(run, failures);
        trouble(run, failures);
        if (!failures.isEmpty()) {
            run.failed(failures.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")));
        }
    }

    private void trouble(JobRun run, Set<String> failures) {
        codes.trouble(run.context().tenant())
                .ifPresent(cause -> failures.add("the treasury gives no answer: " + cause));
    }

    private void apply(JobRun run, Set<String> failures) {
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

    private void tell(JobRun run, Set<String> failures) {
        Instant begin = codes.now();
        int inVain = 0;
        List<String> part = codes.toTell(begin, "", PART, run.context());
        while (!part.isEmpty()) {
            for (String number : part) {
                if (inVain == MOST_IN_VAIN || !run.goesOn()) {
                    return;
                }
                inVain = isAnswered(number, run, failures) ? 0 : inVain + 1;
            }
            part = codes.toTell(begin, part.get(part.size() - 1), PART, run.context());
        }
        if (codes.toTell(Instant.MAX, "", 1, run.context()).isEmpty()) {
            codes.untroubled(run.context().tenant());
        }
    }

    /** Tells one; whether it is not the treasury that gives no answer. */
    private boolean isAnswered(String number, JobRun run, Set<String> failures) {
        try {
            if (codes.tell(number, run.context(), run.lease()) != Codes.Answer.NONE) {
                return true;
            }
            // now: the answer to the next one makes the cause forgotten
            trouble(run, failures);
            return false;
        } catch (RuntimeException e) {
            failed(number, e, run, failures);
            return true;
        }
    }

    /** One on which something fails is left for the next run; who has lost the lease does no other either. */
    private static void failed(String number, RuntimeException thrown, JobRun run, Set<String> failures) {
        String what = thrown.getClass().getName();
        if (thrown instanceof ProblemException problem) {
            if (problem.code() == JournalError.LEASE_LOST) {
                throw thrown;
            }
            what = problem.code().code();
        }
        LOG.warn("{}: demand {} is left for the next run", run.context().tenant(), number, thrown);
        failures.add(number + " " + what);
    }
}
