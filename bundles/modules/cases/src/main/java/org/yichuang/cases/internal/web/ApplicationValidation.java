package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.Representative;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.Representatives;
import org.yichuang.cases.internal.view.FilingFields;
import org.yichuang.cases.internal.view.FormFields;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Everything that is wrong with what was typed into an application, told at once and in the order of the fields. */
final class ApplicationValidation {
    private static final Map<String, FieldProblem> NEEDED = needed();

    private ApplicationValidation() {}

    private static Map<String, FieldProblem> needed() {
        Map<String, FieldProblem> needed = new LinkedHashMap<>();
        need(needed, "applicant.kind", LocalizedMessage.of(ApplicationValidation.class, "applicant.kind-missing"));
        need(needed, "applicant.name", LocalizedMessage.of(ApplicationValidation.class, "applicant.name-missing"));
        need(
                needed,
                "applicant.idNumber",
                LocalizedMessage.of(ApplicationValidation.class, "applicant.id-number-missing"));
        need(needed, "applicant.phone", LocalizedMessage.of(ApplicationValidation.class, "applicant.phone-missing"));
        return needed;
    }

    private static void need(Map<String, FieldProblem> needed, String field, LocalizedMessage message) {
        needed.put(field, new FieldProblem(field, message));
    }

    /**
     * The route that an application takes.
     *
     * @throws ProblemException {@code applicant-invalid} with all that is wrong
     */
    static RouteChoice route(
            Catalogue catalogue, ItemDefinition item, Function<String, String> typed, CallContext context) {
        List<FieldProblem> wrong = new ArrayList<>(applicant(typed, context));
        wrong.addAll(representative(typed, context));
        RouteChoice route = null;
        try {
            route = catalogue.route(item, FormFields.data(item.form(), typed));
        } catch (ProblemException e) {
            if (e.fields().isEmpty()) {
                throw e;
            }
            wrong.addAll(e.fields());
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    CaseError.APPLICANT_INVALID,
                    LocalizedMessage.of(ApplicationValidation.class, "application.invalid"),
                    wrong);
        }
        return route;
    }

    /** What is wrong about who acts for the applicant, but for the paper on which it rests: that comes afterwards. */
    private static List<FieldProblem> representative(Function<String, String> typed, CallContext context) {
        try {
            Representative acting = FilingFields.representative(typed, new MaterialGiven(null, null, null, true));
            if (acting != null) {
                Representatives.checked(
                        FieldRules.require(acting), FormFields.applicant(typed), context.today(), context.actor());
            }
            return List.of();
        } catch (ProblemException e) {
            return e.fields().stream()
                    .map(each -> each.field().contains(".")
                            ? each
                            : new FieldProblem("representative." + each.field(), each.message()))
                    .toList();
        }
    }

    /** What is wrong about the applicant; a field that is empty is not called malformed as well. */
    static List<FieldProblem> applicant(Function<String, String> typed, CallContext context) {
        Map<String, FieldProblem> wrong = new LinkedHashMap<>();
        NEEDED.forEach((field, problem) -> {
            if (typed.apply(field).isEmpty()) {
                wrong.put(field, problem);
            }
        });
        // so that the rest can be examined, too
        Function<String, String> assumed = field ->
                field.equals("applicant.kind") && wrong.containsKey(field) ? Applicants.PERSON : typed.apply(field);
        try {
            Applicants.checked(FormFields.applicant(assumed), context.today(), context.actor());
        } catch (ProblemException e) {
            e.fields().forEach(problem -> wrong.putIfAbsent(problem.field(), problem));
        }
        return wrong.values().stream()
                .sorted(Comparator.comparing(problem -> FormFields.APPLICANT.indexOf(problem.field())))
                .collect(Collectors.toList());
    }
}
