package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenants;

/** The bundles of a centre (联办事项, C1.8): drafted of their members, then published and retired like any item. */
public class Bundles {
    private final Transactions transactions;
    private final Items items;
    private final CatalogueEditing editing;
    private final BundleMaking making;

    /** Over the catalogue of each centre. */
    public Bundles(
            Transactions transactions,
            Tenants tenants,
            Items items,
            PublishedVersions offers,
            CatalogueEditing editing) {
        this.transactions = transactions;
        this.items = items;
        this.editing = editing;
        this.making = new BundleMaking(tenants, offers);
    }

    /** Returns the published bundles, by code. */
    @NeedsNoPermission("what a centre offers is public")
    public Page<ItemVersion> published(PageRequest page, CallContext context) {
        return page(
                transactions.read(
                        context,
                        unit -> views(
                                items.publishedBundles(page.cursor().orElse(""), page.limit() + 1, unit), context)),
                page);
    }

    /** Returns a published bundle; {@code item-unknown}. */
    @NeedsNoPermission("what a centre offers is public")
    public ItemVersion offered(String code, CallContext context) {
        return transactions
                .read(context, unit -> Optional.of(code)
                        .filter(each -> !each.isEmpty() && !TextRules.isUnfit(each))
                        .flatMap(each -> items.find(each, unit))
                        .flatMap(item -> item.published().flatMap(number -> items.version(item.code(), number, unit)))
                        .map(version -> version.view(context.tenant())))
                .filter(version -> version.definition().bundled())
                .orElseThrow(() -> unknown(code));
    }

    /** Returns the newest versions of the bundles in use, by code. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<ItemVersion> own(PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return page(
                transactions.read(
                        context,
                        unit -> views(items.bundles(page.cursor().orElse(""), page.limit() + 1, unit), context)),
                page);
    }

    /** Returns the versions of a bundle, the newest first; {@code item-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<ItemVersion> versions(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<ItemVersion> versions = editing.versions(code, context);
        if (!versions.get(0).definition().bundled()) {
            throw unknown(code);
        }
        return versions;
    }

    /** Returns why a bundle could not be published as its members are offered now, if so. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Optional<ProblemException> obstacle(ItemVersion draft, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return making.make(draft, context).refusal();
    }

    /**
     * Tells whether a bundle is still what its members make of it: form, materials and limits.
     *
     * @param published a published version
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public boolean isUpToDate(ItemVersion published, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return making.make(published, context).definition().equals(published.definition());
    }

    /**
     * Creates or replaces the draft of a bundle; its members are taken as they are offered now, and again when it is
     * published.
     *
     * @throws ProblemException {@code item-invalid} with the fields; {@code item-state} for an item that is no bundle
     */
    @RequiresPermission(CataloguePermission.EDIT)
    public ItemVersion draft(BundleDraft draft, CallContext context) {
        context.require(CataloguePermission.EDIT);
        ItemDefinition definition = making.make(draft, context).definition();
        return editing.draft(definition, context);
    }

    /** Tells whether the centre has made something under a code. */
    @RequiresPermission(CataloguePermission.VIEW)
    public boolean isKnown(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> items.find(code, unit).isPresent());
    }

    /** Publishes the draft, put together anew; {@link CatalogueEditing#publish}. */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public ItemVersion publish(String code, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        requireBundle(code, context);
        return editing.publish(code, context);
    }

    /** Retires the published version; {@link CatalogueEditing#retire}. */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public ItemVersion retire(String code, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        requireBundle(code, context);
        return editing.retire(code, context);
    }

    private void requireBundle(String code, CallContext context) {
        transactions
                .read(context.withoutKey(), unit -> Optional.of(code)
                        .filter(each -> !each.isEmpty() && !TextRules.isUnfit(each))
                        .map(each -> items.versions(each, unit))
                        .flatMap(versions -> versions.stream().findFirst())
                        .map(version -> version.definition().bundled()))
                .filter(bundled -> bundled)
                .orElseThrow(() -> unknown(code));
    }

    private static List<ItemVersion> views(List<CatalogueVersion> versions, CallContext context) {
        return versions.stream().map(version -> version.view(context.tenant())).toList();
    }

    private static Page<ItemVersion> page(List<ItemVersion> versions, PageRequest page) {
        return Page.of(versions, page.limit(), version -> version.definition().code());
    }

    private static ProblemException unknown(String code) {
        return new ProblemException(
                CatalogueError.ITEM_UNKNOWN,
                LocalizedMessage.of(Bundles.class, "bundle.unknown", TextRules.cleaned(code)));
    }
}
