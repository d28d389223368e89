package org.yichuang.ratings.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.persistence.FollowUpRows;
import org.yichuang.ratings.internal.persistence.RatingRows;
import org.yichuang.ratings.internal.persistence.Seal;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** Puts ratings together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final RatingWork ratings;
    private final FollowUpWork followUps;
    private final ComplaintDesk desk;
    private final RatingKeys keys;

    public Wiring(
            EntityManagerFactory entities,
            Transactions transactions,
            PersonalDataCipher cipher,
            Tenants tenants,
            NoticeService notices) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        Seal seal = new Seal(cipher);
        FollowUpRows followUpRows = new FollowUpRows(entities, seal);
        RatingRows ratingRows = new RatingRows(entities, seal);
        followUps = new FollowUpWork(followUpRows, tenants);
        ratings = new RatingWork(ratingRows, seal, followUps, notices, tenants);
        desk = new ComplaintDesk(followUps, seal, notices, tenants);
        keys = new RatingKeys(ratingRows, followUpRows, seal, transactions);
    }

    RatingWork ratingWork() {
        return ratings;
    }

    FollowUpWork followUpWork() {
        return followUps;
    }

    /** What people say. */
    public Ratings ratings(CaseService cases, Departments departments) {
        return ratings(cases::progress, departments);
    }

    Ratings ratings(QueryCodes codes, Departments departments) {
        return new DefaultRatings(ratings, transactions, tenants, departments, codes);
    }

    /** What is done about it. */
    public FollowUps followUps(Cases cases) {
        return new DefaultFollowUps(followUps, new Recheck(ratings), cases, transactions);
    }

    /** Complaints, and reviews of refusals. */
    public Complaints complaints(Cases cases, AccountDirectory accounts, CaseService service) {
        return complaints(cases, accounts, service::progress);
    }

    Complaints complaints(Cases cases, AccountDirectory accounts, QueryCodes codes) {
        return new DefaultComplaints(desk, cases, accounts, transactions, codes);
    }

    /** What asks people. */
    public EventListener requests(Cases cases, AccountDirectory accounts) {
        return new RatingRequests(cases, accounts, tenants, ratings, followUps);
    }

    /** What is counted of both. */
    public IndicatorProvider indicators() {
        return new RatingIndicators(entities);
    }

    /** What keeps cases that are followed up. */
    public RetentionGuard followedCases() {
        return new FollowedCases(followUps.rows());
    }

    /** What notes which day has passed. */
    public LeasedJob timer() {
        return new FollowUpTimer(followUps, transactions, tenants);
    }

    /** What puts what was said under the newest master key. */
    public LeasedJob keyJob() {
        return keys.job();
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return keys.holder(tenants);
    }

    /** What the audit proves: ratings. */
    public ChainHeadProvider ratingHeads() {
        return heads(RatingRows.RATING, Rating.class);
    }

    /** What the audit proves: what was said. */
    public ChainHeadProvider answerHeads() {
        return heads(RatingRows.ANSWER, Answer.class);
    }

    /** What the audit proves: what is followed up. */
    public ChainHeadProvider followUpHeads() {
        return heads(FollowUpRows.TYPE, FollowUp.class);
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(ratingHeads(), answerHeads(), followUpHeads());
    }

    private JpaChainHeads heads(String type, Class<?> entity) {
        return new JpaChainHeads(type, entities, transactions, entity);
    }
}
