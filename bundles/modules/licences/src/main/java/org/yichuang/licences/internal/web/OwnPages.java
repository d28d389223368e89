package org.yichuang.licences.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.LicenceDocuments;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.Licences;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What somebody holds (我的证照). */
@Path("/{tenant}/my-licences")
public class OwnPages {
    private static final String ROOT = "/my-licences";
    /** Where cases let people apply. */
    private static final String APPLY = "/apply/";

    private final Licences licences;
    private final LicenceDocuments documents;

    /** In front of the services. */
    public OwnPages(Licences licences, LicenceDocuments documents) {
        this.licences = licences;
        this.documents = documents;
    }

    /** All of it. */
    @GET
    @RequiresPermission(LicencePermission.OWN)
    public Response list(@Context PageCall call) {
        Page<Summary> page = licences.own(PageRequest.of(PageRequest.USUAL, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("own.title"), GrantedPages.TEMPLATES.ownlicences(call.ui(), page.items(), page.next())));
    }

    /** One of it. */
    @GET
    @Path("/{licence}")
    @RequiresPermission(LicencePermission.OWN)
    public Response find(@Context PageCall call, @PathParam("licence") String id) {
        LicenceView view = licences.findOwn(id, call.context());
        return call.render(Screen.reading(
                        view.itemName(),
                        GrantedPages.TEMPLATES.licence(
                                call.ui(), view, documents.listOwn(id, call.context()), ROOT + "/" + id, false, APPLY))
                .under(call.ui().t("own.title"), ROOT));
    }

    /** A decision about it. */
    @GET
    @Path("/{licence}/documents/{id}")
    @RequiresPermission(LicencePermission.OWN)
    public Response document(@Context PageCall call, @PathParam("licence") String licence, @PathParam("id") String id) {
        return RegisterPages.file(call, ROOT + "/" + licence, () -> documents.ownContent(licence, id, call.context()));
    }
}
