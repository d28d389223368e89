package org.yichuang.windows.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.EntityTags;
import org.yichuang.windows.internal.LetterPapers.Content;

/** Answers with the version of what they tell. */
final class Tagged {
    private Tagged() {}

    static Response of(Object view, int version) {
        return tagged(Response.ok(), view, version);
    }

    /** What has just been made, and is read in the list that it was added to. */
    static Response made(Object view, int version) {
        return tagged(Response.status(Response.Status.CREATED), view, version);
    }

    /** What has just been made, and where it is read, behind the root of the module. */
    static Response created(String below, String id, Object view, int version, CallContext context) {
        URI place = URI.create(place(below, id, context).substring("/api/".length()));
        return tagged(Response.created(place), view, version);
    }

    /** Where something is. */
    static String place(String below, String id, CallContext context) {
        return "/api/" + context.tenant() + "/windows/" + below + "/" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Response file(Content content) {
        return Response.ok(content.bytes(), content.type())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(content.name()))
                .build();
    }

    private static Response tagged(Response.ResponseBuilder answer, Object view, int version) {
        return answer.entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }
}
