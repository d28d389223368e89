package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.CampaignReport.Centre;
import org.yichuang.catalogue.internal.CampaignReport.City;
import org.yichuang.catalogue.internal.Campaigns.Listed;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.catalogue.internal.domain.campaign.CentreStanding;
import org.yichuang.catalogue.internal.domain.round.ReviewRound;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.persistence.CampaignRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What is to be read of clean-ups, over the centres above and below the transaction's. */
final class CampaignReports {
    private static final int MOST_LISTED = 100;

    private final Tenants tenants;
    private final CampaignRows rows;

    CampaignReports(Tenants tenants, CampaignRows rows) {
        this.tenants = tenants;
        this.rows = rows;
    }

    /** The clean-ups of the centre and those above that concern it, the latest first. */
    List<Listed> list(UnitOfWork unit) {
        TenantId here = unit.context().tenant();
        List<Listed> found = new ArrayList<>();
        for (Tenant centre : tenants.lineage(here)) {
            unit.reading(centre.id(), visit -> rows.latest(MOST_LISTED, visit)).stream()
                    .map(campaign -> new Listed(campaign.view(), centre))
                    .filter(each -> concerns(each, here))
                    .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparing((Listed each) -> each.campaign().id())
                        .reversed())
                .toList();
    }

    /** One of a centre above concerns a centre where that, or one below it, has something to do. */
    private boolean concerns(Listed listed, TenantId centre) {
        Level here = tenants.get(centre).level();
        return listed.orderedBy().id().equals(centre)
                || here == Level.CITY
                || listed.campaign().lastDays().keySet().stream().anyMatch(level -> !level.isAbove(here));
    }

    /** How far one has come, for the unit's centre and all below it. */
    CampaignReport of(String id, List<Tenant> below, UnitOfWork unit) {
        Tenant here = tenants.get(unit.context().tenant());
        Listed found = found(id, unit);
        Campaign.View campaign = found.campaign();
        List<Tenant> concerned = new ArrayList<>(below);
        if (!found.orderedBy().id().equals(here.id())) {
            concerned.add(0, here);
        }
        List<Centre> centres = new ArrayList<>();
        List<City> cities = new ArrayList<>();
        for (Tenant centre : concerned) {
            campaign.lastDay(centre.level()).ifPresent(day -> centres.add(standing(centre, day, campaign, unit)));
            if (centre.level() == Level.CITY) {
                cities.add(city(centre, id, unit));
            }
        }
        if (found.orderedBy().level() == Level.CITY && found.orderedBy().id().equals(here.id())) {
            cities.add(city(here, id, unit));
        }
        List<String> signatures = campaign.coSigners().stream()
                .map(office -> CampaignWord.signature(id, office))
                .toList();
        List<CampaignWord.View> signed =
                unit.reading(found.orderedBy().id(), visit -> rows.words(signatures, visit).stream()
                        .map(CampaignWord::view)
                        .toList());
        return new CampaignReport(
                campaign,
                found.orderedBy(),
                signed,
                centres,
                cities,
                unit.context().today());
    }

    private Listed found(String id, UnitOfWork unit) {
        if (!id.isEmpty() && !TextRules.isUnfit(id)) {
            for (Tenant centre : tenants.lineage(unit.context().tenant())) {
                Optional<Campaign> campaign = unit.reading(centre.id(), visit -> rows.find(id, visit));
                if (campaign.isPresent()) {
                    return new Listed(campaign.get().view(), centre);
                }
            }
        }
        throw new ProblemException(
                CatalogueError.CAMPAIGN_UNKNOWN, LocalizedMessage.of(Campaigns.class, "campaign.unknown"));
    }

    private Centre standing(Tenant centre, LocalDate lastDay, Campaign.View campaign, UnitOfWork unit) {
        List<RoundView> rounds = unit.reading(centre.id(), visit -> rows.rounds(campaign.begunOn(), visit).stream()
                .map(ReviewRound::view)
                .toList());
        LocalDate reportedOn = rounds.stream()
                .map(round -> round.enteredAt().atZone(CallContext.ZONE).toLocalDate())
                .min(Comparator.naturalOrder())
                .orElse(null);
        CentreStanding standing =
                CentreStanding.of(lastDay, reportedOn, unit.context().today());
        Optional<RoundView> last = rounds.stream().findFirst();
        return new Centre(
                centre,
                lastDay,
                reportedOn,
                standing,
                last.map(RoundView::name).orElse(""),
                last.map(RoundView::totals).orElse(null));
    }

    private City city(Tenant centre, String id, UnitOfWork unit) {
        List<String> ids = List.of(CampaignWord.publication(id));
        return new City(centre, unit.reading(centre.id(), visit -> rows.words(ids, visit).stream()
                .map(CampaignWord::view)
                .findFirst()
                .orElse(null)));
    }
}
