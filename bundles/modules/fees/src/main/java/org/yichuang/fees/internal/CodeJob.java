package org.yichuang.fees.internal;

import java.time.Duration;
import java.util.List;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells the treasury again of demands of which it may not know, the oldest first: those without a code, and those that
 * have changed since. Where it does not answer, the others of the centre wait for the next run.
 */
public class CodeJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int PART = 50;

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
        List<String> part = toTell("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String number : part) {
                if (codes.tell(number, run.context(), unit -> unit.require(run.lease())) == Codes.Answer.NONE) {
                    run.failed("the treasury has given no answer about " + number);
                    return;
                }
            }
            part = toTell(part.get(part.size() - 1), run);
        }
    }

    private List<String> toTell(String after, JobRun run) {
        return transactions.read(run.context(), unit -> bills.toTell(after, PART, unit));
    }
}
