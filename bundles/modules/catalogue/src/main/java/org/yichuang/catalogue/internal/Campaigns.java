package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CampaignReport.City;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord.Kind;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.CampaignRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Clean-ups that a centre orders for those below it (M-CAT-5): each reports by its review round until the last day of
 * its level, offices of the ordering centre sign, and the cities make the results known.
 */
public class Campaigns {
    /** The kind of thing whose chains those of clean-ups are. */
    static final String AGGREGATE = "clean-up-campaign";

    /** The kind of thing whose chains those of what is said to them are. */
    static final String WORD = "campaign-word";

    private final Transactions transactions;
    private final Tenants tenants;
    private final CampaignRows rows;
    private final CampaignReports reports;

    /** Over the rounds of each centre. */
    public Campaigns(Transactions transactions, Tenants tenants, CampaignRows rows) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.rows = rows;
        this.reports = new CampaignReports(tenants, rows);
    }

    /** Until when centres of a level report. */
    public record LastDay(@NotNull Level level, @NotNull LocalDate on) {}

    /**
     * A clean-up that is ordered.
     *
     * @param document by which it is
     * @param begunOn the day from which rounds count for it
     * @param lastDays of the levels that report
     * @param completeOn until when the cities make the results known
     * @param coSigners the offices of this centre that sign; possibly none
     */
    public record NewCampaign(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String document,
            @NotNull LocalDate begunOn,
            @NotEmpty @Size(max = 5) List<@Valid LastDay> lastDays,
            @NotNull LocalDate completeOn,
            @Size(max = 3) List<ReviewOffice> coSigners) {}

    /** That an office agrees to the results. */
    public record Signature(@NotNull ReviewOffice office, @NotBlank @Size(max = 500) String words) {}

    /**
     * How a city has made the results known.
     *
     * @param organ in whose name
     * @param proof by what it can be shown
     */
    public record MadeKnown(
            @NotNull PublicityChannel channel,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 100) String organ,
            @NotBlank @Size(max = 500) String proof) {}

    /** A clean-up in a list. */
    public record Listed(Campaign.View campaign, Tenant orderedBy) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /**
     * Orders a clean-up.
     *
     * @throws ProblemException {@code fields-invalid} for levels that are not below, or twice, days out of order, and
     *     where no centre is below
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public CampaignReport order(NewCampaign given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        NewCampaign asked = FieldRules.require(given);
        Tenant here = tenants.get(context.tenant());
        Map<Level, LocalDate> days = days(asked, here);
        List<ReviewOffice> coSigners = asked.coSigners() == null
                ? List.of()
                : asked.coSigners().stream().distinct().toList();
        String id = transactions
                .write(context, Kept.class, unit -> {
                    Campaign.View ordered = new Campaign.View(
                            Ids.next(context.at()),
                            asked.name(),
                            asked.document(),
                            asked.begunOn(),
                            days,
                            asked.completeOn(),
                            coSigners);
                    Campaign campaign = new Campaign(ordered);
                    rows.add(campaign, unit);
                    CatalogueEvent event = new CatalogueEvent.CampaignOrdered(
                            ordered.name(),
                            ordered.document(),
                            ordered.completeOn().toString());
                    Map<String, String> facts = Map.of("name", ordered.name(), "document", ordered.document());
                    campaign.head(unit.record(
                            new AuditEntry(
                                    AGGREGATE,
                                    ordered.id(),
                                    "order",
                                    "",
                                    rows.digest(campaign, unit),
                                    facts,
                                    happened(ordered.id(), event)),
                            ChainHead.START));
                    return new Kept(ordered.id());
                })
                .id();
        return report(id, context.withoutKey());
    }

    private Map<Level, LocalDate> days(NewCampaign asked, Tenant here) {
        Map<Level, LocalDate> days = new EnumMap<>(Level.class);
        Problems problems = new Problems();
        for (int i = 0; i < asked.lastDays().size(); i++) {
            LastDay day = asked.lastDays().get(i);
            problems.when(
                    !here.level().isAbove(day.level()),
                    "lastDays[" + i + "].level",
                    message("campaign.level-not-below", day.level().label()));
            problems.when(
                    day.on().isBefore(asked.begunOn()) || day.on().isAfter(asked.completeOn()),
                    "lastDays[" + i + "].on",
                    message("campaign.day-out-of-order"));
            problems.when(
                    days.put(day.level(), day.on()) != null,
                    "lastDays[" + i + "].level",
                    message("campaign.level-twice", day.level().label()));
        }
        problems.when(tenants.children(here.id()).isEmpty(), "lastDays", message("campaign.nobody-below"));
        problems.refuse(CommonError.FIELDS_INVALID, message("campaign.invalid"));
        return days;
    }

    private static DomainEvent happened(String id, CatalogueEvent event) {
        return DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(id, "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
    }

    /** Returns the clean-ups of this centre and those above, the latest first; of each centre at most a hundred. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<Listed> list(CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, reports::list);
    }

    /**
     * Returns how far a clean-up of this centre, or of one above, has come here and below.
     *
     * @throws ProblemException {@code campaign-unknown}; {@code too-large} for a tree of more than three thousand
     *     centres
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public CampaignReport report(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<Tenant> below = CentreTree.below(context.tenant(), tenants);
        return transactions.read(context, unit -> reports.of(id, below, unit));
    }

    /**
     * An office of the ordering centre agrees to the results, once all have reported or have no time left.
     *
     * @throws ProblemException {@code campaign-unknown}; {@code not-allowed} for an office that one does not speak for;
     *     {@code campaign-state} for one that is not asked or has signed, and while somebody still has time
     */
    @RequiresPermission(CataloguePermission.OPINE)
    public CampaignReport sign(String id, Signature given, CallContext context) {
        context.require(CataloguePermission.OPINE);
        Signature signature = FieldRules.require(given);
        context.require(signature.office().permission());
        List<Tenant> below = CentreTree.below(context.tenant(), tenants);
        transactions.write(context, Kept.class, unit -> {
            CampaignReport report = reports.of(id, below, unit);
            requireHere(report, context);
            if (!report.unsigned().contains(signature.office())) {
                throw state("campaign.not-asked", signature.office().label());
            }
            requireNobodyHasTime(report);
            CampaignWord.View said = new CampaignWord.View(
                    Kind.SIGNATURE,
                    signature.office().key(),
                    "",
                    signature.words(),
                    context.today(),
                    context.actor().name());
            CatalogueEvent event = new CatalogueEvent.CampaignSigned(
                    report.campaign().name(), signature.office().key());
            say(CampaignWord.signature(id, signature.office()), "sign", said, event, unit);
            return new Kept(id);
        });
        return report(id, context.withoutKey());
    }

    private static void requireHere(CampaignReport report, CallContext context) {
        if (!report.orderedBy().id().equals(context.tenant())) {
            throw state("campaign.not-here", report.orderedBy().name());
        }
    }

    private static void requireNobodyHasTime(CampaignReport report) {
        if (!report.open().isEmpty()) {
            throw state(
                    "campaign.has-time",
                    report.open().size(),
                    report.open().get(0).centre().name());
        }
    }

    /**
     * A city makes the results known, once the offices above have signed.
     *
     * @throws ProblemException {@code campaign-unknown}; {@code campaign-state} at a centre that is no city, before all
     *     have signed, and for a second time; {@code fields-invalid} for a day to come or before the last signature
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public CampaignReport makeKnown(String id, MadeKnown given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        MadeKnown made = FieldRules.require(given);
        List<Tenant> below = CentreTree.below(context.tenant(), tenants);
        transactions.write(context, Kept.class, unit -> {
            CampaignReport report = reports.of(id, below, unit);
            City own = report.cities().stream()
                    .filter(city -> city.centre().id().equals(context.tenant()))
                    .findFirst()
                    .orElseThrow(() -> state("campaign.no-city"));
            if (own.made() != null) {
                throw state("campaign.known", own.made().on().toString());
            }
            if (!report.unsigned().isEmpty()) {
                throw state("campaign.unsigned", report.unsigned().get(0).label());
            }
            requireNobodyHasTime(report);
            requireInOrder(made.on(), report);
            CampaignWord.View said = new CampaignWord.View(
                    Kind.PUBLICATION,
                    made.channel().key(),
                    made.organ(),
                    made.proof(),
                    made.on(),
                    context.actor().name());
            CatalogueEvent event = new CatalogueEvent.CampaignMadeKnown(
                    report.campaign().name(), made.channel().key(), made.on().toString());
            say(CampaignWord.publication(id), "make-known", said, event, unit);
            return new Kept(id);
        });
        return report(id, context.withoutKey());
    }

    private static void requireInOrder(LocalDate on, CampaignReport report) {
        LocalDate since = report.signatures().stream()
                .map(CampaignWord.View::on)
                .max(Comparator.naturalOrder())
                .orElse(report.campaign().begunOn());
        if (on.isAfter(report.today()) || on.isBefore(since)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "on", message("campaign.made-known-between", since.toString()));
        }
    }

    private void say(String id, String action, CampaignWord.View said, CatalogueEvent event, UnitOfWork unit) {
        CampaignWord word = new CampaignWord(id, said);
        rows.add(word, unit);
        Map<String, String> facts = Map.of(
                "by", said.byWhat(), "words", said.words(), "on", said.on().toString(), "organ", said.organ());
        AuditEntry entry = new AuditEntry(WORD, id, action, "", rows.digest(word, unit), facts, happened(id, event));
        word.head(unit.record(entry, ChainHead.START));
    }

    private static ProblemException state(String key, Object... arguments) {
        return new ProblemException(CatalogueError.CAMPAIGN_STATE, message(key, arguments));
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(Campaigns.class, key, arguments);
    }
}
