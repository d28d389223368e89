package org.yichuang.web.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.Credentials;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.RequestFilter;
import org.yichuang.web.api.RequestHandler;
import org.yichuang.web.api.RequestPath;
import org.yichuang.web.api.RequestState;

/** The chain itself: its steps in their order. */
final class DefaultRequestFilter implements RequestFilter {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,253})|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private final Tenants tenants;
    private final List<Authenticator> authenticators;
    private final ModuleSwitch modules;
    private final RateLimiter rates;
    private final WebSettings settings;
    private final ConcurrencyLimit requests;
    private final RequestBodies bodies;

    /** @param authenticators those that are there now */
    DefaultRequestFilter(
            Tenants tenants,
            List<Authenticator> authenticators,
            ModuleSwitch modules,
            RateLimiter rates,
            WebSettings settings,
            RequestBodies bodies) {
        this.tenants = tenants;
        this.authenticators = authenticators;
        this.modules = modules;
        this.rates = rates;
        this.settings = settings;
        this.bodies = bodies;
        requests = new ConcurrencyLimit(
                settings, WebSettings.Values::concurrentRequests, WebSettings.Values::concurrentRequests);
    }

    @Override
    public <S> void handle(HttpServletRequest request, HttpServletResponse response, RequestHandler<S> handler)
            throws IOException {
        RequestState state = begin(request);
        DefaultRequestBody body = bodies.of(state);
        state.setBody(body);
        response.setHeader("X-Request-Id", state.requestId());
        MDC.put("request", state.requestId());
        try {
            pass(state, response, handler);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // whatever it is, it leaves in the surface's form and not as the server's own page
            handler.refuse(state, e, response);
        } finally {
            body.close(state.actor() != Actor.ANONYMOUS, response);
            MDC.clear();
        }
    }

    /** How many requests are worked on now. */
    int running() {
        return requests.running();
    }

    private RequestState begin(HttpServletRequest request) {
        TrustedProxies proxies = settings.proxies();
        String direct = request.getRemoteAddr();
        String client = proxies.client(request);
        boolean forwardedSecure =
                "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) && proxies.contains(direct);
        return new RequestState(
                request, requestId(request.getHeader("X-Request-Id")), client, request.isSecure() || forwardedSecure);
    }

    private <S> void pass(RequestState state, HttpServletResponse response, RequestHandler<S> handler)
            throws IOException, ServletException {
        rates.require("address", state.clientNetwork());
        requireOneHost(state.request());
        state.setAt(tenants.clock().instant());
        Optional<RequestPath> path = handler.path(state);
        Optional<Tenant> centre = path.flatMap(named -> tenants.find(named.tenant()));
        centre.ifPresent(tenant -> state.setTarget(tenant, path.orElseThrow().root()));
        if (handler.serveOutside(state, response)) {
            return;
        }
        Tenant tenant = centre.orElseThrow(() -> unknown(path));
        MDC.put("tenant", tenant.id().value());
        if (handler.servePublic(state, response)) {
            return;
        }
        requests.acquire("");
        try {
            serve(state, tenant, response, handler);
        } finally {
            requests.release("");
        }
    }

    /** Looks at credentials only now, as that asks the database: of all that come at once no more than have a place. */
    private <S> void serve(RequestState state, Tenant tenant, HttpServletResponse response, RequestHandler<S> handler)
            throws IOException, ServletException {
        if (tenant.isElsewhere()) {
            throw new ProblemException(
                    TenancyError.TENANT_ELSEWHERE,
                    LocalizedMessage.of(DefaultRequestFilter.class, "default-request-filter.centre-elsewhere"));
        }
        authenticate(state, handler.credentials(state));
        if (tenant.isSuspended()) {
            throw new ProblemException(
                    TenancyError.TENANT_SUSPENDED,
                    LocalizedMessage.of(
                            DefaultRequestFilter.class, "default-request-filter.centre-does-not-serve-present"));
        }
        HostedModule<S> module = modules.require(handler, tenant, state.root());
        state.setAdmission(new Admission(tenants, modules, this::known, state, module.word()));
        handler.serve(state, module, response);
    }

    /**
     * Two hosts, or one that is none, would be understood in one way here and in another by whoever stands in front.
     */
    private static void requireOneHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() > 1 || hosts.size() == 1 && !HOST.matcher(hosts.get(0)).matches()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "Host",
                    LocalizedMessage.of(DefaultRequestFilter.class, "default-request-filter.header-host-not-one-well"));
        }
    }

    private static ProblemException unknown(Optional<RequestPath> path) {
        return path.map(named -> new ProblemException(
                        CommonError.TENANT_UNKNOWN,
                        LocalizedMessage.of(
                                DefaultRequestFilter.class, "default-request-filter.no-such-centre", named.tenant())))
                .orElseGet(DefaultRequestFilter::pathUnknown);
    }

    static ProblemException pathUnknown() {
        return new ProblemException(
                CommonError.PATH_UNKNOWN,
                LocalizedMessage.of(DefaultRequestFilter.class, "default-request-filter.no-such-path"));
    }

    private void authenticate(RequestState state, Credentials credentials) {
        state.setCredentials(credentials);
        if (credentials instanceof Credentials.None) {
            return;
        }
        Optional<Authentication> known = known(credentials, state.context());
        if (known.isEmpty()) {
            if (credentials instanceof Credentials.BearerToken) {
                throw new ProblemException(
                        CommonError.NOT_SIGNED_IN,
                        LocalizedMessage.of(
                                DefaultRequestFilter.class,
                                "default-request-filter.token-unknown-expired-revoked-sign"));
            }
            return;
        }
        Authentication proven = known.get();
        Actor actor = proven.actor();
        if (!proven.validHere()) {
            String home = actor.account() + "@" + proven.home();
            state.setActor(actor.named(home));
            throw new ProblemException(
                    CommonError.OTHER_TENANT,
                    LocalizedMessage.of(
                            DefaultRequestFilter.class, "default-request-filter.account-belongs-another-centre"));
        }
        state.setAuthentication(proven);
        MDC.put("account", actor.account());
        rates.require("account", proven.home() + " " + actor.account());
    }

    private Optional<Authentication> known(Credentials credentials, CallContext context) {
        return authenticators.stream()
                .flatMap(authenticator -> authenticator.authenticate(credentials, context).stream())
                .findFirst();
    }

    private static String requestId(String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}
