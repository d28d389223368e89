package org.yichuang.pages.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.Role;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Texts;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.internal.http.Address;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.pages.internal.http.Csrf;
import org.yichuang.pages.internal.http.Posted;
import org.yichuang.tenancy.api.Tenant;

/** One request for a page of a centre: what the door found out about it. */
final class Call implements PageCall, Asked {
    private static final int VISITOR_SECRET = 32;
    private static final int ONCE = 20;

    private final HttpServletRequest request;
    private final Tenant tenant;
    private final Address address;
    private final boolean secure;
    private final String site;
    private final Painter painter;
    private CallContext context;
    private Optional<Duration> left = Optional.empty();
    private boolean mustChangePassword;
    private Form form = Form.EMPTY;
    private Components ui;
    private Texts texts = Components.TEXTS;
    private String newVisitor = "";

    /**
     * @param settings whether cookies are for HTTPS only, and the site's own address
     * @param painter what answers
     */
    Call(
            HttpServletRequest request,
            Tenant tenant,
            Address address,
            CallContext context,
            Settings settings,
            Painter painter) {
        this.request = request;
        this.tenant = tenant;
        this.address = address;
        this.context = context;
        this.secure = settings.secure() || request.isSecure();
        this.site = settings.address();
        this.painter = painter;
        request.setAttribute(Call.class.getName(), this);
    }

    static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(Call.class.getName());
    }

    /** Somebody is signed in. */
    void isBy(SignIn.Present present) {
        left = Optional.of(present.left());
        mustChangePassword = present.passwordChangeRequired();
        context = new CallContext(
                context.tenant(),
                present.actor(),
                context.at(),
                context.requestId(),
                Optional.empty(),
                Optional.empty());
    }

    /** A form has been posted. */
    void brings(Posted posted) {
        form = posted.form();
        Optional<IdempotencyKey> key = Optional.of(posted.once())
                .filter(once -> once.matches("[A-Z0-9]{1,40}"))
                .map(once -> new IdempotencyKey(once, posted.fingerprint(request.getMethod() + " " + address.path())));
        Optional<Long> version = Optional.of(posted.version())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
        context = new CallContext(context.tenant(), context.actor(), context.at(), context.requestId(), key, version);
    }

    /** A module answers, in its own words. */
    void isAnsweredIn(Texts words) {
        texts = words;
        ui = null;
    }

    /** The same call in the words of a module that shows a part of the page. */
    PageCall inWordsOf(PageModule module) {
        return new PartCall(this, new Components(this, module.texts()));
    }

    HttpServletRequest request() {
        return request;
    }

    boolean isSecure() {
        return secure;
    }

    /** How long the session yet lives, when there is one. */
    Optional<Duration> left() {
        return left;
    }

    /** Whether the account must choose a new password before it sees anything else. */
    boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** The cookie to give to somebody who was shown a form for the first time. */
    Optional<String> newCookie() {
        return Optional.of(newVisitor)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> Cookies.secret(Cookies.VISITOR, secret, "/", secure));
    }

    /** The secret that the tokens of forms are tied to: the session's, else the visitor's; empty when there is neither. */
    String secret() {
        String session = Cookies.get(request, Cookies.SESSION);
        return session.isEmpty() ? Cookies.get(request, Cookies.VISITOR) : session;
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
    public boolean chinese() {
        return !"en".equals(Cookies.get(request, Cookies.LANGUAGE));
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
        return whole.substring(0, whole.length() - request.getRequestURI().length());
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String asset(String name) {
        return painter.asset(name);
    }

    @Override
    public CallContext context() {
        return context;
    }

    @Override
    public String origin() {
        return request.getRemoteAddr();
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
        return context.actor() != Actor.ANONYMOUS;
    }

    @Override
    public boolean has(Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> context.actor().has(role.key()));
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return painter.actions(this, kind, id);
    }

    @Override
    public String named(String kind, String code) {
        return painter.named(this, kind, code);
    }

    @Override
    public Response show(Screen screen) {
        return painter.page(this, screen, 200, null);
    }

    @Override
    public Response again(ProblemException refusal, Screen screen) {
        ErrorKind kind = refusal.code().kind();
        if (kind == ErrorKind.INTERNAL) {
            throw refusal;
        }
        components().refused(refusal);
        painter.note(this, refusal);
        return painter.page(this, screen, kind.status(), refusal);
    }

    @Override
    public Response file(String name, String mediaType, byte[] content) {
        return painter.file(name, mediaType, content);
    }

    @Override
    public Response go(String path) {
        return Response.status(303).header("Location", below() + path).build();
    }

    @Override
    public Response go(String path, String done) {
        return go(path + (path.contains("?") ? "&" : "?") + "done=" + done);
    }
}
