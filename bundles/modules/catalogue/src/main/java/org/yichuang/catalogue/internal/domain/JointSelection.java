package org.yichuang.catalogue.internal.domain;

import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.kernel.api.LocalizedMessage;

/** Which members of a bundle an application needs. */
final class JointSelection {
    private JointSelection() {}

    /**
     * Chooses them for an application that begins, of form data that fit the form: several departments have more time
     * for it than one has (art. 42).
     *
     * @throws org.yichuang.kernel.api.ProblemException {@code form-invalid} as {@link #needed}, and where one
     *     department decides alone
     */
    static List<JointMember> begun(ItemDefinition bundle, Map<String, Object> form) {
        return needed(bundle, form, true);
    }

    /**
     * Chooses them for an application that was taken in.
     *
     * @param begins whether the application is handed in now; one that runs already keeps its limit
     * @throws org.yichuang.kernel.api.ProblemException {@code form-invalid} where no item is needed, or a field is not
     *     given that one of those requires which are
     */
    static List<JointMember> needed(ItemDefinition bundle, Map<String, Object> form) {
        return needed(bundle, form, false);
    }

    private static List<JointMember> needed(ItemDefinition bundle, Map<String, Object> form, boolean isBeginning) {
        List<JointMember> needed = bundle.joint().members().stream()
                .filter(member -> member.always()
                        || Conditions.holding(member.when(), form).isPresent())
                .toList();
        List<JointMember> deciding =
                needed.stream().filter(JointMember::decides).toList();
        Problems problems = new Problems();
        problems.when(deciding.isEmpty(), "form", LocalizedMessage.of(JointSelection.class, "joint.nothing-needed"));
        problems.when(
                isBeginning
                        && deciding.stream()
                                        .map(JointMember::department)
                                        .distinct()
                                        .count()
                                == 1,
                "form",
                LocalizedMessage.of(
                        JointSelection.class,
                        "joint.only-one",
                        LocalizedMessage.list(deciding.stream()
                                .map(member -> LocalizedMessage.verbatim(member.name()))
                                .toList())));
        for (FormField field : bundle.form()) {
            Object value = form.get(field.name());
            boolean isMissing = value == null || value instanceof String text && text.isBlank();
            needed.stream()
                    .filter(member -> isMissing && member.fields().contains(field.name()))
                    .findFirst()
                    .ifPresent(member -> problems.add(
                            "form." + field.name(),
                            LocalizedMessage.of(
                                    JointSelection.class, "joint.field-needed", field.label(), member.name())));
        }
        problems.refuse(CatalogueError.FORM_INVALID, LocalizedMessage.of(JointSelection.class, "form.invalid"));
        return needed;
    }
}
