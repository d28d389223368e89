package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.catalogue.internal.domain.campaign.CentreStanding;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.kernel.api.Level;
import org.yichuang.tenancy.api.Tenant;

/**
 * How far a clean-up has come, as a centre sees it: its own part and those below it.
 *
 * @param orderedBy the centre that has ordered it
 * @param signatures of its offices, so far
 * @param centres those that report, the higher ones first
 * @param cities those that make the results known
 */
public record CampaignReport(
        Campaign.View campaign,
        Tenant orderedBy,
        List<CampaignWord.View> signatures,
        List<Centre> centres,
        List<City> cities,
        LocalDate today) {
    /**
     * A centre that reports.
     *
     * @param reportedOn the day on which its first round that counts was entered, or null
     * @param round the name of the last round that counts; empty without one
     * @param totals what that adds up to, or null
     */
    public record Centre(
            Tenant centre,
            LocalDate lastDay,
            LocalDate reportedOn,
            CentreStanding standing,
            String round,
            RoundTotals totals) {}

    /**
     * A city that makes the results known.
     *
     * @param made how it has, or null
     */
    public record City(Tenant centre, CampaignWord.View made) {
        /** Whether it is, or was, late. */
        boolean isLate(LocalDate until, LocalDate today) {
            return (made == null ? today : made.on()).isAfter(until);
        }
    }

    /** Who has not signed yet. */
    public List<ReviewOffice> unsigned() {
        List<String> signed = signatures.stream().map(CampaignWord.View::byWhat).toList();
        return campaign.coSigners().stream()
                .filter(office -> !signed.contains(office.key()))
                .toList();
    }

    /** Those who still have time to report. */
    public List<Centre> open() {
        return centres.stream()
                .filter(each -> each.standing() == CentreStanding.OPEN)
                .toList();
    }

    /** How many have reported. */
    public int reported() {
        return (int)
                centres.stream().filter(each -> each.standing().hasReported()).count();
    }

    /** How many are, or were, late. */
    public int late() {
        return (int) centres.stream().filter(each -> each.standing().isLate()).count();
    }

    /** Whether a city is, or was, late. */
    public boolean isLate(City city) {
        return city.isLate(campaign.completeOn(), today);
    }

    /** Whether all have reported, all have signed, and each city has made the results known. */
    public boolean isComplete() {
        return reported() == centres.size()
                && unsigned().isEmpty()
                && cities.stream().allMatch(city -> city.made() != null);
    }

    /** What the rounds of a level add up to together: items, items that remain, days by law and promised. */
    public Sum sum(Level level) {
        List<RoundTotals> told = centres.stream()
                .filter(each -> each.centre().level() == level && each.totals() != null)
                .map(Centre::totals)
                .toList();
        return new Sum(
                level,
                told.size(),
                told.stream().mapToInt(RoundTotals::items).sum(),
                told.stream().mapToInt(RoundTotals::remaining).sum(),
                told.stream().mapToLong(RoundTotals::statutoryDays).sum(),
                told.stream().mapToLong(RoundTotals::promisedDays).sum());
    }

    /**
     * The rounds of a level together.
     *
     * @param rounds how many
     * @param remaining how many of the items remain
     */
    public record Sum(Level level, int rounds, int items, int remaining, long statutoryDays, long promisedDays) {}

    /** The sums of all levels that report. */
    public List<Sum> sums() {
        return campaign.lastDays().keySet().stream().map(this::sum).toList();
    }
}
