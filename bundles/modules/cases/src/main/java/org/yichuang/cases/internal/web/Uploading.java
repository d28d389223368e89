package org.yichuang.cases.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.UploadedFile;

/** Takes the files of a form in. */
final class Uploading {
    private Uploading() {}

    /**
     * @throws ProblemException {@code material-invalid}, also when no file was chosen
     */
    static Upload take(PageCall call, String field, CaseService cases) {
        return taken(call, field, cases)
                .orElseThrow(() -> new ProblemException(CaseError.MATERIAL_INVALID, "请选择文件", "Choose a file"));
    }

    /** The file of a field, if one was chosen. */
    static Optional<Upload> taken(PageCall call, String field, CaseService cases) {
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
