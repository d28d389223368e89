package org.yichuang.fees.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells the treasury again of demands of which it may not know, the oldest first: those without a code, and those that
 * have changed since. What was told in vain is told again later, and later each time, so that it does not hold up the
 * others; where some in a row get no answer the rest waits for the next run. Then again money is looked for that came
 * before its code.
 */
public class CodeJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int PART = 50;
    /** So many without an answer, one after the other, and it is the treasury that does not answer. */
    private static final int MOST_IN_VAIN = 3;

    private final Transactions transactions;
    private final BillRows bills;
    private final Codes codes;
    private final Tenants tenants;

    CodeJob(Transactions transactions, BillRows bills, Codes codes, Tenants tenants) {
        this.transactions = transactions;
        this.bills = bills;
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
        apply(run);
        tell(run);
        codes.trouble(run.context().tenant()).ifPresent(cause -> run.failed("the treasury gives no answer: " + cause));
    }

    private void apply(JobRun run) {
        List<String> part = codes.toApply("", PART, run.context());
        while (!part.isEmpty()) {
            for (String number : part) {
                if (!run.goesOn()) {
                    return;
                }
                codes.apply(number, run.context(), unit -> unit.require(run.lease()));
            }
            part = codes.toApply(part.get(part.size() - 1), PART, run.context());
        }
    }

    private void tell(JobRun run) {
        Instant begin = run.context().at();
        int inVain = 0;
        List<String> part = toTell(begin, "", PART, run);
        while (!part.isEmpty()) {
            for (String number : part) {
                if (inVain == MOST_IN_VAIN || !run.goesOn()) {
                    return;
                }
                Codes.Outcome told = codes.tell(number, run.context(), unit -> unit.require(run.lease()));
                inVain = told.answer() == Codes.Answer.NONE ? inVain + 1 : 0;
            }
            part = toTell(begin, part.get(part.size() - 1), PART, run);
        }
        if (toTell(Instant.MAX, "", 1, run).isEmpty()) {
            codes.untroubled(run.context().tenant());
        }
    }

    private List<String> toTell(Instant by, String after, int most, JobRun run) {
        return transactions.read(run.context(), unit -> bills.toTell(by, after, most, unit));
    }
}
