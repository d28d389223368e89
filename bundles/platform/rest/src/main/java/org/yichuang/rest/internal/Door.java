package org.yichuang.rest.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * The one way in: tells tenant, account and module of every request under {@code /api}, and hands it to the module's own
 * server. Whatever goes wrong, here or behind, leaves as a problem.
 */
final class Door extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String DOCUMENT = "/openapi.json";
    private static final String BEARER = "Bearer ";

    private final transient Tenants tenants;
    private final transient SignIn signIn;
    private final transient Modules modules;
    private final transient OpenApi document;
    private final transient Refusals refusals;
    private final transient Answerer answerer;
    private final transient Settings settings;
    private final transient RateLimiter limiter;

    Door(
            Tenants tenants,
            SignIn signIn,
            Modules modules,
            OpenApi document,
            Refusals refusals,
            Answerer answerer,
            Settings settings,
            RateLimiter limiter) {
        this.tenants = tenants;
        this.signIn = signIn;
        this.modules = modules;
        this.document = document;
        this.refusals = refusals;
        this.answerer = answerer;
        this.settings = settings;
        this.limiter = limiter;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = requestId(request.getHeader("X-Request-Id"));
        response.setHeader("X-Request-Id", requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        MDC.put("request", requestId);
        Call call = null;
        try {
            call = new Call(requestId, tenants.clock().instant(), request, address(request));
            request.setAttribute(Call.ATTRIBUTE, call);
            pass(call, request, response);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // whatever it is, it leaves as a problem and not as the server's own page
            refuse(e, call, requestId, request, response);
        } finally {
            if (call != null && call.body() != null) {
                call.body().discard();
            }
            MDC.clear();
        }
    }

    private void refuse(
            Throwable failure, Call call, String requestId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemException refusal = Problems.of(failure, requestId);
        if (call != null) {
            refusals.note(call, refusal);
        }
        if (request.getContentLengthLong() != 0 && call != null) {
            new Body(request.getInputStream(), Long.MAX_VALUE).drain();
        }
        answerer.refuse(refusal, requestId, request, response);
    }

    private void pass(Call call, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        limiter.take("address " + call.address(), settings.now().address());
        String path = PathParts.behindDoor(request);
        if (path.equals(DOCUMENT)) {
            sendDocument(request, response);
            return;
        }
        PathParts parts = PathParts.of(path).orElseThrow(Door::pathUnknown);
        Tenant tenant = tenants.find(parts.tenant())
                .orElseThrow(() -> new ProblemException(
                        CommonError.TENANT_UNKNOWN, "没有这个中心：" + parts.tenant(), "No such centre: " + parts.tenant()));
        call.enters(tenant.id());
        call.isFor(request.getMethod() + " /{tenant}/" + parts.root(), false);
        MDC.put("tenant", tenant.id().value());
        identify(call, tenant.id(), request.getHeader("Authorization"));
        if (tenant.isSuspended()) {
            throw new ProblemException(
                    TenancyError.TENANT_SUSPENDED, "本中心暂停服务", "This centre does not serve at present");
        }
        String word = modules.owner(parts.root()).orElseThrow(Door::pathUnknown);
        ModuleServer server = modules.at(parts.root()).orElseThrow(() -> moduleOff(word));
        if (Modules.isSwitchable(word) && !tenant.has(word)) {
            throw moduleOff(word);
        }
        if (request.getMethod().equals("OPTIONS")) {
            tellVerbs(server.operations().verbsOf(path), response);
            return;
        }
        checkEncodings(request);
        long limit = Math.min(server.module().largestBody(), settings.now().bodyLimit());
        if (request.getContentLengthLong() > limit) {
            throw Body.tooLarge(limit);
        }
        call.brings(new Body(request.getInputStream(), limit));
        if (!server.serve(new DoorRequest(request, call.body()), new DoorResponse(response))) {
            throw moduleOff(word);
        }
    }

    /** What the framework behind would take for a fault of ours. */
    private static void checkEncodings(HttpServletRequest request) {
        if (!PathParts.isReadable(request.getQueryString())) {
            throw new ProblemException(
                    CommonError.PARAMETER_UNREADABLE, "查询参数的百分号编码有误", "The query is not well percent-encoded");
        }
        String named = request.getCharacterEncoding();
        if (named != null && !isCharset(named)) {
            throw new ProblemException(
                    CommonError.MEDIA_TYPE_UNSUPPORTED, "不支持此字符集", "The charset of the body is not known");
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
            throw pathUnknown();
        }
        response.setHeader("Allow", String.join(", ", verbs));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void identify(Call call, TenantId tenant, String authorization) {
        if (authorization == null) {
            return;
        }
        Optional<SignIn.Bearer> bearer = Optional.empty();
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).strip();
            call.carries(token);
            bearer = signIn.bearer(token, call.context().at());
        }
        SignIn.Bearer known = bearer.orElseThrow(() -> new ProblemException(
                CommonError.NOT_SIGNED_IN, "登录已失效，请重新登录", "The token is unknown, expired or revoked: sign in again"));
        Actor actor = known.actor();
        if (!known.tenant().equals(tenant)) {
            String home = actor.account() + "@" + known.tenant();
            call.actsAs(actor.named(home));
            throw new ProblemException(
                    CommonError.OTHER_TENANT, "该账号属于其他中心，无权访问", "The account belongs to another centre");
        }
        call.actsAs(actor);
        if (known.passwordChangeRequired()) {
            call.needsNewPassword();
        }
        MDC.put("account", actor.account());
        limiter.take("account " + tenant + " " + actor.account(), settings.now().account());
    }

    private void sendDocument(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            throw new ProblemException(
                    CommonError.METHOD_NOT_ALLOWED, "此路径不支持该方法", "The path does not take this method");
        }
        answerer.send(200, "application/json", document.bytes(modules.all()), response);
    }

    private static ProblemException pathUnknown() {
        return new ProblemException(CommonError.PATH_UNKNOWN, "没有这个路径", "No such path");
    }

    private static ProblemException moduleOff(String word) {
        return new ProblemException(
                CommonError.MODULE_OFF, "本中心未启用模块：" + word, "The module is switched off or not installed: " + word);
    }

    private static String requestId(String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    private String address(HttpServletRequest request) {
        String direct = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !settings.now().proxies().contains(direct)) {
            return direct;
        }
        // The last entry is the one that our own proxy has written
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
