package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord.Publication;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.PublicityRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Ref;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;

/** Where and when what a centre publishes was made known to the public (M-CAT-11). */
public class Publicity {
    /** So many items are entered at once. */
    static final int MOST_ITEMS = 5_000;

    private static final int MOST_SHOWN = 200;

    private final Transactions transactions;
    private final Items items;
    private final PublishedRows published;
    private final PublicityRows rows;

    /** Over the catalogue of each centre. */
    public Publicity(Transactions transactions, Items items, PublishedRows published, PublicityRows rows) {
        this.transactions = transactions;
        this.items = items;
        this.published = published;
        this.rows = rows;
    }

    /**
     * How items were made known.
     *
     * @param organ in whose name
     * @param proof by what it can be shown
     * @param codes of the items; absent for all that are published
     */
    public record MadeKnown(
            @NotNull PublicityChannel channel,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 100) String organ,
            @NotBlank @Size(max = 500) String proof,
            @Size(max = MOST_ITEMS) List<String> codes) {}

    /**
     * A version that a record is of.
     *
     * @param published the day on which it went before the public
     */
    public record Shown(String code, String name, int version, LocalDate published) {}

    /**
     * Of how many items it was entered.
     *
     * @param leftOut how many of all were not published yet on that day
     * @param versions of which versions, by code; the first two hundred
     * @param seen a digest of the day and of all these versions, for whoever enters what was shown
     */
    public record Entered(int items, int leftOut, List<Shown> versions, String seen) {}

    /**
     * That a record was entered by mistake.
     *
     * @param all whether all are taken back that were entered with it; absent for no
     */
    public record TakingBack(@NotBlank @Size(max = 500) String reason, Boolean all) {}

    /** How many records were taken back. */
    public record TakenBack(int records) {}

    /** What is going to be entered. */
    private record Plan(LocalDate on, List<String> codes, Map<String, CatalogueVersion> wasPublic) {
        private String seen() {
            return Digests.sha256(wasPublic.entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue().number())
                    .sorted()
                    .collect(Collectors.joining("\n", on + "\n", "")));
        }

        private Entered entered() {
            List<Shown> shown = codes.stream()
                    .sorted()
                    .map(wasPublic::get)
                    .filter(Objects::nonNull)
                    .limit(MOST_SHOWN)
                    .map(version -> new Shown(
                            version.definition().code(),
                            version.definition().name(),
                            version.number(),
                            version.publishedOn().orElse(null)))
                    .toList();
            return new Entered(wasPublic.size(), codes.size() - wasPublic.size(), shown, seen());
        }
    }

    /**
     * Enters that versions of items were made known: of each item that which was public on the day. Of all items, those
     * that were not published yet are left out.
     *
     * @param seen what {@link Entered#seen} said of them when they were shown; absent where nobody has looked
     * @throws ProblemException {@code fields-invalid} for a day to come, for items that are not published or were not
     *     yet, and for an empty list; {@code too-large} for more than five thousand; {@code changed-meanwhile} where
     *     these are other versions than those that were seen
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entered enter(MadeKnown given, Optional<String> seen, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        MadeKnown made = fit(given, context);
        return transactions.write(context, Entered.class, unit -> {
            Plan plan = plan(made, unit);
            if (seen.isPresent() && !seen.get().equals(plan.seen())) {
                throw new ProblemException(
                        CommonError.CHANGED_MEANWHILE, LocalizedMessage.of(Publicity.class, "publicity.not-as-seen"));
            }
            Map<String, CatalogueItem> found = items.items(plan.codes(), unit);
            Publication publication = new Publication(made.channel(), made.on(), made.organ(), made.proof());
            String batch = Ids.next(context.at());
            for (String code : plan.codes()) {
                if (plan.wasPublic().containsKey(code)) {
                    keep(found.get(code), plan.wasPublic().get(code), publication, batch, unit);
                }
            }
            return plan.entered();
        });
    }

    /**
     * Returns of which versions it would be entered: a version that was retired before that day, or went before the
     * public on the day itself, is known only to whoever has seen the paper.
     *
     * @throws ProblemException as {@link #enter}
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entered preview(MadeKnown given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        MadeKnown made = fit(given, context);
        return transactions.read(context.withoutKey(), unit -> plan(made, unit).entered());
    }

    private static MadeKnown fit(MadeKnown given, CallContext context) {
        MadeKnown made = FieldRules.require(given);
        if (made.on().isAfter(context.today())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "on", LocalizedMessage.of(Publicity.class, "publicity.day-to-come"));
        }
        return made;
    }

    private Plan plan(MadeKnown made, UnitOfWork unit) {
        List<String> codes = codes(made, unit);
        Map<String, CatalogueVersion> versions = items.versions(codes, ItemVersion.State.PUBLISHED, unit);
        requirePublished(codes, versions);
        Map<String, CatalogueVersion> wasPublic = onTheDay(made.on(), versions, unit);
        requireSome(made, codes, versions, wasPublic);
        return new Plan(made.on(), codes, wasPublic);
    }

    private List<String> codes(MadeKnown made, UnitOfWork unit) {
        List<String> codes = made.codes() == null
                ? published.refs(MOST_ITEMS + 1, unit).stream().map(Ref::code).toList()
                : made.codes().stream().distinct().toList();
        if (codes.size() > MOST_ITEMS) {
            throw new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(Publicity.class, "publicity.too-many", MOST_ITEMS));
        }
        if (codes.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "codes", LocalizedMessage.of(Publicity.class, "publicity.nothing"));
        }
        List<String> unfit = new ArrayList<>(codes);
        unfit.removeIf(code -> code != null && !code.isBlank() && !TextRules.isUnfit(code));
        if (!unfit.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "codes",
                    LocalizedMessage.of(Publicity.class, "submission.code-missing"));
        }
        return codes;
    }

    private static void requirePublished(List<String> codes, Map<String, CatalogueVersion> versions) {
        Problems problems = new Problems();
        for (int i = 0; i < codes.size(); i++) {
            problems.when(
                    !versions.containsKey(codes.get(i)),
                    "codes[" + i + "]",
                    LocalizedMessage.of(Publicity.class, "publicity.not-published", codes.get(i)));
        }
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(Publicity.class, "publicity.invalid"));
    }

    /** A record is the proof of one version: of that which was public on the day, though another one is now. */
    private Map<String, CatalogueVersion> onTheDay(LocalDate on, Map<String, CatalogueVersion> now, UnitOfWork unit) {
        Map<String, CatalogueVersion> found = new HashMap<>();
        List<String> earlier = new ArrayList<>();
        now.forEach((code, version) -> {
            if (version.publishedOn().filter(on::isBefore).isEmpty()) {
                found.put(code, version);
            } else if (version.number() > 1) {
                earlier.add(code);
            }
        });
        found.putAll(rows.publishedUntil(on, earlier, unit));
        return found;
    }

    private static void requireSome(
            MadeKnown made,
            List<String> codes,
            Map<String, CatalogueVersion> now,
            Map<String, CatalogueVersion> wasPublic) {
        Problems problems = new Problems();
        for (int i = 0; i < codes.size(); i++) {
            CatalogueVersion version = now.get(codes.get(i));
            boolean refuses =
                    made.codes() == null ? wasPublic.isEmpty() && i == 0 : !wasPublic.containsKey(codes.get(i));
            problems.when(
                    refuses,
                    made.codes() == null ? "on" : "codes[" + i + "]",
                    LocalizedMessage.of(
                            Publicity.class,
                            "publicity.before-publication",
                            version.definition().name(),
                            version.number(),
                            version.publishedOn().map(LocalDate::toString).orElse("")));
        }
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(Publicity.class, "publicity.invalid"));
    }

    private void keep(
            CatalogueItem item, CatalogueVersion version, Publication publication, String batch, UnitOfWork unit) {
        CallContext context = unit.context();
        PublicityRecord made = new PublicityRecord(
                new PublicityRecord.Ids(Ids.next(context.at()), batch),
                item.code(),
                version.number(),
                publication,
                context.actor().name());
        rows.add(made, unit);
        Map<String, String> facts = new HashMap<>(rows.cover(made, unit));
        facts.put("channel", publication.channel().key());
        facts.put("on", publication.on().toString());
        facts.put("organ", publication.organ());
        facts.put("proof", publication.proof());
        CatalogueEvent event = new CatalogueEvent.MadeKnown(
                version.number(), publication.channel().key(), publication.on().toString());
        new ItemActs(items, unit, Map.of()).makeKnown(item, version, facts, event);
    }

    /**
     * Takes a record back that was entered by mistake, or all that were entered with it; they stay, and say so.
     *
     * @throws ProblemException {@code not-found}; {@code item-state} for one that was taken back already
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public TakenBack takeBack(String id, TakingBack given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        TakingBack mistake = FieldRules.require(given);
        return transactions.write(context, TakenBack.class, unit -> {
            PublicityRecord record = Optional.of(id)
                    .filter(each -> !each.isEmpty() && !TextRules.isUnfit(each))
                    .flatMap(each -> rows.find(each, unit))
                    .orElseThrow(() -> new ProblemException(
                            CommonError.NOT_FOUND, LocalizedMessage.of(Publicity.class, "publicity.unknown")));
            if (record.isTakenBack()) {
                throw new ProblemException(
                        CatalogueError.ITEM_STATE, LocalizedMessage.of(Publicity.class, "publicity.taken-back"));
            }
            boolean all = Boolean.TRUE.equals(mistake.all()) && record.batch().isPresent();
            List<PublicityRecord> records = all ? rows.together(record.batch().orElseThrow(), unit) : List.of(record);
            Map<String, CatalogueItem> found = items.items(
                    records.stream().map(PublicityRecord::code).distinct().toList(), unit);
            Map<String, CatalogueVersion> versions = rows.versions(records, unit);
            records.forEach(each -> takeBack(
                    each,
                    found.get(each.code()),
                    Optional.ofNullable(versions.get(each.id())),
                    mistake.reason(),
                    unit));
            return new TakenBack(records.size());
        });
    }

    private void takeBack(
            PublicityRecord record,
            CatalogueItem item,
            Optional<CatalogueVersion> known,
            String reason,
            UnitOfWork unit) {
        record.takeBack(reason, unit.context().today());
        Map<String, String> facts = new HashMap<>(rows.cover(record, unit));
        facts.put("reason", reason);
        known.ifPresent(version -> new ItemActs(items, unit, facts).note(item, "unmake-known", version));
    }

    /** Returns where an item's versions were made known, the latest record first; at most 200. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<PublicityRecord.View> of(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(
                context,
                unit -> TextRules.isUnfit(code)
                        ? List.of()
                        : rows.of(code, unit).stream()
                                .map(PublicityRecord::view)
                                .toList());
    }
}
