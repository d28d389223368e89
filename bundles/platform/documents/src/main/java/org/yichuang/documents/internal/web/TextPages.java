package org.yichuang.documents.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.api.DocumentTexts.Draft;
import org.yichuang.documents.api.DocumentTexts.TextView;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.internal.jte.StaticTemplates;
import org.yichuang.documents.internal.jte.Templates;
import org.yichuang.documents.internal.view.ReadableTitle;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The texts that documents are issued with at a centre: read, tried, published. */
@Path("/{tenant}/document-texts")
public class TextPages {
    private static final Templates TEMPLATES = new StaticTemplates();

    private final DocumentTexts texts;

    public TextPages(DocumentTexts texts) {
        this.texts = texts;
    }

    /** All kinds of documents. */
    @GET
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public Response list(@Context PageCall call) {
        return call.render(
                Screen.working(call.ui().t("texts.title"), TEMPLATES.texts(call.ui(), texts.list(call.context()))));
    }

    /** One kind: its text, its facts, its versions. */
    @GET
    @Path("/{module}/{kind}")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public Response get(@Context PageCall call, @PathParam("module") String module, @PathParam("kind") String kind) {
        return call.render(screen(call, module, kind));
    }

    private Screen screen(PageCall call, String module, String kind) {
        TextView text = texts.get(module, kind, call.context());
        return Screen.working(
                        ReadableTitle.of(text),
                        TEMPLATES.text(call.ui(), text, texts.versions(module, kind, call.context())))
                .under(call.ui().t("texts.title"), "/document-texts");
    }

    /** Shows what the text would look like. */
    @POST
    @Path("/{module}/{kind}/preview")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public Response preview(
            @Context PageCall call, @PathParam("module") String module, @PathParam("kind") String kind) {
        Form form = call.form();
        try {
            byte[] pdf = texts.preview(module, kind, form.text("title"), form.text("text"), call.context());
            return call.file(call.ui().t("texts.sample.file"), "application/pdf", pdf);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, module, kind));
        }
    }

    /** Puts it in force. */
    @POST
    @Path("/{module}/{kind}")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public Response publish(
            @Context PageCall call, @PathParam("module") String module, @PathParam("kind") String kind) {
        Form form = call.form();
        try {
            Draft draft = new Draft(form.text("title"), form.text("text"), form.text("reason"));
            texts.publish(module, kind, draft, call.context());
            return call.redirect("/document-texts/" + module + "/" + kind, "text-published");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, module, kind));
        }
    }

    /** Puts the module's own text in force again. */
    @POST
    @Path("/{module}/{kind}/restoration")
    @RequiresPermission(DocumentsPermission.TEMPLATES)
    public Response restore(
            @Context PageCall call, @PathParam("module") String module, @PathParam("kind") String kind) {
        try {
            texts.restore(module, kind, call.form().text("reason"), call.context());
            return call.redirect("/document-texts/" + module + "/" + kind, "text-restored");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, module, kind));
        }
    }
}
