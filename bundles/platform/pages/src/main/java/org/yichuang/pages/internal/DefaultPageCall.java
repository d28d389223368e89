package org.yichuang.pages.internal;

import gg.jte.Content;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.internal.http.Address;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.pages.internal.http.Csrf;
import org.yichuang.pages.internal.http.PostedForm;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.BrowserSessions;
import org.yichuang.web.api.RequestPath;
import org.yichuang.web.api.RequestState;

/** One request for a page of a centre: what the door found out about it. */
final class DefaultPageCall implements PageCall, PageRequestInfo {
    private static final int VISITOR_SECRET = 32;
    private static final int ONCE = 20;

    private final RequestState state;
    private final HttpServletRequest request;
    private final Tenant tenant;
    private final Address address;
    private final boolean secure;
    private final String site;
    private final PageRenderer renderer;
    private Optional<PostedForm> posted = Optional.empty();
    private Form form = Form.EMPTY;
    private Components ui;
    private Texts texts = Components.TEXTS;
    private String newVisitor = "";

    /**
     * @param state what the chain knows of the request: its centre at the least
     * @param settings whether cookies are for HTTPS only, and the site's own address
     * @param renderer what answers
     */
    DefaultPageCall(RequestState state, Settings settings, PageRenderer renderer) {
        this.state = state;
        this.request = state.request();
        this.tenant = state.tenant().orElseThrow();
        String path = request.getRequestURI();
        this.address = Address.of(RequestPath.isPlain(path) ? path : "/" + tenant.id(), request.getQueryString());
        this.secure = settings.now().secure() || state.secure();
        this.site = settings.now().address();
        this.renderer = renderer;
        request.setAttribute(DefaultPageCall.class.getName(), this);
    }

    static DefaultPageCall of(HttpServletRequest request) {
        return (DefaultPageCall) request.getAttribute(DefaultPageCall.class.getName());
    }

    /** Sets what was posted. */
    void setPosted(PostedForm taken) {
        posted = Optional.of(taken);
        form = taken.form();
        Optional<IdempotencyKey> key = Optional.of(taken.once())
                .filter(once -> once.matches("[A-Z0-9]{1,40}"))
                .map(once -> signedIn() ? once : Digests.sha256(once + "\n" + secret()))
                .map(once -> new IdempotencyKey(once, taken.fingerprint(request.getMethod() + " " + address.path())));
        Optional<Long> version = Optional.of(taken.version())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        CallContext plain = state.context();
        state.setContext(new CallContext(plain.tenant(), plain.actor(), plain.at(), plain.requestId(), key, version));
    }

    /** Forgets what was posted. */
    void close() throws IOException {
        if (posted.isPresent()) {
            posted.get().close();
        }
    }

    /** Sets the words of the module that answers. */
    void setTexts(Texts words) {
        texts = words;
        ui = null;
    }

    /** The same call in the words of a module that shows a part of the page. */
    PageCall inWordsOf(ModuleSnapshot module) {
        return new PartCall(this, new Components(this, module.texts()));
    }

    RequestState state() {
        return state;
    }

    HttpServletRequest request() {
        return request;
    }

    /** The secret of the session's cookie, empty when there is none. */
    String session() {
        return Cookies.get(request, Cookies.session(tenant.id().value(), secure));
    }

    /** The header that gives the browser a session, or takes it away when the secret is empty. */
    String sessionCookie(String secret) {
        String centre = tenant.id().value();
        String name = Cookies.session(centre, secure);
        String path = Cookies.sessionPath(centre, secure);
        return secret.isEmpty() ? Cookies.gone(name, path, secure) : Cookies.secret(name, secret, path, secure);
    }

    /** How long the session yet lives, when there is one. */
    Optional<Duration> left() {
        return state.authentication().flatMap(Authentication::remaining);
    }

    /** Whether the account must choose a new password before it sees anything else. */
    boolean mustChangePassword() {
        return state.authentication()
                .map(Authentication::passwordChangeRequired)
                .orElse(false);
    }

