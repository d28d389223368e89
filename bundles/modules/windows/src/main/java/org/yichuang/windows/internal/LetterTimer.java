package org.yichuang.windows.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.LetterStep;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.persistence.LetterRows;

/**
 * Tells that a letter comes to its end, some days before, and ends it when its last day has passed. It looks at a
 * centre once a day: no day ends within one. A letter that has ended grants nothing, whether it has looked or not.
 */
public class LetterTimer implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 50;

    private final Transactions transactions;
    private final LetterRows letters;
    private final LetterPapers papers;
    private final NoticeService notices;
    private final Clocked clocked;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    LetterTimer(
            Transactions transactions,
            LetterRows letters,
            LetterPapers papers,
            NoticeService notices,
            Clocked clocked,
            Tenants tenants) {
        this.papers = papers;
        this.transactions = transactions;
        this.letters = letters;
        this.notices = notices;
        this.clocked = clocked;
        this.tenants = tenants;
    }

    /**
     * When a centre was looked at.
     *
     * @param token of the lease: with another one, somebody else has been here meanwhile
     */
    private record Visit(LocalDate day, long token) {}

    @Override
    public String name() {
        return "windows-letters";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        CallContext context = run.context();
        TenantId tenant = context.tenant();
        Visit visit = new Visit(context.today(), run.lease().token());
        if (!tenants.get(tenant).has(WindowsEvent.MODULE) || visit.equals(visits.get(tenant))) {
            return;
        }
        List<String> part = due("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String number : part) {
                attend(number, run);
            }
            part = due(part.get(part.size() - 1), run);
        }
        if (run.goesOn()) {
            visits.put(tenant, visit);
        }
    }

    private List<String> due(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> letters.due(context.today(), after, PART, unit));
    }

    private void attend(String number, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            letters.held(number, unit)
                    .filter(found -> found.isDue(unit.context().today()))
                    .ifPresent(found -> pass(found, unit));
            return null;
        });
    }

    private void pass(DelegationLetter found, UnitOfWork unit) {
        LetterStep step = found.pass(clocked.now(unit));
        if (step == LetterStep.REPLACE) {
            LetterContent.Successor next = found.held().successor();
            papers.end(found, "replaced", unit, next.number(), next.from());
            Letters.keep(letters, found, step, "letter-replaced", next.number(), unit);
            return;
        }
        boolean isOver = step == LetterStep.EXPIRE;
        if (isOver) {
            papers.end(found, "expired", unit);
        }
        Letters.keep(letters, found, step, isOver ? "letter-expired" : "letter-expiring", "", unit);
        LetterNotice notice = isOver ? LetterNotice.EXPIRED : LetterNotice.EXPIRING;
        Stream.of(found.proposedBy(), found.a().account(), found.b().account())
                .distinct()
                .forEach(account -> notices.send(
                        new NoticeService.Request(
                                WindowsEvent.MODULE,
                                notice.kind(),
                                letters.type(),
                                found.id(),
                                account,
                                Map.of(
                                        LetterNotice.NUMBER,
                                        found.id(),
                                        LetterNotice.DEPARTMENT,
                                        found.department(),
                                        LetterNotice.UNTIL,
                                        found.until().toString())),
                        unit));
    }
}
