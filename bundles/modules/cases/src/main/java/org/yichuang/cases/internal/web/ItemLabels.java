package org.yichuang.cases.internal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.HarmfulFiles;
import org.yichuang.cases.internal.view.AudienceNote;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Ui;

/**
 * What the catalogue tells about a case's item today: labels and materials. Of an item that is offered no more the
 * version tells under which the case was handed in; a case of which nothing is known here does without.
 */
final class ItemLabels {
    private final Catalogue catalogue;

    ItemLabels(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<ItemDefinition> item(CaseView view, CallContext context) {
        return item(view.item(), context).or(() -> handedIn(view, context));
    }

    private Optional<ItemDefinition> handedIn(CaseView view, CallContext context) {
        if (view.lower() != null) {
            return Optional.empty();
        }
        try {
            TenantId owner = new TenantId(view.owner());
            return Optional.of(catalogue
                    .version(owner, view.item(), view.itemVersion(), context)
                    .definition());
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Optional<String> named(String code, CallContext context) {
        return item(code, context).map(ItemDefinition::name);
    }

    private Optional<ItemDefinition> item(String code, CallContext context) {
        try {
            return Optional.of(catalogue.offered(code, context).definition());
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What staff are told when the item is for others than whoever applies. */
    String audience(CaseView view, CallContext context, Ui ui) {
        return item(view, context)
                .map(item -> AudienceNote.of(item.audience(), view.applicant().kind(), ui))
                .orElse("");
    }

    List<Material> materials(CaseView view, CallContext context) {
        return item(view, context).map(ItemDefinition::materials).orElse(List.of());
    }

    List<FormField> form(CaseView view, CallContext context) {
        return item(view, context).map(ItemDefinition::form).orElse(List.of());
    }

    /**
     * Those that the version demands under which it was handed in, and that are not there; of what comes from below
     * none, as it was accepted there, and none of what was accepted here before.
     */
    List<Material> missing(CaseView view, CallContext context) {
        if (view.lower() != null || view.acceptance() != null) {
            return List.of();
        }
        return absent(view, context).toList();
    }

    /** Those that are not there and of which nothing was promised, as the law has accepted without them (R1-04). */
    List<Material> neverHandedIn(CaseView view, CallContext context) {
        if (view.lower() != null || view.acceptance() == null) {
            return List.of();
        }
        return absent(view, context)
                .filter(material -> view.promises().stream()
                        .noneMatch(promise -> promise.material().equals(material.code())))
                .toList();
    }

    private Stream<Material> absent(CaseView view, CallContext context) {
        List<Material> asked =
                handedIn(view, context).map(ItemDefinition::materials).orElse(List.of());
        return asked.stream().filter(Material::required).filter(material -> view.materials().stream()
                .noneMatch(given -> material.code().equals(given.code()) && !HarmfulFiles.isLeftBehind(given)));
    }

    Set<String> codes(CaseView view, CallContext context) {
        return materials(view, context).stream().map(Material::code).collect(Collectors.toSet());
    }

    /** The answers of an application under their labels. */
    Map<String, String> answers(CaseView view, CallContext context, Ui ui) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        item(view, context).ifPresent(item -> item.form().forEach(field -> fields.put(field.name(), field)));
        Map<String, String> answers = new LinkedHashMap<>();
        view.form().forEach((name, value) -> {
            FormField field = fields.get(name);
            answers.put(
                    field == null ? name : field.label(),
                    field == null ? String.valueOf(value) : FormFields.shown(field, value, ui));
        });
        return answers;
    }
}