    /** The cookie to give to somebody who was shown a form for the first time. */
    Optional<String> newCookie() {
        return Optional.of(newVisitor)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> Cookies.secret(Cookies.visitor(secure), secret, "/", secure));
    }

    /**
     * The secret that the tokens of forms are tied to: the session's, else the visitor's; empty when there is neither.
     */
    String secret() {
        String session = session();
        return session.isEmpty() ? Cookies.get(request, Cookies.visitor(secure)) : session;
    }

    @Override
    public String csrf() {
        String secret = secret();
        if (secret.isEmpty()) {
            newVisitor = newVisitor.isEmpty() ? Ids.secret(VISITOR_SECRET) : newVisitor;
            secret = newVisitor;
        }
        return Csrf.issue(secret);
    }

    @Override
    public String once() {
        return Ids.secret(ONCE);
    }

    @Override
    public Locale locale() {
        return Cookies.language(request);
    }

    boolean elderly() {
        return "on".equals(Cookies.get(request, Cookies.ELDERLY));
    }

    @Override
    public String below() {
        return "/" + tenant.id();
    }

    @Override
    public String site() {
        if (!site.isEmpty()) {
            return site;
        }
        String whole = request.getRequestURL().toString();
        String shown =
                whole.substring(0, whole.length() - request.getRequestURI().length());
        return state.secure() ? shown.replaceFirst("^http:", "https:") : shown;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String asset(String name) {
        return renderer.asset(name);
    }

    @Override
    public CallContext context() {
        return state.context();
    }

    @Override
    public String origin() {
        return state.clientNetwork();
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    Components components() {
        if (ui == null) {
            ui = new Components(this, texts);
        }
        return ui;
    }

    @Override
    public Ui ui() {
        return components();
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public String query(String name) {
        return address.get(name);
    }

    @Override
    public boolean signedIn() {
        return context().actor() != Actor.ANONYMOUS;
    }

    @Override
    public boolean has(String... roles) {
        return Arrays.stream(roles).anyMatch(role -> context().actor().has(role));
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return renderer.actions(this, kind, id);
    }

    @Override
    public List<Content> panels(String kind, String id) {
        return renderer.panels(this, kind, id);
    }

    @Override
    public String label(String kind, String code) {
        return renderer.label(this, kind, code);
    }

    @Override
    public Response render(Screen screen) {
        return renderer.page(this, screen, 200, null);
    }

    @Override
    public Response redisplay(ProblemException refusal, Screen screen) {
        ErrorKind kind = refusal.code().kind();
        if (kind == ErrorKind.INTERNAL) {
            throw refusal;
        }
        components().refused(refusal);
        renderer.note(this, refusal);
        return renderer.page(this, screen, kind.status(), refusal);
    }

    @Override
    public Response file(String name, String mediaType, byte[] content) {
        return file(name, mediaType, content.length, to -> to.write(content));
    }

    @Override
    public Response file(String name, String mediaType, long size, StreamingOutput content) {
        return renderer.file(name, mediaType, size, content);
    }

    @Override
    public Response redirectOutside(URI address, String secret) {
        return Response.status(303)
                .header("Location", address.toString())
                .header("Set-Cookie", Cookies.brief(Cookies.outside(secure), secret, secure))
                .build();
    }

    @Override
    public String kept() {
        return Cookies.get(request, Cookies.outside(secure));
    }

    @Override
    public Response enter(BrowserSessions.Session session, String to) {
        String target = ReturnUrl.validate(this, to).orElseGet(() -> below() + renderer.start(this, session.actor()));
        return Response.status(303)
                .header("Location", target)
                .header("Set-Cookie", sessionCookie(session.secret()))
                .build();
    }

    @Override
    public Response redirect(String path) {
        return Response.status(303).header("Location", below() + path).build();
    }

    @Override
    public Response redirect(String path, String done) {
        return redirect(path + (path.contains("?") ? "&" : "?") + "done=" + done);
    }
}
