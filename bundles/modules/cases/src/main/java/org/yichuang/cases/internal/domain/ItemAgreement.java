package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Handling;

/**
 * Compares what another centre says of an item version with what is known of it here. A published version never
 * changes; what older versions of this module did not say yet is not held against them.
 */
public final class ItemAgreement {
    private final List<String> differences = new ArrayList<>();

    private ItemAgreement() {}

    /** The names of what differs. */
    public static List<String> differences(ItemLabels said, ItemLabels known) {
        ItemAgreement found = new ItemAgreement();
        found.compare("owner", said.owner(), known.owner());
        found.compare("code", said.code(), known.code());
        found.compare("version", said.version(), known.version());
        found.compare("name", said.name(), known.name());
        found.compare("kind", said.kind(), known.kind());
        found.compare("type", said.type(), known.type());
        found.compare("department", said.department(), known.department());
        found.compare("statutory", said.statutory(), known.statutory());
        found.compare("promised", said.promised(), known.promised());
        found.compare("required", said.required(), known.required());
        found.compare("bundle", said.bundle(), known.bundle());
        found.unlessSilent("personal", said.personal(), List.of(), known.personal());
        found.unlessSilent("organ", said.organ(), "", known.organ());
        found.unlessSilent("legalBasis", said.legalBasis(), "", known.legalBasis());
        found.unlessSilent("result", said.result(), "", known.result());
        found.unlessSilent("exerciseLevel", said.exerciseLevel(), null, known.exerciseLevel());
        found.unlessSilent("reconsiderationFirst", said.reconsiderationFirst(), false, known.reconsiderationFirst());
        found.unlessSilent("examination", said.examination(), Examination.NONE, known.examination());
        found.unlessSilent("requiredMaterials", said.requiredMaterials(), List.of(), known.requiredMaterials());
        found.unlessSilent("handling", said.handling(), Handling.USUAL, known.handling());
        return found.differences;
    }

    private void compare(String name, Object said, Object known) {
        if (!Objects.equals(said, known)) {
            differences.add(name);
        }
    }

    private void unlessSilent(String name, Object said, Object silent, Object known) {
        if (!Objects.equals(said, silent)) {
            compare(name, said, known);
        }
    }
}
