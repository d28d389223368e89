package org.yichuang.windows.internal.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.EntityTags;

/** Answers with the version of what they tell. */
final class Tagged {
    private Tagged() {}

    static Response of(Object view, int version) {
        return tagged(Response.ok(), view, version);
    }

    /** What has just been made, and where it is, behind the root of the module. */
    static Response created(String below, String id, Object view, int version, CallContext context) {
        String last = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        URI place = URI.create(context.tenant() + "/windows/" + below + "/" + last);
        return tagged(Response.created(place), view, version);
    }

    private static Response tagged(Response.ResponseBuilder answer, Object view, int version) {
        return answer.entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }
}
