package org.yichuang.cases.internal.view;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.documents.api.FileState;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * In which files of a case a virus was found, and what its applicant can do.
 *
 * @param files none when nothing is to be told
 */
public record InfectedMaterials(List<MaterialView> files, LocalizedMessage advice) {
    /** @param states of the files */
    public static InfectedMaterials of(CaseView view, Map<String, FileState> states) {
        List<MaterialView> infected = view.state().isEnd()
                ? List.of()
                : view.materials().stream()
                        .filter(material ->
                                material.file() != null && states.get(material.file()) == FileState.INFECTED)
                        .toList();
        LocalizedMessage advice = view.commands().contains("correction")
                ? LocalizedMessage.of(InfectedMaterials.class, "infected.correct")
                : LocalizedMessage.of(InfectedMaterials.class, "infected.wait");
        return new InfectedMaterials(infected, advice);
    }
}
