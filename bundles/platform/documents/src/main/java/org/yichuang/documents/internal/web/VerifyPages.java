package org.yichuang.documents.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.documents.internal.CodeVerification;
import org.yichuang.documents.internal.jte.StaticTemplates;
import org.yichuang.documents.internal.jte.Templates;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** Whether a document is genuine: by its QR code, or by the code that is printed on it. */
@Path("/{tenant}/verify")
public class VerifyPages {
    private static final Templates TEMPLATES = new StaticTemplates();

    private final CodeVerification verification;

    public VerifyPages(CodeVerification verification) {
        this.verification = verification;
    }

    /** Asks for the code, or answers. */
    @GET
    @AllowEveryone
    public Response ask(@Context PageCall call) {
        String code = call.query("code");
        return code.isEmpty() ? call.render(form(call)) : answer(code, call);
    }

    /** What the QR code leads to. */
    @GET
    @Path("/{code}")
    @AllowEveryone
    public Response answer(@Context PageCall call, @PathParam("code") String code) {
        return answer(code, call);
    }

    private Response answer(String code, PageCall call) {
        try {
            Genuine found = verification.verify(code, call.origin(), call.context());
            return call.render(Screen.reading(call.ui().t("verify.title"), TEMPLATES.verified(call.ui(), found)));
        } catch (ProblemException e) {
            return call.redisplay(e, form(call));
        }
    }

    private static Screen form(PageCall call) {
        return Screen.reading(call.ui().t("verify.title"), TEMPLATES.verify(call.ui()));
    }
}
