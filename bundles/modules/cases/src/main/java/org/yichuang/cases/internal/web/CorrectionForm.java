package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.pages.api.PageCall;

/** What is handed in after a notice: a file for each thing that the notice names. */
final class CorrectionForm {
    private CorrectionForm() {}

    /** The things that the last notice names. */
    static List<CorrectionItem> asked(CaseView view) {
        return view.corrections().isEmpty()
                ? List.of()
                : view.corrections().get(view.corrections().size() - 1).items();
    }

    /** Takes the files of the form in. */
    static FormUploads uploads(PageCall call, CaseView view, CaseService cases) {
        return new FormUploads(call, cases)
                .take(IntStream.range(0, asked(view).size())
                        .mapToObj(i -> "file-" + i)
                        .toList());
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
