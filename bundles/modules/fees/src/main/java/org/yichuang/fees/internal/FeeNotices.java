package org.yichuang.fees.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.view.FeeWords;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Money;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells applicants who handed in by themselves what is demanded of them, and what becomes of that. Whoever applied at
 * the window has no account to be told by: they have got the demand on paper.
 */
public class FeeNotices implements EventListener {
    private static final Duration OLDEST = Duration.ofDays(7);
    private static final String CASE = "case";

    private final BillRows bills;
    private final Cases cases;
    private final AccountDirectory accounts;
    private final NoticeService notices;
    private final PayerLinks links;
    private final Tenants tenants;

    FeeNotices(
            BillRows bills,
            Cases cases,
            AccountDirectory accounts,
            NoticeService notices,
            PayerLinks links,
            Tenants tenants) {
        this.bills = bills;
        this.cases = cases;
        this.accounts = accounts;
        this.notices = notices;
        this.links = links;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "fees-notices";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(FeeEvent.MODULE, FeeNotice.heard());
    }

    @Override
    public Optional<Duration> oldest() {
        return Optional.of(OLDEST);
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        Optional<FeeNotice> worth = FeeNotice.of(event.event().type());
        Optional<Bill> found = bills.find(event.aggregateId(), unit);
        if (worth.isPresent() && found.isPresent() && !isTooEarly(event, found.get())) {
            Bill bill = found.get();
            cases.find(bill.caseNumber(), unit)
                    .filter(file -> accounts.isApplicant(file.submitter(), unit))
                    .ifPresent(file -> notices.send(request(worth.get(), bill, file, event), unit));
        }
    }

    /**
     * Whoever has no code yet cannot pay: they are told as soon as the treasury has given it, and of a demand that is
     * void before that they are not told at all.
     */
    private static boolean isTooEarly(EventEnvelope event, Bill bill) {
        return event.event().type().equals(FeeNotice.DEMANDED) && bill.isOrdered() || !bill.wasCoded();
    }

    private NoticeService.Request request(FeeNotice notice, Bill bill, CaseRecord file, EventEnvelope event) {
        return new NoticeService.Request(
                FeeEvent.MODULE,
                notice.kind(),
                CASE,
                bill.caseNumber(),
                file.submitter(),
                Map.of(
                        FeeNotice.NUMBER, bill.id(),
                        FeeNotice.CASE, bill.caseNumber(),
                        FeeNotice.ITEM, bill.itemName(),
                        FeeNotice.NET, new Money(bill.net()).yuan(),
                        FeeNotice.REFUND, new Money(bill.refundedFen()).yuan(),
                        FeeNotice.CODE, FeeWords.groups(bill.code()),
                        FeeNotice.DUE, bill.dueOn().toString(),
                        FeeNotice.LINK, links.address(tenants.get(event.tenant()), bill.id()),
                        FeeNotice.CENTRE, tenants.get(event.tenant()).name()),
                event.at());
    }
}
