package org.yichuang.pages.internal;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.internal.view.Samples;
import org.yichuang.rest.api.AllowEveryone;

/** Every component in all its states, to be looked at when one of them is changed. */
@Path("/{tenant}/_components")
public class Gallery {
    /** All of them. */
    @GET
    @AllowEveryone
    public Response all(@Context PageCall call) {
        return call.show(Screen.working("组件", Painter.TEMPLATES.gallery(call.ui(), new Samples(call.context().at()))));
    }
}
