package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CampaignReport.Centre;
import org.yichuang.catalogue.internal.Campaigns.LastDay;
import org.yichuang.catalogue.internal.Campaigns.MadeKnown;
import org.yichuang.catalogue.internal.Campaigns.NewCampaign;
import org.yichuang.catalogue.internal.Campaigns.Signature;
import org.yichuang.catalogue.internal.domain.campaign.CentreStanding;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.persistence.CampaignRows;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/** A clean-up goes down from the province, comes back in time or late, is signed, and made known by the cities. */
public class CampaignsTest extends CatalogueWorld {
    private Campaigns campaigns;
    private ReviewRounds rounds;
    private LocalDate begun;

    @Before
    public void openCampaigns() {
        campaigns = new Campaigns(transactions, network, new CampaignRows(transactions.persistenceUnit()));
        rounds = new ReviewRounds(transactions, new Rounds(transactions.persistenceUnit()));
        begun = on(SHANDONG).today();
    }

    private CallContext on(TenantId centre) {
        return CallContext.system(centre, network.now(), "test").by(Actor.platform("editor", "editor"));
    }

    private String order(ReviewOffice... coSigners) {
        NewCampaign wanted = new NewCampaign(
                "2026年清理",
                "鲁政办〔2026〕5号",
                begun,
                List.of(new LastDay(Level.COUNTY, begun.plusDays(10)), new LastDay(Level.CITY, begun.plusDays(20))),
                begun.plusDays(40),
                List.of(coSigners));
        return campaigns.order(wanted, on(SHANDONG)).campaign().id();
    }

    private String report(TenantId centre, RoundOutcome outcome) {
        String reason = outcome == RoundOutcome.KEPT ? "" : "依据废止";
        RoundItem item = new RoundItem("A-1", "甲", null, outcome, reason, 20, 5);
        return rounds.enter(new NewRound("清理", on(centre).today(), List.of(item)), on(centre));
    }

    private Centre of(TenantId centre, String id) {
        return campaigns.report(id, on(SHANDONG)).centres().stream()
                .filter(each -> each.centre().id().equals(centre))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void whoHasReportedInTimeWhoLateAndWhoNotIsSeenAboveAndBelow() {
        String id = order();
        report(HAIYANG, RoundOutcome.CANCELLED);
        assertEquals(CentreStanding.IN_TIME, of(HAIYANG, id).standing());
        assertEquals(CentreStanding.OPEN, of(LAISHAN, id).standing());

        network.pass(Duration.ofDays(11));
        assertEquals(CentreStanding.MISSING, of(LAISHAN, id).standing());
        report(LAISHAN, RoundOutcome.KEPT);
        report(HAIYANG, RoundOutcome.KEPT);

        assertEquals(CentreStanding.LATE, of(LAISHAN, id).standing());
        assertEquals(
                "a further round makes nobody late",
                CentreStanding.IN_TIME,
                of(HAIYANG, id).standing());
        assertEquals(1, of(HAIYANG, id).totals().remaining());
        assertEquals(CentreStanding.OPEN, of(YANTAI, id).standing());
        CampaignReport below = campaigns.report(id, on(HAIYANG));
        assertEquals(
                List.of(HAIYANG),
                below.centres().stream().map(each -> each.centre().id()).toList());
        assertEquals(40, campaigns.report(id, on(SHANDONG)).sum(Level.COUNTY).statutoryDays());
        assertEquals("2026年清理", campaigns.list(on(LAISHAN)).get(0).campaign().name());
    }

    @Test
    public void aRoundThatIsTakenBackWasNoReport() {
        String id = order();
        String mistake = report(HAIYANG, RoundOutcome.KEPT);
        rounds.takeBack(mistake, new Mistake("录入错误"), on(HAIYANG));

        assertEquals(CentreStanding.OPEN, of(HAIYANG, id).standing());
    }

    @Test
    public void officesSignWhenNobodyHasTimeLeftAndThenTheCityMakesItKnown() {
        String id = order(ReviewOffice.LEGAL, ReviewOffice.REFORM);
        Signature legal = new Signature(ReviewOffice.LEGAL, "同意");
        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.sign(id, legal, on(SHANDONG)));
        network.pass(Duration.ofDays(21));
        List.of(HAIYANG, LAISHAN, YANTAI).forEach(centre -> report(centre, RoundOutcome.KEPT));
        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.sign(id, legal, on(YANTAI)));

