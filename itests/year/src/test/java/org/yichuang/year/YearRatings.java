package org.yichuang.year;

import java.lang.reflect.Proxy;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.internal.Wiring;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;

/** What people say of services, as its wiring file puts it together; nobody is told anything. */
final class YearRatings {
    static final String CHANGES = "db/changelog/ratings.xml";

    /** Where people are asked: a county that is small, and a township. */
    static final List<TenantId> CENTRES = List.of(TestCentres.LAISHAN, TestCentres.LIUGEZHUANG);

    private static final String WORD = "ratings";

    final Ratings ratings;
    final FollowUps followUps;
    final Complaints complaints;
    final EventListener listener;
    final LeasedJob timer;
    /** The figures of the module. */
    final List<Indicator> indicators;

    YearRatings(TestNode node, Transactions transactions, TestCentres centres, CaseService service, Cases cases) {
        CENTRES.forEach(centre -> centres.switchModule(centre, WORD, true));
        EntityManagerFactory entities = node.entities(WORD);
        Wiring wiring = new Wiring(entities, transactions, World.cipher(), centres, nobody());
        AccountDirectory accounts = (account, unit) -> account.startsWith(Visit.APPLICANT);
        ratings = wiring.ratings(service, new TestDepartments());
        followUps = wiring.followUps(cases);
        complaints = wiring.complaints(cases, accounts, service);
        listener = wiring.requests(cases, accounts);
        timer = wiring.timer();
        indicators = wiring.indicators().indicators();
        node.prove(wiring.ratingHeads());
        node.prove(wiring.answerHeads());
        node.prove(wiring.followUpHeads());
    }

    /** Nobody is told anything. */
    static NoticeService nobody() {
        return (NoticeService) Proxy.newProxyInstance(
                NoticeService.class.getClassLoader(),
                new Class<?>[] {NoticeService.class},
                (self, method, given) -> null);
    }
}
