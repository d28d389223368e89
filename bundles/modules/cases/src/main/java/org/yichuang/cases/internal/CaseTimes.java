package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Spells;
import org.yichuang.cases.internal.domain.Spells.Stretch;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenants;

/** Tells staff where the time of a case has gone. */
public class CaseTimes {
    private final Transactions transactions;
    private final CaseLedger desk;
    private final Tenants tenants;

    CaseTimes(Transactions transactions, CaseLedger desk, Tenants tenants) {
        this.transactions = transactions;
        this.desk = desk;
        this.tenants = tenants;
    }

    /**
     * The working days of a case here, each charged to one.
     *
     * @param until until when: today, as long as it goes on
     * @param workingDays all of them
     * @param byCause the same of each to whom some are charged
     * @param stretches in their order
     */
    public record CaseTime(
            String number, LocalDate until, int workingDays, Map<Cause, Integer> byCause, List<Stretch> stretches) {}

    /**
     * Tells it as of today, by the calendar of today.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}
     */
    @RequiresPermission(CasePermission.WORK)
    public CaseTime of(String number, CallContext context) {
        context.require(CasePermission.WORK);
        CaseFile file = transactions.read(context, unit -> {
            CaseFile found = Access.seen(desk.cases(unit).get(number), context);
            found.progress();
            return found;
        });
        List<Stretch> stretches = Spells.until(
                context.today(), file, context.tenant().value(), tenants.calendar(context.tenant()), Laws.IN_FORCE);
        Map<Cause, Integer> byCause = new EnumMap<>(Cause.class);
        stretches.forEach(stretch -> byCause.merge(stretch.cause(), stretch.days(), Integer::sum));
        LocalDate until = stretches.isEmpty()
                ? context.today()
                : stretches.get(stretches.size() - 1).to();
        int all = byCause.values().stream().mapToInt(Integer::intValue).sum();
        return new CaseTime(number, until, all, byCause, stretches);
    }
}