        campaigns.sign(id, legal, on(SHANDONG));
        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.sign(id, legal, on(SHANDONG)));
        refused(
                CatalogueError.CAMPAIGN_STATE,
                () -> campaigns.sign(id, new Signature(ReviewOffice.CENTRE, "同意"), on(SHANDONG)));
        MadeKnown known = new MadeKnown(PublicityChannel.MEDIA, on(YANTAI).today(), "烟台市人民政府", "烟台日报2版");
        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.makeKnown(id, known, on(YANTAI)));
        campaigns.sign(id, new Signature(ReviewOffice.REFORM, "同意"), on(SHANDONG));

        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.makeKnown(id, known, on(HAIYANG)));
        MadeKnown early = new MadeKnown(PublicityChannel.MEDIA, begun, "烟台市人民政府", "烟台日报2版");
        refused(CommonError.FIELDS_INVALID, () -> campaigns.makeKnown(id, early, on(YANTAI)));
        assertFalse(campaigns.report(id, on(YANTAI)).isComplete());
        campaigns.makeKnown(id, known, on(YANTAI));
        refused(CatalogueError.CAMPAIGN_STATE, () -> campaigns.makeKnown(id, known, on(YANTAI)));

        CampaignReport done = campaigns.report(id, on(SHANDONG));
        assertEquals(
                "烟台市人民政府",
                done.cities().stream()
                        .filter(city -> city.centre().id().equals(YANTAI))
                        .findFirst()
                        .orElseThrow()
                        .made()
                        .organ());
        assertTrue(campaigns.report(id, on(YANTAI)).isComplete());
        assertTrue(transactions.entries().stream()
                .anyMatch(each -> each.entry().action().equals("make-known")));
    }

    @Test
    public void whoDoesNotSpeakForAnOfficeDoesNotSign() {
        String id = order(ReviewOffice.LEGAL);
        network.pass(Duration.ofDays(21));
        CallContext centre = on(SHANDONG)
                .by(new Actor(
                        "x",
                        "x",
                        Set.of(),
                        Set.of(),
                        Set.of(CataloguePermission.VIEW, CataloguePermission.OPINE, CataloguePermission.OPINE_CENTRE)));

        refused(CommonError.NOT_ALLOWED, () -> campaigns.sign(id, new Signature(ReviewOffice.LEGAL, "同意"), centre));
    }

    @Test
    public void whatIsOutOfOrderIsNotOrdered() {
        refused(CommonError.FIELDS_INVALID, () -> order(SHANDONG, Level.PROVINCE, begun.plusDays(1)));
        refused(CommonError.FIELDS_INVALID, () -> order(SHANDONG, Level.COUNTY, begun.minusDays(1)));
        refused(CommonError.FIELDS_INVALID, () -> order(SHANDONG, Level.COUNTY, begun.plusDays(41)));
        refused(CatalogueError.CAMPAIGN_UNKNOWN, () -> campaigns.report("x", on(SHANDONG)));
        String id = order();
        assertEquals(
                Optional.of(id),
                campaigns.list(on(HAIYANG)).stream()
                        .map(each -> each.campaign().id())
                        .findFirst());
    }

    private void order(TenantId centre, Level level, LocalDate day) {
        campaigns.order(
                new NewCampaign("清理", "文", begun, List.of(new LastDay(level, day)), begun.plusDays(40), List.of()),
                on(centre));
    }
}
