package org.yichuang.cases.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.UploadedFile;

/**
 * The files of a form. A bad one does not cost the good ones: these are kept, named in the form when it is shown again,
 * and not stored a second time. Who may use a file is not decided here but when a case names it.
 */
final class FormUploads {
    /** Stands before the name of the ticked box that holds the id of a file that was taken before. */
    static final String KEPT = "kept-";
    /** Stands before the name of the hidden field that holds its name, for people. */
    static final String KEPT_NAME = "kept-name-";

    private final PageCall call;
    private final CaseService cases;
    private final Map<String, Upload> kept = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    FormUploads(PageCall call, CaseService cases) {
        this.call = call;
        this.cases = cases;
    }

    /** Stores what was chosen in each of the fields, and remembers what was stored before. */
    FormUploads take(List<String> fields) {
        fields.forEach(this::take);
        return this;
    }

    private void take(String field) {
        call.form()
                .optional(KEPT + field)
                .map(id -> new Upload(id, call.form().text(KEPT_NAME + field), "", 0, ""))
                .ifPresent(before -> kept.put(field, before));
        try {
            stored(call, field, cases).ifPresent(file -> kept.put(field, file));
        } catch (ProblemException e) {
            problems.add(new FieldProblem(field, e.message()));
        }
    }

    /**
     * @throws ProblemException {@code material-invalid} with every file that could not be taken
     */
    void require() {
        if (!problems.isEmpty()) {
            FieldProblem first = problems.get(0);
            throw new ProblemException(CaseError.MATERIAL_INVALID, first.message(), problems);
        }
    }

    /** The file of a field, if there is one. */
    Optional<Upload> file(String field) {
        return Optional.ofNullable(kept.get(field));
    }

    /** All files by their fields. */
    Map<String, Upload> all() {
        return Map.copyOf(kept);
    }

    /**
     * Stores the one file of a form.
     *
     * @throws ProblemException {@code material-invalid}, also when no file was chosen
     */
    static Upload one(PageCall call, String field, CaseService cases) {
        return stored(call, field, cases)
                .orElseThrow(() -> new ProblemException(
                        CaseError.MATERIAL_INVALID, LocalizedMessage.of(FormUploads.class, "file-not-chosen")));
    }

    private static Optional<Upload> stored(PageCall call, String field, CaseService cases) {
        Optional<UploadedFile> file = call.form().file(field);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = file.get().open()) {
            return Optional.of(
                    cases.upload(file.get().name(), file.get().mediaType(), content, withoutKey(call.context())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form's key is for the one command that it gives, not for the files that come along. */
    private static CallContext withoutKey(CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                Optional.empty(),
                Optional.empty());
    }
}
