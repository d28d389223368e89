package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemComparison;
import org.yichuang.catalogue.api.ItemComparison.Change;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What has become of an item since somebody has begun to apply for it. */
public class DraftChanges {
    /** No material has this code. */
    private static final String NOWHERE = "";

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
     * @param isKnown whether the version of before is still there
     * @param fields what is not the same; nothing where the version of before is not there any more
     * @param unplaced names of the files that are for no material any more, and are not handed in
     */
    public record Changed(int before, int now, boolean isKnown, List<Change> fields, List<String> unplaced) {}

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
        Optional<ItemVersion> before = version(draft, draft.since(), context);
        List<Change> fields = before.map(version -> comparison.between(version.definition(), now.definition(), locale))
                .orElse(List.of());
        List<String> unplaced = placed(draft, now, context).filesOf(NOWHERE).stream()
                .map(Upload::name)
                .toList();
        return Optional.of(new Changed(draft.since().number(), now.number(), before.isPresent(), fields, unplaced));
    }

    /**
     * Returns a draft with its files at the materials of a version: a code says only in its own version what it is, so
     * they follow the name. What is for no material of this version, or for none that is known, is for none.
     */
    @NeedsNoPermission("what has been published stays public")
    public Draft placed(Draft draft, ItemVersion now, CallContext context) {
        Map<Draft.Since, Optional<ItemVersion>> versions = new HashMap<>();
        Map<String, List<Upload>> placed = new LinkedHashMap<>();
        draft.files().forEach((key, uploads) -> {
            Draft.Since of = draft.sinceOf(key);
            String material = Draft.materialOf(key);
            String place = !of.isKnown() || of.equals(since(now))
                    ? material
                    : versions.computeIfAbsent(of, each -> version(draft, each, context))
                            .map(before -> place(before, material, now))
                            .orElse(NOWHERE);
            placed.computeIfAbsent(place, each -> new ArrayList<>()).addAll(uploads);
        });
        return draft.withFiles(placed);
    }

    /** What is no material of the item, as the letter of an agent, stays where it is. */
    private static String place(ItemVersion before, String material, ItemVersion now) {
        return named(before, material)
                .map(name -> code(now, name).orElse(NOWHERE))
                .orElse(material);
    }

    private static Optional<String> named(ItemVersion version, String code) {
        return version.definition().materials().stream()
                .filter(material -> material.code().equals(code))
                .map(Material::name)
                .findFirst();
    }

    /** Where two are called the same, nobody knows which was meant. */
    private static Optional<String> code(ItemVersion version, String name) {
        List<String> codes = version.definition().materials().stream()
                .filter(material -> material.name().equals(name))
                .map(Material::code)
                .toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private Optional<ItemVersion> version(Draft draft, Draft.Since since, CallContext context) {
        try {
            return Optional.of(catalogue.version(new TenantId(since.owner()), draft.item(), since.number(), context));
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
