package org.yichuang.pages.internal;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.internal.http.Gzip;
import org.yichuang.pages.internal.jte.StaticTemplates;
import org.yichuang.pages.internal.jte.Templates;
import org.yichuang.web.api.RefusalRecorder;

/** Renders pages completely before anything is sent, so that a template that fails becomes a clean page of failure. */
final class PageRenderer {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final String HTML = "text/html; charset=utf-8";
    private static final int WORTH_PACKING = 1000;

    private final LayoutBuilder layouts;
    private final PanelBuilder panels;
    private final RefusalRecorder refusals;

    PageRenderer(LayoutBuilder layouts, PanelBuilder panels, RefusalRecorder refusals) {
        this.layouts = layouts;
        this.panels = panels;
        this.refusals = refusals;
    }

    /** A page of a centre, or the part of it that htmx asks for. */
    Response page(DefaultPageCall call, Screen screen, int status, ProblemException problem) {
        var frame = layouts.of(call, screen, problem);
        boolean part = "true".equals(call.request().getHeader("HX-Request"))
                && !"true".equals(call.request().getHeader("HX-History-Restore-Request"));
        Content hidden = call.components().hidden();
        JteModel model =
                part ? TEMPLATES.content(call.components(), frame) : TEMPLATES.layout(call.components(), frame, hidden);
        byte[] page = bytes(model);
        Response.ResponseBuilder response = Response.status(status)
                .type(HTML)
                .header("Vary", "Accept-Encoding, Cookie, HX-Request")
                .header("Cache-Control", call.signedIn() ? "no-store" : "private, no-cache");
        call.newCookie().ifPresent(cookie -> response.header("Set-Cookie", cookie));
        if (page.length > WORTH_PACKING && Gzip.isAccepted(call.request())) {
            page = Gzip.pack(page);
            response.header("Content-Encoding", "gzip");
        }
        return response.header("Content-Length", page.length).entity(page).build();
    }

    /** A file: shown only when it is harmless, and never taken for something else. */
    Response file(String name, String mediaType, long size, StreamingOutput content) {
        boolean shown = mediaType.equals("application/pdf") || mediaType.matches("image/(png|jpeg)");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, mediaType)
                .header("Content-Disposition", (shown ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded)
                .header("Content-Length", size == PageCall.UNKNOWN_SIZE ? null : size)
                .header("Cache-Control", "private, no-store")
                .build();
    }

    List<Action> actions(DefaultPageCall call, String kind, String id) {
        return layouts.actions(call, kind, id);
    }

    List<Content> panels(DefaultPageCall call, String kind, String id) {
        return panels.of(call, kind, id);
    }

    String label(DefaultPageCall call, String kind, String code) {
        return layouts.label(call, kind, code);
    }

    /** Where an account begins after signing in, below the centre. */
    String start(DefaultPageCall call, Actor actor) {
        return layouts.start(call, actor);
    }

    String asset(String name) {
        return layouts.asset(name);
    }

    void note(DefaultPageCall call, ProblemException refusal) {
        refusals.record(call.state(), refusal);
    }

    static byte[] bytes(JteModel model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        model.render(output);
        ByteArrayOutputStream page = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toByteArray();
    }
}
