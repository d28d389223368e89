package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.CorrectOnTheSpot;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** What is corrected on the spot: the fields that differ from what stood there, and what is handed in anew. */
final class SpotForm {
    /** Before the code of a material: its original was seen. */
    static final String SEEN = "seen-";

    private SpotForm() {}

    /** What stands in the fields, as whoever asks may see it. */
    static Map<String, String> present(CaseView view) {
        Map<String, String> present = new LinkedHashMap<>();
        view.form().forEach((name, value) -> present.put("form." + name, value == null ? "" : value.toString()));
        return present;
    }

    /** Takes the files of the form in. */
    static FormUploads uploads(PageCall call, List<Material> materials, CaseService cases) {
        return new FormUploads(call, cases)
                .take(materials.stream()
                        .map(material -> "file-" + material.code())
                        .toList());
    }

    static CorrectOnTheSpot read(
            CaseView view, List<FormField> fields, List<Material> materials, FormUploads files, Form form) {
        files.require();
        Map<String, String> present = present(view);
        Map<String, Object> changed = new LinkedHashMap<>(FormFields.data(fields, form::text));
        changed.keySet().removeIf(name -> form.text("form." + name).equals(present.get("form." + name)));
        List<MaterialGiven> given = new ArrayList<>();
        for (Material material : materials) {
            Optional<Upload> file = files.file("file-" + material.code());
            boolean isSeen = form.optional(SEEN + material.code()).isPresent();
            boolean paper = form.optional("paper-" + material.code()).isPresent() || isSeen;
            if (paper || file.isPresent()) {
                given.add(new MaterialGiven(
                        material.code(), null, file.map(Upload::file).orElse(null), paper, isSeen));
            }
        }
        return new CorrectOnTheSpot(changed, given, form.optional("remark").orElse(null));
    }
}
