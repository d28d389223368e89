package org.yichuang.documents.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;

/** Prints what has been left over, and puts documents under the newest master key. */
public class PrintJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final int PART = 50;

    private final Printer printer;
    private final DocumentRows rows;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;

    public PrintJob(Printer printer, Transactions transactions, PersonalDataCipher cipher) {
        this.printer = printer;
        this.rows = printer.rows();
        this.transactions = transactions;
        this.cipher = cipher;
    }

    @Override
    public String name() {
        return "documents-print";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        for (String id : transactions.read(run.context(), unit -> rows.due(PART, unit))) {
            if (run.goesOn()) {
                printer.print(id, run.context(), unit -> unit.require(run.lease()));
            }
        }
        if (cipher.mayRenew()) {
            renew(run);
        }
    }

    private void renew(JobRun run) {
        String after = "";
        List<String> part = older(after, run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> renew(id, run));
            after = part.get(part.size() - 1);
            part = older(after, run);
        }
    }

    private List<String> older(String after, JobRun run) {
        return transactions.read(run.context(), unit -> rows.underOthers(cipher.newestKey(), after, PART, unit));
    }

    private void renew(String id, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            IssuedDocument document = rows.held(id, unit);
            printer.seal().renew(document, run.context().tenant());
            rows.record(unit, document, "renew-key", Map.of());
            return null;
        });
    }
}
