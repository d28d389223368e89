package org.yichuang.cases.internal.domain;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Handling;

/**
 * Compares what another centre says of an item version with what is known of it here. A published version never
 * changes; what older versions of this module did not say yet is not held against them, and is as it is known here.
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
        found.compareParts("examination", said.examination(), Examination.NONE, known.examination());
        found.compareMaterials(said.requiredMaterials(), known.requiredMaterials());
        found.compareParts("handling", said.handling(), Handling.USUAL, known.handling());
        return found.differences;
    }

    private void compareMaterials(List<RequiredMaterial> said, List<RequiredMaterial> known) {
        boolean isOther = !said.isEmpty() && said.size() != known.size();
        for (int i = 0; i < said.size() && !isOther; i++) {
            RequiredMaterial silent = new RequiredMaterial(known.get(i).code(), "", false, null, false, "");
            isOther = isOther(said.get(i), silent, known.get(i));
        }
        if (isOther) {
            differences.add("requiredMaterials");
        }
    }

    /** Compares a record part by part, as a release of before knows fewer of them: each that it is silent of passes. */
    private <R extends Record> void compareParts(String name, R said, R silent, R known) {
        if (isOther(said, silent, known)) {
            differences.add(name);
        }
    }

    private static <R extends Record> boolean isOther(R said, R silent, R known) {
        return Arrays.stream(said.getClass().getRecordComponents()).anyMatch(part -> {
            Object value = value(part, said);
            return !Objects.equals(value, value(part, silent)) && !Objects.equals(value, value(part, known));
        });
    }

    private static Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No part " + part + " of " + of.getClass(), e);
        }
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
