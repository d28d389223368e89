package org.yichuang.cases.internal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.cases.api.CaseService.Content;

/** Files in answers: to be saved, never shown inside our origin, as what was uploaded is not ours. */
final class Attachments {
    private Attachments() {}

    /** A file of a case. */
    static Response of(Content content) {
        return named(content.name(), content.mediaType(), content.bytes()::writeTo)
                .header("Content-Length", content.size())
                .build();
    }

    /** A file whose size is not known before it is written. */
    static Response.ResponseBuilder named(String name, String mediaType, StreamingOutput bytes) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(bytes, mediaType).header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    }
}
