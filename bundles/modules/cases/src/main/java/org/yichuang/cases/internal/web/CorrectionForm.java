package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.yichuang.cases.api.CaseRequests.Correct;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** What is handed in after a notice: a file for each thing that the notice names. */
final class CorrectionForm {
    private CorrectionForm() {}

    /** The things that are asked for now. */
    static List<CorrectionItem> asked(CaseView view) {
        return EarlierDemands.askedNow(view).map(CorrectionView::items).orElse(List.of());
    }

    /** Takes the files of the form in. */
    static FormUploads uploads(PageCall call, CaseView view, CaseService cases) {
        return new FormUploads(call, cases)
                .take(IntStream.range(0, asked(view).size())
                        .mapToObj(i -> "file-" + i)
                        .toList());
    }

    /**
     * What is handed in: of each demand a file, a field of the form, or words.
     *
     * @param codes the codes of the item's materials
     * @param fields the fields of its form
     */
    static Correct read(FormUploads files, CaseView view, Set<String> codes, List<FormField> fields, Form form) {
        List<MaterialGiven> materials = materials(files, view, codes);
        List<CorrectionItem> asked = asked(view);
        List<FormField> named = fields.stream()
                .filter(field ->
                        asked.stream().anyMatch(item -> item.target().equals(EarlierDemands.FIELD + field.name())))
                .toList();
        List<DemandAnswer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int demand = i;
            form.optional("answer-" + i).ifPresent(words -> answers.add(new DemandAnswer(demand, words)));
        }
        return new Correct(form.text("statement"), FormFields.data(named, form::text), materials, answers);
    }

    /**
     * The materials that the files are.
     *
     * @param codes the codes of the item's materials; anything else is called by its name
     */
    static List<MaterialGiven> materials(FormUploads files, CaseView view, Set<String> codes) {
        files.require();
        List<CorrectionItem> asked = asked(view);
        List<MaterialGiven> supplied = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String target = asked.get(i).target();
            files.file("file-" + i)
                    .ifPresent(file -> supplied.add(
                            codes.contains(target)
                                    ? new MaterialGiven(target, null, file.file(), false)
                                    : new MaterialGiven("", file.name(), file.file(), false)));
        }
        return supplied;
    }
}
