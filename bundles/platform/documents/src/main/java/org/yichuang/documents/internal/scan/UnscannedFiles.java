package org.yichuang.documents.internal.scan;

import java.util.List;
import java.util.function.BiFunction;
import org.yichuang.documents.internal.domain.ScanState;
import org.yichuang.documents.internal.persistence.ScanRows;
import org.yichuang.documents.internal.persistence.ScanRows.Waiting;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Which files nobody has looked at, asked once for all centres: which they are, not what they hold. */
public class UnscannedFiles {
    /** How often a file is tried before somebody should know. */
    private static final int OFTEN = 3;

    private final ScanRows rows;
    private final Transactions transactions;
    private final Tenants tenants;

    public UnscannedFiles(FileScans scans, Transactions transactions, Tenants tenants) {
        this.rows = scans.rows();
        this.transactions = transactions;
        this.tenants = tenants;
    }

    List<Waiting> due(Waiting after, int most) {
        return asked("files to be scanned", (found, unit) -> found.due(after, most, unit));
    }

    /** How many files nobody has looked at; counted up to a limit. */
    public int waiting(int most) {
        return asked("files not yet scanned", (found, unit) -> found.inState(ScanState.NEW.name(), most, unit))
                .size();
    }

    /** Some of the files that no scanner could look at for some time, as {@code centre/file}. */
    public List<String> putOff(int most) {
        return names(asked("files put off", (found, unit) -> found.putOff(OFTEN, most, unit)));
    }

    /** Some of the files in which something was found, as {@code centre/file}. */
    public List<String> infected(int most) {
        return names(asked("infected files", (found, unit) -> found.inState(ScanState.INFECTED.name(), most, unit)));
    }

    boolean isOfACentre(Waiting waiting) {
        return TenantId.isWellFormed(waiting.tenant())
                && tenants.find(new TenantId(waiting.tenant())).isPresent();
    }

    private static List<String> names(List<Waiting> files) {
        return files.stream().map(file -> file.tenant() + "/" + file.file()).toList();
    }

    private List<Waiting> asked(String reason, BiFunction<ScanRows, UnitOfWork, List<Waiting>> question) {
        return tenants.all().stream()
                .findFirst()
                .map(any -> CallContext.system(any.id(), tenants.clock().instant(), "scan"))
                .map(context -> transactions.readAcrossTenants(context, reason, unit -> question.apply(rows, unit)))
                .orElse(List.of());
    }
}
