package org.yichuang.cases.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.Unmask;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.documents.api.PackageService.Prepared;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Taking a whole case along as one file, after saying why. */
@Path("/{tenant}/cases/{number}/package")
public class PackagePages {
    private final CaseService cases;
    private final CasePackages packages;

    /** In front of the services. */
    public PackagePages(CaseService cases, CasePackages packages) {
        this.cases = cases;
        this.packages = packages;
    }

    /** Asks why. */
    @GET
    @RequiresPermission(CasePermission.UNMASK)
    public Response ask(@Context PageCall call, @PathParam("number") String number) {
        return call.render(screen(call, cases.find(number, call.context())));
    }

    private static Screen screen(PageCall call, CaseView view) {
        return Screen.working(call.ui().t("package.title"), ApplyPages.TEMPLATES.casepackage(call.ui(), view))
                .under(call.ui().t("work.list"), "/worklist")
                .under(view.itemName(), "/cases/" + view.number());
    }

    /** Gives it out. */
    @POST
    @RequiresPermission(CasePermission.UNMASK)
    public Response take(@Context PageCall call, @PathParam("number") String number) {
        try {
            Unmask request = new Unmask(call.form().text("reason"));
            Prepared prepared = packages.take(number, request, call.context());
            return call.file(
                    prepared.fileName(), "application/zip", PageCall.UNKNOWN_SIZE, prepared.content()::writeTo);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, cases.find(number, call.context())));
        }
    }
}
