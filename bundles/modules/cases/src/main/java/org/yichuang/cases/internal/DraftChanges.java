package org.yichuang.cases.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemComparison;
import org.yichuang.catalogue.api.ItemComparison.Change;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What has become of an item since somebody has begun to apply for it. */
public class DraftChanges {
    private final Catalogue catalogue;
    private final ItemComparison comparison;

    /** Over all versions of the catalogue. */
    public DraftChanges(Catalogue catalogue, ItemComparison comparison) {
        this.catalogue = catalogue;
        this.comparison = comparison;
    }

    /**
     * That an item is another than it was.
     *
     * @param before the number of the version under which the application was begun
     * @param now that of the version under which it is handed in
     * @param fields what is not the same; nothing where the version of before is not there any more
     */
    public record Changed(int before, int now, List<Change> fields) {}

    /** Returns what an application is handed in under, as it stands in a hidden field of its last page. */
    public static Draft.Since since(ItemVersion version) {
        return new Draft.Since(version.owner().value(), version.number());
    }

    /** Tells what has changed since a draft was begun; nothing of one of which that is not known. */
    @NeedsNoPermission("what has been published stays public")
    public Optional<Changed> of(Draft draft, ItemVersion now, Locale locale, CallContext context) {
        if (!draft.since().isKnown() || draft.since().equals(since(now))) {
            return Optional.empty();
        }
        List<Change> fields = before(draft, context)
                .map(version -> comparison.between(version.definition(), now.definition(), locale))
                .orElse(List.of());
        return Optional.of(new Changed(draft.since().number(), now.number(), fields));
    }

    private Optional<ItemVersion> before(Draft draft, CallContext context) {
        try {
            return Optional.of(catalogue.version(
                    new TenantId(draft.since().owner()),
                    draft.item(),
                    draft.since().number(),
                    context));
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) { // of a catalogue that was restored from before
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Fails where an application was checked under another version than it would be handed in under.
     *
     * @param checked what its last page was shown with; empty for pages of before
     */
    public static void requireChecked(String checked, Draft draft, ItemVersion now) {
        String seen = checked.isEmpty() ? draft.since().text() : checked;
        boolean isKnown = !checked.isEmpty() || draft.since().isKnown();
        if (isKnown && !seen.equals(since(now).text())) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE,
                    LocalizedMessage.of(DraftChanges.class, "draft.item-changed", now.number()));
        }
    }
}
