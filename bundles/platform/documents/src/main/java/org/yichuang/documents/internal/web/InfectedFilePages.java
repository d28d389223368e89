package org.yichuang.documents.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.internal.jte.StaticTemplates;
import org.yichuang.documents.internal.jte.Templates;
import org.yichuang.documents.internal.scan.InfectedFiles;
import org.yichuang.documents.internal.scan.InfectedFiles.InfectedFile;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The files of a centre in which a scanner has found something: listed, and scanned again. */
@Path("/{tenant}/infected-files")
public class InfectedFilePages {
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final int ROWS = 50;

    private final InfectedFiles infected;

    public InfectedFilePages(InfectedFiles infected) {
        this.infected = infected;
    }

    /** All of them. */
    @GET
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Response list(@Context PageCall call) {
        Page<InfectedFile> page = infected.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(call.ui().t("infected.title"), TEMPLATES.infected(call.ui(), page)));
    }

    /** One: what was found, and why it is to be scanned again. */
    @GET
    @Path("/{sha256}")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Response get(@Context PageCall call, @PathParam("sha256") String sha256) {
        return call.render(screen(call, sha256));
    }

    private Screen screen(PageCall call, String sha256) {
        return Screen.working(
                        call.ui().t("infected.one"),
                        TEMPLATES.infectedfile(call.ui(), infected.get(sha256, call.context())))
                .under(call.ui().t("infected.title"), "/infected-files");
    }

    /** Has it scanned again. */
    @POST
    @Path("/{sha256}/scan")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    public Response scanAgain(@Context PageCall call, @PathParam("sha256") String sha256) {
        try {
            infected.scanAgain(sha256, call.form().text("reason"), call.context());
            return call.redirect("/infected-files", "file-scan-again");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, sha256));
        }
    }
}
