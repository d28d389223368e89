package org.yichuang.pages.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PagesError;
import org.yichuang.pages.internal.http.Address;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.pages.internal.http.Csrf;
import org.yichuang.pages.internal.http.Posted;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The door of the pages: which centre, whose session, whether a form is ours, whether the module is on; then the module. */
public class Door extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; " + "frame-ancestors 'none'; object-src 'none'";

    /** Where one may go who must first choose a new password. */
    private static final Set<String> WITH_OLD_PASSWORD = Set.of("password", "sign-in", "sign-out", "session");

    private final transient Tenants tenants;
    private final transient Registry registry;
    private final transient SignIn signIn;
    private final transient Assets assets;
    private final transient Branding branding;
    private final transient FailureMapper failures;
    private final transient NetworkPage network;
    private final transient Settings settings;

    Door(
            Tenants tenants,
            Registry registry,
            SignIn signIn,
            Assets assets,
            Branding branding,
            FailureMapper failures,
            Settings settings) {
        this.tenants = tenants;
        this.registry = registry;
        this.signIn = signIn;
        this.assets = assets;
        this.branding = branding;
        this.failures = failures;
        this.network = new NetworkPage(tenants, assets);
        this.settings = settings;
    }

    @Override
    public void init() throws ServletException {
        registry.open(getServletConfig(), failures);
    }

    @Override
    public void destroy() {
        registry.shut();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        protect(response);
        String path = request.getRequestURI();
        if (path.startsWith(Assets.ROOT) && assets.serve(path, request, response)) {
            return;
        }
        if (!Address.isPlain(path)) {
            // read by a browser, "//host" and "/\\host" are other sites: nothing of such a path comes back
            network.serve(false, request, response, Address.of("/", null));
            return;
        }
        Address address = Address.of(path, request.getQueryString());
        String[] segments = path.split("/", 4);
        String name = segments.length > 1 ? segments[1] : "";
        Optional<Tenant> tenant =
                TenantId.isWellFormed(name) ? tenants.find(new TenantId(name)) : Optional.<Tenant>empty();
        if (choose(request, response, address)) {
            return;
        }
        if (tenant.isEmpty()) {
            network.serve(name.isEmpty(), request, response, address);
            return;
        }
        String root = segments.length > 2 ? segments[2] : "";
        if (!picture(tenant.get(), root, response)) {
            enter(tenant.get(), root, address, request, response);
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    }

    /** A choice of language or size is kept in a cookie, and the address goes on without it. */
    private boolean choose(HttpServletRequest request, HttpServletResponse response, Address address) {
        Map<String, String> choices = Map.of("lang", Cookies.LANGUAGE, "elderly", Cookies.ELDERLY);
        Map<String, List<String>> known = Map.of("lang", List.of("zh", "en"), "elderly", List.of("on", "off"));
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            String value = address.get(choice.getKey());
            if (request.getMethod().equals("GET") && known.get(choice.getKey()).contains(value)) {
                response.addHeader("Set-Cookie", Cookies.choice(choice.getValue(), value, isSecure(request)));
                response.setHeader("Location", address.with(choice.getKey(), ""));
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                return true;
            }
        }
        return false;
    }

    private boolean picture(Tenant tenant, String root, HttpServletResponse response) throws IOException {
        if (root.startsWith("theme.") && root.endsWith(".css")) {
            boolean present = branding.styleAddress(tenant).equals("/" + root);
            response.setHeader("Cache-Control", present ? "public, max-age=31536000, immutable" : "no-store");
            send(response, "text/css; charset=utf-8", branding.style(tenant).getBytes(StandardCharsets.UTF_8));
            return true;
        }
        Optional<Path> crest = root.equals("crest") ? branding.crest(tenant) : Optional.empty();
        if (crest.isPresent()) {
            response.setHeader("Cache-Control", "public, max-age=3600");
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
            send(response, Branding.mediaType(crest.get()), Files.readAllBytes(crest.get()));
            return true;
        }
        return false;
    }

    private void enter(
            Tenant tenant, String root, Address address, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Instant at = tenants.clock().instant();
        CallContext context =
                new CallContext(tenant.id(), Actor.ANONYMOUS, at, Ids.next(at), Optional.empty(), Optional.empty());
        response.setHeader("X-Request-Id", context.requestId());
        Call call = new Call(request, tenant, address, context, settings, failures.painter());
        Posted posted = null;
        try {
            boolean asks = !root.equals("session") || request.getMethod().equals("POST");
            signIn.present(Cookies.get(request, Cookies.SESSION), asks, context).ifPresent(call::isBy);
            if (call.mustChangePassword() && !WITH_OLD_PASSWORD.contains(root)) {
                send(response, call.go("/password?due=yes"));
                return;
            }
            PageServer server = server(tenant, root);
            if (request.getMethod().equals("POST")) {
                posted = Posted.read(request, server.module().largestBody());
                requireOurs(call, posted);
                call.brings(posted);
            }
            call.isAnsweredIn(server.module().texts());
            if (!server.serve(request, response)) {
                throw off();
            }
        } catch (RuntimeException e) {
            LOG.debug("Turned away at the door", e);
            send(response, failures.answer(call, e));
        } finally {
            if (posted != null) {
                posted.close();
            }
        }
    }

    private PageServer server(Tenant tenant, String root) {
        if (tenant.isSuspended()) {
            throw new ProblemException(
                    TenancyError.TENANT_SUSPENDED,
                    Components.TEXTS.get(true, "problem.suspended"),
                    Components.TEXTS.get(false, "problem.suspended"));
        }
        Optional<PageServer> server = registry.server(root);
        if (server.isPresent() && Registry.isOn(server.get().module().module(), tenant)) {
            return server.get();
        }
        if (server.isPresent() || registry.wasKnown(root)) {
            throw off();
        }
        throw new ProblemException(
                CommonError.PATH_UNKNOWN,
                Components.TEXTS.get(true, "problem.path"),
                Components.TEXTS.get(false, "problem.path"));
    }

    private static ProblemException off() {
        return new ProblemException(
                CommonError.MODULE_OFF, "本中心未启用此模块", "This module is not switched on at this centre");
    }

    /** A form is taken only with the token of a page that was shown to the same visitor. */
    private static void requireOurs(Call call, Posted posted) {
        String token = Optional.ofNullable(call.request().getHeader("X-Csrf")).orElse(posted.csrf());
        boolean foreign = "cross-site".equals(call.request().getHeader("Sec-Fetch-Site"));
        if (foreign || !Csrf.holds(call.secret(), token)) {
            throw new ProblemException(
                    PagesError.FORM_FOREIGN,
                    Components.TEXTS.get(true, "problem.form-foreign"),
                    Components.TEXTS.get(false, "problem.form-foreign"));
        }
    }

    private boolean isSecure(HttpServletRequest request) {
        return settings.secure() || request.isSecure();
    }

    private static void send(HttpServletResponse response, Response answer) throws IOException {
        response.setStatus(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.getEntity() instanceof byte[] content) {
            try (OutputStream out = response.getOutputStream()) {
                out.write(content);
            }
        }
    }

    private static void send(HttpServletResponse response, String mediaType, byte[] content) throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
