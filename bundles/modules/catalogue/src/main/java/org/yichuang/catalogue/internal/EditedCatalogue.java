package org.yichuang.catalogue.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.DraftRules;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** Making and changing a centre's catalogue; one transaction for each act. */
public class EditedCatalogue implements CatalogueEditing {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final PublishedVersions offers;
    private final FileImport imports;
    private final CatalogueDepartments departments;
    private final DisclosedFields fields;
    private final PublicationGate gate;
    private final DraftOpinions opinions;

    /** Over the catalogue of each centre. */
    public EditedCatalogue(
            Transactions transactions,
            Tenants tenants,
            Items items,
            PublishedVersions offers,
            FileImport imports,
            CatalogueDepartments departments,
            DisclosedFields fields,
            DraftOpinions opinions) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.offers = offers;
        this.imports = imports;
        this.departments = departments;
        this.fields = fields;
        this.gate = new PublicationGate(transactions, tenants, items, offers, departments);
        this.opinions = opinions;
    }

    @Override
    public List<ItemVersion> versions(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<ItemVersion> versions = transactions.read(
                context,
                unit -> known(code)
                        ? items.versions(code, unit).stream()
                                .map(version -> version.view(context.tenant()))
                                .toList()
                        : List.of());
        if (versions.isEmpty()) {
            throw PublishedVersions.unknown(code);
        }
        return versions;
    }

    @Override
    public ItemVersion draft(ItemDefinition definition, CallContext context) {
        context.require(CataloguePermission.EDIT);
        Problems problems = new Problems();
        problems.addAll(DraftRules.problems(definition));
        problems.refuse(CatalogueError.ITEM_INVALID, LocalizedMessage.of(EditedCatalogue.class, "item.invalid"));
        Optional<ProblemException> unlisted = departments.refusal(definition, context);
        return write(context, unit -> {
            refuse(unlisted);
            CatalogueItem item = items.find(definition.code(), unit).orElseGet(() -> added(definition.code(), unit));
            Optional<CatalogueVersion> present = numbered(item.code(), item.draft(), unit);
            Optional<CatalogueVersion> published = numbered(item.code(), item.published(), unit);
            present.or(() -> published).ifPresent(before -> requireSameKind(before.definition(), definition));
            context.requireVersion(
                    present.or(() -> published).map(CatalogueVersion::revision).orElse(0L));
            return acts(unit).draft(item, present, definition);
        });
    }

    @Override
    public ItemVersion publish(String code, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        String disclosure = tenants.get(context.tenant()).policy(Disclosure.POLICY, Disclosure.USUAL);
        Optional<ItemVersion> asked = draftOf(code, context);
        Optional<PublicationGate.Answer> answer = asked.map(draft -> gate.ask(draft, context));
        Optional<ProblemException> unlisted = answer.flatMap(PublicationGate.Answer::refusal);
        Optional<ItemDefinition> made =
                answer.map(PublicationGate.Answer::content).filter(ItemDefinition::bundled);
        if (unlisted.isEmpty()) {
            made.ifPresent(bundle -> requireExamined(asked.orElseThrow(), bundle, context));
        }
        ForeignFields foreign = asked.map(draft -> fields.of(draft, context)).orElse(ForeignFields.NONE);
        ItemVersion published = write(context, unit -> {
            refuse(unlisted);
            CatalogueItem item = existing(code, unit);
            Optional<CatalogueVersion> draft = numbered(code, item.draft(), unit);
            draft.ifPresent(version -> {
                context.requireVersion(version.revision());
                requireSame(asked, version);
                ItemDefinition content = made.orElse(version.definition());
                refuse(opinions.refusal(version, content, unit));
                refuse(refusalAbove(version, content, context));
                made.ifPresent(bundle -> version.redraft(content));
            });
            return acts(unit).publish(item, draft, numbered(code, item.published(), unit), disclosure, foreign);
        });
        offers.changed(List.of(code), context);
        return published;
    }

    /**
     * What examiners see of a bundle is what would be published: where its members have changed since, the draft
     * becomes what they make of it now, and the offices are asked anew.
     */
    private void requireExamined(ItemVersion asked, ItemDefinition content, CallContext context) {
        if (content.equals(asked.definition()) || !opinions.areDemanded(context)) {
            return;
        }
        write(context.withoutKey().by(Actor.SYSTEM), unit -> {
            CatalogueItem item = existing(content.code(), unit);
            Optional<CatalogueVersion> draft = numbered(item.code(), item.draft(), unit);
            context.requireVersion(draft.map(CatalogueVersion::revision).orElse(0L));
            draft.ifPresent(version -> requireSame(Optional.of(asked), version));
            return acts(unit).draft(item, draft, content);
        });
        throw new ProblemException(
                CatalogueError.OPINIONS_MISSING,
                LocalizedMessage.of(EditedCatalogue.class, "bundle.examine-anew", content.name()));
    }

    private Optional<ProblemException> refusalAbove(
            CatalogueVersion draft, ItemDefinition content, CallContext context) {
        return ReviewAbove.refusal(
                tenants.get(context.tenant()), draft.approval(), draft.isOnItsWay(), SubmissionDesk.digest(content));
    }

    /** Inside the transaction, where a repeated command has already got its answer. */
    private static void refuse(Optional<ProblemException> refusal) {
        refusal.ifPresent(problem -> {
            throw problem;
        });
    }

    /** A bundle stays one, and nothing else becomes one: what is said of the other would be lost. */
    private static void requireSameKind(ItemDefinition before, ItemDefinition after) {
        if (before.bundled() != after.bundled()) {
            throw new ProblemException(
                    CatalogueError.ITEM_STATE,
                    LocalizedMessage.of(
                            EditedCatalogue.class, before.bundled() ? "item.is-bundle" : "item.is-none", after.code()));
        }
    }

    /** What others were asked about is what is published. */
    private static void requireSame(Optional<ItemVersion> asked, CatalogueVersion draft) {
        if (asked.filter(version -> version.definition().equals(draft.definition()))
                .isEmpty()) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE,
                    LocalizedMessage.of(EditedCatalogue.class, "draft.changed-meanwhile"));
        }
    }

    /** What is about to be published. */
    private Optional<ItemVersion> draftOf(String code, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> Optional.of(code)
                .filter(EditedCatalogue::known)
                .flatMap(each -> items.find(each, unit))
                .flatMap(item -> numbered(code, item.draft(), unit))
                .map(version -> version.view(context.tenant())));
    }

    @Override
    public ItemVersion retire(String code, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        ItemVersion retired = write(context, unit -> {
            CatalogueItem item = existing(code, unit);
            Optional<CatalogueVersion> published = numbered(code, item.published(), unit);
            published.ifPresent(version -> context.requireVersion(version.revision()));
            return acts(unit).retire(item, published);
        });
        offers.changed(List.of(code), context);
        return retired;
    }

    @Override
    public ImportReport importFile(String fileName, InputStream content, boolean publish, CallContext context) {
        context.require(CataloguePermission.IMPORT);
        if (publish) {
            context.require(CataloguePermission.PUBLISH);
        }
        ImportReport report = imports.run(fileName, content, publish, context);
        offers.changed(report.publishedCodes(), context);
        return report;
    }

    @Override
    public ImportReport imported(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return imports.report(id, context);
    }

    @Override
    public boolean hasImported(String digest, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return imports.taken(digest, context);
    }

    private interface Act {
        CatalogueVersion on(UnitOfWork unit);
    }

    private ItemVersion write(CallContext context, Act act) {
        TenantId owner = context.tenant();
        return transactions
                .write(context, KeptVersion.class, unit -> {
                    CatalogueVersion version = act.on(unit);
                    items.flush(unit);
                    return KeptVersion.of(version.view(owner));
                })
                .version(owner);
    }

    private ItemActs acts(UnitOfWork unit) {
        return new ItemActs(items, unit, Map.of());
    }

    private CatalogueItem existing(String code, UnitOfWork unit) {
        return Optional.of(code)
                .filter(EditedCatalogue::known)
                .flatMap(each -> items.find(each, unit))
                .orElseThrow(() -> PublishedVersions.unknown(code));
    }

    /** What no code can be is not even asked for: some databases fail on it. */
    private static boolean known(String code) {
        return !code.isEmpty() && !TextRules.isUnfit(code);
    }

    private CatalogueItem added(String code, UnitOfWork unit) {
        CatalogueItem item = new CatalogueItem(code);
        items.add(item, unit);
        return item;
    }

    private Optional<CatalogueVersion> numbered(String code, Optional<Integer> number, UnitOfWork unit) {
        return number.flatMap(each -> items.version(code, each, unit));
    }
}
