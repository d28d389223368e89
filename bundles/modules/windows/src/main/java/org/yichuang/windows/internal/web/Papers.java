package org.yichuang.windows.internal.web;

import java.util.function.Supplier;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.internal.LetterPapers.Content;

/** Papers as files; while one is being made, a page that looks again by itself. */
final class Papers {
    private static final int SECONDS = 2;

    private Papers() {}

    static Response file(PageCall call, String above, Supplier<Content> file) {
        try {
            Content content = file.get();
            return call.file(content.name(), content.type(), content.bytes());
        } catch (ProblemException e) {
            if (e.code() != DocumentError.DOCUMENT_PENDING) {
                throw e;
            }
            Screen screen = Screen.reading(
                            call.ui().t("document.pending"),
                            call.ui().text(call.ui().t("document.pending.words")))
                    .under(call.ui().t("document.back"), above);
            return Response.fromResponse(call.render(screen))
                    .header("Refresh", SECONDS)
                    .build();
        }
    }
}
