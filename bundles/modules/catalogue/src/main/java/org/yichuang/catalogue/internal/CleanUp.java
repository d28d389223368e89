package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.check.CleanUpFlag;
import org.yichuang.catalogue.internal.domain.check.CleanUpMark;
import org.yichuang.catalogue.internal.domain.check.CleanUpRules;
import org.yichuang.catalogue.internal.domain.demand.DemandRules;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.CleanUpMarks;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;

/** The seven clean-up flags of a centre's items: what the data raise, and what people have raised (C1.7, K3). */
public class CleanUp {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "clean-up-mark";

    private final Transactions transactions;
    private final PublishedRows published;
    private final Items items;
    private final CleanUpMarks marks;
    private final Demands demands;

    /** Over the catalogue of each centre. */
    public CleanUp(
            Transactions transactions, PublishedRows published, Items items, CleanUpMarks marks, Demands demands) {
        this.transactions = transactions;
        this.published = published;
        this.items = items;
        this.marks = marks;
        this.demands = demands;
    }

    /**
     * A flag of an item.
     *
     * @param finding what the data show, or the reason that somebody gave
     * @param proposed what should become of the item: all that the flag may lead to, or what was proposed
     * @param raisedOn since when it is raised; null where the data raise it
     */
    public record Flagged(
            String code,
            String name,
            CleanUpFlag flag,
            LocalizedMessage finding,
            List<RoundOutcome> proposed,
            LocalDate raisedOn) {}

    /**
     * A flag that is raised.
     *
     * @param code of one of the centre's own items
     * @param outcome what should become of it
     * @param reason why
     */
    public record Raise(
            @NotBlank @Size(max = 64) String code,
            @NotNull CleanUpFlag flag,
            @NotNull RoundOutcome outcome,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * A flag that is taken back.
     *
     * @param reason why
     */
    public record Lift(
            @NotBlank @Size(max = 64) String code,
            @NotNull CleanUpFlag flag,
            @NotBlank @Size(max = 500) String reason) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /**
     * Returns the flags of all that is published, by code; of one kind, or all.
     *
     * @throws ProblemException {@code too-large} for more than 20,000 items
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<Flagged> flags(Optional<CleanUpFlag> flag, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<Flagged> found = transactions.read(context, this::all);
        found.sort(Comparator.comparing(Flagged::code).thenComparing(Flagged::flag));
        return CatalogueScan.page(
                found.stream()
                        .filter(each ->
                                flag.filter(wanted -> wanted != each.flag()).isEmpty())
                        .toList(),
                page);
    }

    private List<Flagged> all(UnitOfWork unit) {
        CleanUpRules rules = new CleanUpRules();
        CatalogueScan.each(published, unit, rules::note);
        Map<String, ListedDemand.View> listed = demands.inForce(unit);
        Map<String, String> names = new HashMap<>();
        List<Flagged> found = new ArrayList<>();
        CatalogueScan.each(published, unit, item -> {
            names.put(item.code(), item.name());
            rules.of(item)
                    .forEach((flag, finding) ->
                            found.add(new Flagged(item.code(), item.name(), flag, finding, flag.outcomes(), null)));
            CleanUpFlag demanding = CleanUpFlag.UNLISTED;
            DemandRules.finding(item, listed)
                    .ifPresent(finding -> found.add(
                            new Flagged(item.code(), item.name(), demanding, finding, demanding.outcomes(), null)));
        });
        for (CleanUpMark mark : marks.raised(CatalogueScan.MOST_ITEMS, unit)) {
            found.add(new Flagged(
                    mark.code(),
                    names.getOrDefault(mark.code(), mark.code()),
                    mark.flag(),
                    LocalizedMessage.verbatim(mark.reason()),
                    List.of(mark.outcome()),
                    mark.since()));
        }
        return found;
    }

    /**
     * Raises a flag on one of the centre's own items.
     *
     * @throws ProblemException {@code item-unknown}; {@code fields-invalid} for a flag that the data raise, and for an
     *     outcome that it does not have
     */
    @RequiresPermission(CataloguePermission.REVIEW)
    public void raise(Raise given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Raise asked = FieldRules.require(given);
        change(
                asked.code(),
                asked.flag(),
                "raise",
                mark -> mark.raise(asked.outcome(), asked.reason(), context.today()),
                context);
    }

    /** Takes a flag back; {@code mark-state} when it is not raised. */
    @RequiresPermission(CataloguePermission.REVIEW)
    public void lift(Lift given, CallContext context) {
        context.require(CataloguePermission.REVIEW);
        Lift asked = FieldRules.require(given);
        change(asked.code(), asked.flag(), "lift", mark -> mark.lift(asked.reason(), context.today()), context);
    }

    private void change(
            String code,
            CleanUpFlag flag,
            String action,
            Function<CleanUpMark, CatalogueEvent> act,
            CallContext context) {
        transactions.write(context, Kept.class, unit -> {
            if (items.find(code, unit).isEmpty()) {
                throw PublishedVersions.unknown(code);
            }
            Optional<CleanUpMark> present = marks.find(CleanUpMark.id(code, flag), unit);
            CleanUpMark mark = present.orElseGet(() -> new CleanUpMark(code, flag));
            CatalogueEvent event = act.apply(mark);
            if (present.isEmpty()) {
                marks.add(mark, unit);
            }
            record(mark, action, event, unit);
            return new Kept(mark.id());
        });
    }

    private void record(CleanUpMark mark, String action, CatalogueEvent event, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(mark.code(), mark.code())
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                mark.id(),
                action,
                marks.loadedDigest(mark, unit),
                marks.digest(mark, unit),
                Map.of(
                        "flag", mark.flag().key(),
                        "outcome", mark.outcome().key(),
                        "reason", TextRules.first(mark.reason(), 500)),
                happened);
        mark.head(unit.record(entry, mark.head()));
    }
}
