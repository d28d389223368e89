package org.yichuang.rest.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.web.api.Credentials;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestFilter;
import org.yichuang.web.api.RequestHandler;
import org.yichuang.web.api.RequestPath;
import org.yichuang.web.api.RequestState;
import org.yichuang.web.api.UriText;

/**
 * The JSON API under {@code /api}: what comes through the chain goes to the module's own server, with a bounded body.
 */
final class ApiServlet extends HttpServlet implements RequestHandler<ApiModule> {
    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/openapi.json";
    private static final String BEARER = "Bearer ";
    private static final String QUERY_MARKS = "!$&'()*+,;=:@/?";

    private final transient RequestFilter filter;
    private final transient ApiModules modules;
    private final transient RefusalRecorder refusals;
    private final transient ResponseWriter writer;
    private final transient RestSettings settings;
    private final transient OpenApi document;

    ApiServlet(
            RequestFilter filter,
            ApiModules modules,
            RefusalRecorder refusals,
            ResponseWriter writer,
            OpenApi document,
            RestSettings settings) {
        this.filter = filter;
        this.modules = modules;
        this.refusals = refusals;
        this.writer = writer;
        this.document = document;
        this.settings = settings;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            filter.handle(request, response, this);
        } catch (RuntimeException e) { // the chain itself is away
            String requestId = UUID.randomUUID().toString();
            writer.refuse(Problems.of(e, requestId), requestId, request, response);
        }
    }

    /** The part of a request's path that is below the API's own. */
    static String below(HttpServletRequest request) {
        String own = request.getContextPath() + request.getServletPath();
        String uri = request.getRequestURI();
        return uri.startsWith(own) ? uri.substring(own.length()) : "";
    }

    @Override
    public Optional<RequestPath> path(RequestState state) {
        return RequestPath.of(below(state.request()));
    }

    @Override
    public boolean serveOutside(RequestState state, HttpServletResponse response) throws IOException {
        HttpServletRequest request = state.request();
        if (!below(request).equals(DOCUMENT)) {
            return false;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            throw new ProblemException(
                    CommonError.METHOD_NOT_ALLOWED, LocalizedMessage.of(ApiServlet.class, "method-not-allowed"));
        }
        writer.send(200, "application/json", document.bytes(modules.host().all()), response);
        return true;
    }

    @Override
    public boolean servePublic(RequestState state, HttpServletResponse response) {
        return false;
    }

    @Override
    public Credentials credentials(RequestState state) {
        String authorization = state.request().getHeader("Authorization");
        if (authorization == null) {
            return Credentials.NONE;
        }
        boolean bearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return new Credentials.BearerToken(
                bearer ? authorization.substring(BEARER.length()).strip() : "");
    }

    @Override
    public ModuleHost<?, ApiModule> modules() {
        return modules.host();
    }

    @Override
    public Optional<ModuleDescriptor> descriptor(ModuleRegistry registry, String root) {
        return registry.ofRestRoot(root);
    }

    @Override
    public void serve(RequestState state, HostedModule<ApiModule> module, HttpServletResponse response)
            throws IOException, ServletException {
        HttpServletRequest request = state.request();
        if (request.getMethod().equals("OPTIONS")) {
            tellVerbs(module.snapshot().operations().verbsOf(below(request)), response);
            return;
        }
        checkEncodings(request);
        long limit = Math.min(module.snapshot().largestBody(), settings.now().bodyLimit());
        RepeatableBody body = new RepeatableBody(request, state.body(), limit);
        try {
            ModuleRequest asked = new ModuleRequest(request, body, !state.body().isPresent());
            if (!module.serve(asked, new ErrorCapturingResponse(response))) {
                throw new ProblemException(
                        CommonError.MODULE_OFF, LocalizedMessage.of(ApiServlet.class, "module-off", module.word()));
            }
        } finally {
            body.discard();
        }
    }

    /** What the framework behind would take for a fault of ours. */
    private static void checkEncodings(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && !UriText.isMadeOf(query, QUERY_MARKS)) {
            throw new ProblemException(
                    CommonError.PARAMETER_UNREADABLE, LocalizedMessage.of(ApiServlet.class, "query-malformed"));
        }
        String named = request.getCharacterEncoding();
        if (named != null && !isCharset(named)) {
            throw new ProblemException(
                    CommonError.MEDIA_TYPE_UNSUPPORTED, LocalizedMessage.of(ApiServlet.class, "charset-unknown"));
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static void tellVerbs(Set<String> verbs, HttpServletResponse response) {
        if (verbs.isEmpty()) {
            throw new ProblemException(CommonError.PATH_UNKNOWN, LocalizedMessage.of(ApiServlet.class, "path-unknown"));
        }
        response.setHeader("Allow", String.join(", ", verbs));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    public void refuse(RequestState state, Throwable failure, HttpServletResponse response) throws IOException {
        ProblemException refusal = Problems.of(failure, state.requestId());
        refusals.record(state, refusal);
        writer.refuse(refusal, state.requestId(), state.request(), response);
    }
}
