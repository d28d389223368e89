package org.yichuang.cases.internal.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.kernel.api.CallContext;

/** Of each file that whoever looks may open, whether it is given out. */
final class FileStates {
    private FileStates() {}

    static Map<String, FileState> of(CaseView view, FileStore files, CallContext context) {
        List<MaterialView> kept = view.materials().stream()
                .filter(material -> material.file() != null && material.sha256() != null)
                .toList();
        if (kept.isEmpty()) {
            return Map.of();
        }
        Map<String, FileState> byBytes =
                files.states(kept.stream().map(MaterialView::sha256).collect(Collectors.toSet()), context);
        return kept.stream()
                .collect(Collectors.toMap(
                        MaterialView::file, material -> byBytes.get(material.sha256()), (one, same) -> one));
    }
}
