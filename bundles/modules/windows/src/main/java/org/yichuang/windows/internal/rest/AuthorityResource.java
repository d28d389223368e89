package org.yichuang.windows.internal.rest;

import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Authorities;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;

/** Who may do what. */
@Path("/{tenant}/windows/authority")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorityResource {
    private final Authorities authorities;

    public AuthorityResource(Authorities authorities) {
        this.authorities = authorities;
    }

    /** Whether somebody may do something about an item now. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public AuthorityView ask(
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("right") @Size(max = 20) String right,
            @QueryParam("account") @Size(max = 100) String account,
            @Context CallContext context) {
        return authorities.ask(item, right, account, context);
    }
}
