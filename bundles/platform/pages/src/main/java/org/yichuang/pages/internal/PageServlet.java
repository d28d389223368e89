package org.yichuang.pages.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.internal.http.Address;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.Credentials;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.RequestFilter;
import org.yichuang.web.api.RequestHandler;
import org.yichuang.web.api.RequestPath;
import org.yichuang.web.api.RequestState;

/** The pages under {@code /}: what comes through the chain goes to the module's own server. */
public class PageServlet extends HttpServlet implements RequestHandler<ModuleSnapshot> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /** Where one may go who must first choose a new password. */
    private static final Set<String> WITH_OLD_PASSWORD = Set.of("password", "sign-in", "sign-out", "session");

    private static final Map<String, String> CHOICES = Map.of("lang", Cookies.LANGUAGE, "elderly", Cookies.ELDERLY);
    private static final Map<String, List<String>> CHOSEN =
            Map.of("lang", Languages.all().stream().map(Locale::getLanguage).toList(), "elderly", List.of("on", "off"));

    private final transient RequestFilter filter;
    private final transient PageModules modules;
    private final transient Assets assets;
    private final transient Branding branding;
    private final transient FailureMapper failures;
    private final transient NetworkPage network;
    private final transient Settings settings;

    PageServlet(
            RequestFilter filter,
            PageModules modules,
            Branding branding,
            FailureMapper failures,
            NetworkPage network,
            Settings settings) {
        this.filter = filter;
        this.modules = modules;
        this.assets = network.assets();
        this.branding = branding;
        this.failures = failures;
        this.network = network;
        this.settings = settings;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
        filter.handle(request, response, this);
    }

    @Override
    public Optional<RequestPath> path(RequestState state) {
        return RequestPath.of(state.request().getRequestURI());
    }

    @Override
    public boolean serveOutside(RequestState state, HttpServletResponse response) throws IOException {
        HttpServletRequest request = state.request();
        String path = request.getRequestURI();
        if (path.startsWith(Assets.ROOT) && assets.serve(path, request, response)) {
            return true;
        }
        // read by a browser, "//host" and "/\\host" are other sites: nothing of such a path comes back
        if (!RequestPath.isPlain(path)) {
            return false;
        }
        Address address = Address.of(path, request.getQueryString());
        if (choose(state, response, address)) {
            return true;
        }
        if (path.equals("/")) {
            network.tree(request, response);
            return true;
        }
        return false;
    }

    /** A choice of language or size is kept in a cookie, and the address goes on without it. */
    private boolean choose(RequestState state, HttpServletResponse response, Address address) {
        for (Map.Entry<String, String> choice : CHOICES.entrySet()) {
            String value = address.get(choice.getKey());
            if (state.request().getMethod().equals("GET")
                    && CHOSEN.get(choice.getKey()).contains(value)) {
                boolean secure = settings.now().secure() || state.secure();
                response.addHeader("Set-Cookie", Cookies.choice(choice.getValue(), value, secure));
                response.setHeader("Location", address.with(choice.getKey(), ""));
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean servePublic(RequestState state, HttpServletResponse response) throws IOException {
        Tenant tenant = state.tenant().orElseThrow();
        String root = state.root();
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

    @Override
    public Credentials credentials(RequestState state) {
        boolean secure = settings.now().secure() || state.secure();
        String tenant = state.tenant().orElseThrow().id().value();
        String secret = Cookies.get(state.request(), Cookies.session(tenant, secure));
        if (secret.isEmpty()) {
            return Credentials.NONE;
        }
        return new Credentials.SessionSecret(secret, isAtWork(state));
    }

    /** What a page asks for by itself is no sign that somebody is there. */
    private static boolean isAtWork(RequestState state) {
        HttpServletRequest request = state.request();
        boolean asksHowLong =
                state.root().equals("session") && !request.getMethod().equals("POST");
        boolean listens = "text/event-stream".equals(request.getHeader("Accept"));
        return !asksHowLong && !listens;
    }

    @Override
    public ModuleHost<?, ModuleSnapshot> modules() {
        return modules.host();
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(ModuleRegistry registry, String root) {
        return registry.ofPageRoot(root);
    }

    @Override
    public void serve(RequestState state, HostedModule<ModuleSnapshot> module, HttpServletResponse response)
            throws IOException, ServletException {
        DefaultPageCall call = call(state);
        if (call.mustChangePassword() && !WITH_OLD_PASSWORD.contains(state.root())) {
            send(response, call.redirect("/password?due=yes"));
            return;
        }
        call.setTexts(module.snapshot().texts());
        try {
            if (!module.serve(new SanitizedQueryRequest(call), new ErrorCapturingResponse(response))) {
                throw new ProblemException(
                        CommonError.MODULE_OFF, LocalizedMessage.of(PageServlet.class, "module-off"));
            }
        } finally {
            call.close();
        }
    }

    private DefaultPageCall call(RequestState state) {
        DefaultPageCall present = DefaultPageCall.of(state.request());
        return present == null ? new DefaultPageCall(state, settings, failures.renderer()) : present;
    }

    @Override
    public void refuse(RequestState state, Throwable failure, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            LOG.warn("Request {} failed after its answer had begun: {}", state.requestId(), failure.getMessage());
            return;
        }
        response.resetBuffer();
        if (state.tenant().isPresent()) {
            LOG.debug("Refused", failure);
            send(response, failures.answer(call(state), failure));
        } else {
            network.problem(state.request(), response, FailureMapper.problem(state, failure), state.requestId());
        }
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

    /** The framework fails on a query that cannot be decoded: it sees what of it can. */
    private static final class SanitizedQueryRequest extends HttpServletRequestWrapper {
        private final DefaultPageCall call;

        private SanitizedQueryRequest(DefaultPageCall call) {
            super(call.request());
            this.call = call;
        }

        @Override
        public String getQueryString() {
            return call.address().encodedQuery();
        }

        /**
         * Nothing: forms are read before, and what is refused the framework would read on to its end, however slowly.
         */
        @Override
        public ServletInputStream getInputStream() {
            return new NoBody();
        }
    }

    private static final class NoBody extends ServletInputStream {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("There is nothing to be read");
        }
    }

    /** An error page of the framework becomes a page of ours. */
    private static final class ErrorCapturingResponse extends HttpServletResponseWrapper {
        private ErrorCapturingResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            throw new WebApplicationException(status);
        }

        @Override
        public void sendError(int status, String message) {
            throw new WebApplicationException(message, status);
        }
    }
}
