package org.yichuang.ratings.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Tenants;

/** Puts ratings together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Seal seal;
    private final RatingRows rows;

    public Wiring(
            EntityManagerFactory entities, Transactions transactions, PersonalDataCipher cipher, Tenants tenants) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        seal = new Seal(cipher);
        rows = new RatingRows(entities, seal);
    }

    /** What people say. */
    public Ratings ratings(CaseService cases) {
        return ratings(cases::progress);
    }

    Ratings ratings(QueryCodes codes) {
        return new DefaultRatings(rows, transactions, tenants, codes);
    }

    /** What asks them. */
    public EventListener requests(Cases cases, AccountDirectory accounts, NoticeService notices) {
        return new RatingRequests(cases, accounts, notices, tenants, rows, seal);
    }

    /** All who hear of cases. */
    List<EventListener> listeners(Cases cases, AccountDirectory accounts, NoticeService notices) {
        return List.of(requests(cases, accounts, notices));
    }

    /** What puts what was said under the newest master key. */
    public LeasedJob keyJob() {
        return new RatingKeys(rows, seal, transactions).job();
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return new RatingKeys(rows, seal, transactions).holder(tenants);
    }

    /** What the audit proves: ratings. */
    public ChainHeadProvider ratingHeads() {
        return heads(RatingRows.RATING, Rating.class);
    }

    /** What the audit proves: what was said. */
    public ChainHeadProvider answerHeads() {
        return heads(RatingRows.ANSWER, Answer.class);
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(ratingHeads(), answerHeads());
    }

    private JpaChainHeads heads(String type, Class<?> entity) {
        return new JpaChainHeads(type, entities, transactions, entity);
    }
}
