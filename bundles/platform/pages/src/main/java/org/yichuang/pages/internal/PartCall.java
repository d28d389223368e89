package org.yichuang.pages.internal;

import gg.jte.Content;
import java.net.URI;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.BrowserSessions;

/**
 * A call as a module sees it that shows a part of somebody else's page.
 *
 * @param whole the call
 * @param ui components in the module's own words
 */
record PartCall(DefaultPageCall whole, Ui ui) implements PageCall {
    @Override
    public CallContext context() {
        return whole.context();
    }

    @Override
    public String origin() {
        return whole.origin();
    }

    @Override
    public Tenant tenant() {
        return whole.tenant();
    }

    @Override
    public Form form() {
        return whole.form();
    }

    @Override
    public String query(String name) {
        return whole.query(name);
    }

    @Override
    public boolean signedIn() {
        return whole.signedIn();
    }

    @Override
    public boolean has(String... roles) {
        return whole.has(roles);
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return whole.actions(kind, id);
    }

    @Override
    public List<Content> panels(String kind, String id) {
        return whole.panels(kind, id);
    }

    @Override
    public String label(String kind, String code) {
        return whole.label(kind, code);
    }

    @Override
    public Response render(Screen screen) {
        return whole.render(screen);
    }

    @Override
    public Response redisplay(ProblemException refusal, Screen screen) {
        return whole.redisplay(refusal, screen);
    }

    @Override
    public Response file(String name, String mediaType, byte[] content) {
        return whole.file(name, mediaType, content);
    }

    @Override
    public Response file(String name, String mediaType, long size, StreamingOutput content) {
        return whole.file(name, mediaType, size, content);
    }

    @Override
    public Response redirectOutside(URI address, String secret) {
        return whole.redirectOutside(address, secret);
    }

    @Override
    public String kept() {
        return whole.kept();
    }

    @Override
    public Response enter(BrowserSessions.Session session, String to) {
        return whole.enter(session, to);
    }

    @Override
    public Response redirect(String path) {
        return whole.redirect(path);
    }

    @Override
    public Response redirect(String path, String done) {
        return whole.redirect(path, done);
    }
}
