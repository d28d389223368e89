package org.yichuang.catalogue.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.opinion.DraftOpinion;
import org.yichuang.catalogue.internal.domain.opinion.DraftOpinion.Saying;
import org.yichuang.catalogue.internal.domain.opinion.OpinionRules;
import org.yichuang.catalogue.internal.domain.opinion.OpinionRules.Standing;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** What the offices say that examine drafts before these are published (M-CAT-4). */
public class DraftOpinions {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final OpinionRows rows;

    /** Over the catalogue of each centre. */
    public DraftOpinions(Transactions transactions, Tenants tenants, Items items, OpinionRows rows) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.rows = rows;
    }

    /**
     * An opinion that is given.
     *
     * @param office for which office
     * @param agrees whether the draft may be published
     * @param words why, or under what view
     */
    public record Give(
            @NotNull ReviewOffice office, @NotNull Boolean agrees, @NotBlank @Size(max = 1000) String words) {}

    /** How an office stands to a draft that it has to agree to. */
    public record Demand(ReviewOffice office, Standing standing) {}

    /**
     * An opinion that was given.
     *
     * @param version the number of the version that it is about
     * @param current whether that version still says what it was given about
     */
    public record Given(
            int version,
            ReviewOffice office,
            boolean agreed,
            String words,
            String reviewer,
            Instant at,
            boolean current) {}

    /**
     * What is said of an item.
     *
     * @param name what its newest version is called
     * @param draft its draft, or null
     * @param demanded how those stand who have to agree to the draft; nobody without one
     * @param given what was said of all its versions, the newest first
     */
    public record Opinions(String code, String name, ItemVersion draft, List<Demand> demanded, List<Given> given) {}

    /** A draft that waits for opinions, or for its publication. */
    public record Waiting(ItemVersion draft, List<Demand> demanded) {}

    /** What is kept for a repeated command. */
    record Kept(String code) {}

    /** Returns what is said of an item; {@code item-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Opinions of(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<ReviewOffice> offices = demanded(context);
        return transactions.read(context, unit -> {
            CatalogueItem item = existing(code, unit);
            Map<Integer, String> contents = new HashMap<>();
            List<CatalogueVersion> versions = items.versions(code, unit);
            versions.forEach(version -> contents.put(version.number(), digest(version.definition())));
            List<DraftOpinion> all = rows.of(code, unit);
            Optional<CatalogueVersion> draft = versions.stream()
                    .filter(version -> item.draft().equals(Optional.of(version.number())))
                    .findFirst();
            return new Opinions(
                    code,
                    versions.get(0).definition().name(),
                    draft.map(version -> version.view(context.tenant())).orElse(null),
                    draft.map(version -> stand(offices, about(version, all), contents.get(version.number())))
                            .orElse(List.of()),
                    all.stream()
                            .map(opinion -> given(opinion, contents.get(opinion.number())))
                            .toList());
        });
    }

    private static List<DraftOpinion> about(CatalogueVersion version, List<DraftOpinion> all) {
        return all.stream()
                .filter(opinion -> opinion.number() == version.number())
                .toList();
    }

    private static Given given(DraftOpinion opinion, String content) {
        return new Given(
                opinion.number(),
                opinion.office(),
                opinion.agreed(),
                opinion.words(),
                opinion.reviewerName(),
                opinion.givenAt(),
                opinion.content().equals(content));
    }

    private static List<Demand> stand(List<ReviewOffice> offices, List<DraftOpinion> given, String content) {
        return offices.stream()
                .map(office -> new Demand(office, OpinionRules.standing(office, given, content)))
                .toList();
    }

    /** Returns the drafts of a centre by code, with how those stand to them who have to agree. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<Waiting> waiting(PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<ReviewOffice> offices = demanded(context);
        return transactions.read(context, unit -> {
            List<CatalogueVersion> drafts = items.draftsAfter(page.cursor().orElse(""), page.limit() + 1, unit);
            Map<String, List<DraftOpinion>> given =
                    rows
                            .ofDrafts(
                                    drafts.stream()
                                            .map(each -> each.definition().code())
                                            .toList(),
                                    unit)
                            .stream()
                            .collect(Collectors.groupingBy(DraftOpinion::code));
            return Page.of(drafts, page.limit(), draft -> draft.definition().code())
                    .map(draft -> waiting(draft, offices, given, context.tenant()));
        });
    }

    private static Waiting waiting(
            CatalogueVersion draft,
            List<ReviewOffice> offices,
            Map<String, List<DraftOpinion>> given,
            TenantId tenant) {
        List<DraftOpinion> about = given.getOrDefault(draft.definition().code(), List.of());
        return new Waiting(draft.view(tenant), stand(offices, about, digest(draft.definition())));
    }

    /**
     * Says what an office thinks of the draft, in place of what it has said before.
     *
     * @throws ProblemException {@code item-unknown}; {@code item-state} without a draft; {@code not-allowed} for who
     *     does not speak for the office; {@code opinion-by-author}; {@code precondition-failed}
     */
    @RequiresPermission(CataloguePermission.OPINE)
    public Opinions give(String code, Give given, CallContext context) {
        context.require(CataloguePermission.OPINE);
        Give asked = FieldRules.require(given);
        context.require(asked.office().permission());
        transactions.write(context, Kept.class, unit -> {
            CatalogueItem item = existing(code, unit);
            CatalogueVersion draft = item.draft()
                    .flatMap(number -> items.version(code, number, unit))
                    .orElseThrow(() -> new ProblemException(
                            CatalogueError.ITEM_STATE,
                            LocalizedMessage.of(DraftOpinions.class, "opinion.no-draft", code)));
            context.requireVersion(draft.revision());
            keep(item, draft, asked, unit);
            return new Kept(code);
        });
        return of(code, context.withoutKey());
    }

    private void keep(CatalogueItem item, CatalogueVersion draft, Give asked, UnitOfWork unit) {
        String id = DraftOpinion.id(item.code(), draft.number(), asked.office());
        Optional<DraftOpinion> present = rows.find(id, unit);
        String content = digest(draft.definition());
        requireOneOffice(asked.office(), rows.of(item.code(), draft.number(), unit), content, unit.context());
        DraftOpinion opinion = present.orElseGet(() -> new DraftOpinion(item.code(), draft.number(), asked.office()));
        CatalogueEvent event = opinion.give(
                new Saying(asked.agrees(), asked.words()),
                draft,
                content,
                unit.context().actor(),
                unit.context().at());
        if (present.isEmpty()) {
            rows.add(opinion, unit);
        }
        Map<String, String> facts = new HashMap<>(rows.cover(opinion, unit));
        facts.put("office", asked.office().key());
        facts.put("agreed", Boolean.toString(asked.agrees()));
        facts.put("words", TextRules.first(asked.words(), 500));
        new ItemActs(items, unit, Map.of()).opine(item, draft, facts, event);
    }

    /** Nobody speaks for two offices: each is to look at it with eyes of its own. */
    private static void requireOneOffice(
            ReviewOffice office, List<DraftOpinion> given, String content, CallContext context) {
        String account = context.actor().account();
        if (given.stream().anyMatch(each -> each.office() != office && each.isOf(account, content))) {
            throw new ProblemException(
                    CatalogueError.OPINION_BY_AUTHOR,
                    LocalizedMessage.of(
                            DraftOpinions.class,
                            "opinion.by-one",
                            context.actor().name()));
        }
    }

    /** Returns why a draft cannot be published with a content, naming who has not agreed to it. */
    Optional<ProblemException> refusal(CatalogueVersion draft, ItemDefinition content, UnitOfWork unit) {
        List<ReviewOffice> offices = demanded(unit.context());
        return offices.isEmpty()
                ? Optional.empty()
                : OpinionRules.refusal(offices, rows.of(content.code(), draft.number(), unit), digest(content));
    }

    /** Whether anybody has to agree before a publication. */
    boolean areDemanded(CallContext context) {
        return !demanded(context).isEmpty();
    }

    /** Returns why nothing is published at once, without anybody having examined it, if so. */
    Optional<ProblemException> refusalAtOnce(CallContext context) {
        return OpinionRules.refusal(demanded(context), new ArrayList<>(), "");
    }

    private List<ReviewOffice> demanded(CallContext context) {
        return ReviewOffice.demanded(tenants.get(context.tenant()).policy(ReviewOffice.POLICY, ""));
    }

    private static String digest(ItemDefinition content) {
        return Digests.sha256(CatalogueJson.write(content));
    }

    private CatalogueItem existing(String code, UnitOfWork unit) {
        return Optional.of(code)
                .filter(each -> !each.isEmpty() && !TextRules.isUnfit(each))
                .flatMap(each -> items.find(each, unit))
                .orElseThrow(() -> PublishedVersions.unknown(code));
    }
}
