package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.CheckPromise;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.view.PromiseTexts;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** The forms of what is promised about missing materials: at the acceptance, afterwards, and when it is checked. */
final class PromiseForms {
    private static final Pattern PROMISE = Pattern.compile("promises\\[(\\d{1,3})]\\.(material|kind|until)");
    private static final String MATERIAL = "materials.";
    /** Before the code of a material: whoever comes second finds their file under the material that it is of. */
    private static final String FILE = "file-";

    private PromiseForms() {}

    /** What was written down of each material that is missing. */
    static List<MaterialPromise> promises(Form form, List<Material> missing) {
        List<MaterialPromise> promises = new ArrayList<>();
        for (Material material : missing) {
            Optional<String> kind = form.optional(PromiseTexts.KIND + material.code());
            if (kind.isPresent()) {
                String field = PromiseTexts.KIND + material.code();
                PromiseKind chosen = CommandForms.chosen(PromiseKind.class, kind.get(), field);
                promises.add(new MaterialPromise(material.code(), chosen, until(form, material, chosen)));
            }
        }
        return promises;
    }

    private static LocalDate until(Form form, Material material, PromiseKind kind) {
        String field = PromiseTexts.UNTIL + material.code();
        if (kind == PromiseKind.DECLARATION) {
            return null;
        }
        try {
            return form.optional(field).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, field, LocalizedMessage.of(PromiseForms.class, "promise.date"));
        }
    }

    /** A refusal of an acceptance with its fields called as they are in the form. */
    static ProblemException named(ProblemException refusal, List<MaterialPromise> promises) {
        List<FieldProblem> problems = refusal.fields().stream()
                .map(problem -> new FieldProblem(field(problem.field(), promises), problem.message()))
                .toList();
        return new ProblemException(refusal.code(), refusal.message(), problems);
    }

    private static String field(String field, List<MaterialPromise> promises) {
        if (field.startsWith(MATERIAL)) {
            return PromiseTexts.KIND + field.substring(MATERIAL.length());
        }
        Matcher promise = PROMISE.matcher(field);
        if (!promise.matches() || Integer.parseInt(promise.group(1)) >= promises.size()) {
            return field;
        }
        String prefix = promise.group(2).equals("until") ? PromiseTexts.UNTIL : PromiseTexts.KIND;
        return prefix + promises.get(Integer.parseInt(promise.group(1))).material();
    }

    /** Takes the files in that are handed in of what was to follow. */
    static FormUploads uploads(PageCall call, CaseView view, List<Material> never, CaseService cases) {
        return new FormUploads(call, cases)
                .take(awaited(view, never).map(code -> FILE + code).toList());
    }

    /** What was promised and is still to come, and what the law has accepted without. */
    private static Stream<String> awaited(CaseView view, List<Material> never) {
        return Stream.concat(
                view.outstanding().stream().map(PromiseView::material),
                never.stream().map(Material::code));
    }

    /**
     * What is handed in of what was to follow.
     *
     * @throws ProblemException when it is nothing
     */
    static Supply supply(FormUploads files, CaseView view, List<Material> never, Form form) {
        files.require();
        List<MaterialGiven> given = new ArrayList<>();
        List<String> awaited = awaited(view, never).toList();
        for (String code : awaited) {
            Optional<Upload> file = files.file(FILE + code);
            boolean paper = form.optional("paper-" + code).isPresent();
            if (paper || file.isPresent()) {
                given.add(new MaterialGiven(code, null, file.map(Upload::file).orElse(null), paper));
            }
        }
        if (given.isEmpty()) {
            String first = awaited.stream().findFirst().orElse("");
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    FILE + first,
                    LocalizedMessage.of(PromiseTexts.class, "supply.nothing"));
        }
        return new Supply(given);
    }

    /** What a check has found. */
    static CheckPromise check(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String material = typed.text("material", words("field.checked-material"));
        String kept = typed.text("kept", words("field.check-result"));
        String finding = typed.text("finding", words("field.finding"));
        typed.check();
        return new CheckPromise(material, kept.equals("true"), finding);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(PromiseForms.class, key);
    }
}
