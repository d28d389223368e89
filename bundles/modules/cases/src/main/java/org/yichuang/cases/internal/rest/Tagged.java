package org.yichuang.cases.internal.rest;

import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseView;
import org.yichuang.rest.api.EntityTags;

/** A case with the entity tag of its version. */
final class Tagged {
    private Tagged() {}

    static Response answer(CaseView view) {
        return Response.ok(view).header("ETag", EntityTags.of(view.version())).build();
    }
}
