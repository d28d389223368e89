package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.Optional;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells applicants who handed in by themselves what has become of their case. Whoever applied at the window has no
 * account to be told by; of a case that came from the centre below, that centre tells.
 */
public class CaseNotices implements EventListener {
    private final Cases cases;
    private final AccountDirectory accounts;
    private final NoticeService notices;
    private final Tenants tenants;

    public CaseNotices(Cases cases, AccountDirectory accounts, NoticeService notices, Tenants tenants) {
        this.cases = cases;
        this.accounts = accounts;
        this.notices = notices;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "cases-notices";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, CaseNotice.heard());
    }

    @Override
    public Optional<Duration> oldest() {
        return Optional.of(CaseNotice.OLDEST);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        Optional<CaseNotice> worth = CaseNotice.of(event.event());
        Optional<CaseRecord> found = cases.find(event.aggregateId(), unit)
                .filter(file -> !file.transferred())
                .filter(file -> accounts.isApplicant(file.submitter(), unit));
        if (worth.isPresent() && found.isPresent()) {
            notices.send(worth.get().about(found.get(), tenants.get(event.tenant()), event.at()), unit);
        }
    }
}
