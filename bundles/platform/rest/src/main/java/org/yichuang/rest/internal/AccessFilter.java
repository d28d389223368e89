package org.yichuang.rest.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.RequestState;
import org.yichuang.web.api.WebError;

/** Once it is known which operation is meant: may this account do it, and under which key and version. */
final class AccessFilter implements ContainerRequestFilter {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final Operations operations;

    AccessFilter(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void filter(ContainerRequestContext ignored) throws IOException {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        Operation operation = operations.get(
                message.getExchange().get(OperationResourceInfo.class).getMethodToInvoke());
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        RequestState state = RequestState.of(request);
        state.setOperation(
                operation.verb() + " " + operation.template(),
                operation.command().isPresent());
        operation.admit(state.actor());
        boolean due = state.authentication()
                .map(Authentication::passwordChangeRequired)
                .orElse(false);
        if (due && !operation.takesOldPassword()) {
            throw new ProblemException(
                    WebError.PASSWORD_CHANGE_REQUIRED,
                    LocalizedMessage.of(AccessFilter.class, "password-change-first"));
        }
        CallContext plain = state.context();
        state.setContext(new CallContext(
                plain.tenant(),
                plain.actor(),
                plain.at(),
                plain.requestId(),
                key(operation, request, state.actor()),
                version(request.getHeader("If-Match"))));
    }

    private static Optional<IdempotencyKey> key(Operation operation, HttpServletRequest request, Actor actor)
            throws IOException {
        String key = request.getHeader("Idempotency-Key");
        if (operation.command().isEmpty()) {
            return Optional.empty();
        }
        if (key == null) {
            if (operation.command().get().keyOptional()) {
                return Optional.empty();
            }
            throw new ProblemException(
                    CommonError.IDEMPOTENCY_KEY_MISSING,
                    LocalizedMessage.of(AccessFilter.class, "idempotency-key-missing"));
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "Idempotency-Key",
                    LocalizedMessage.of(AccessFilter.class, "idempotency-key-invalid"));
        }
        RepeatableBody body = RepeatableBody.of(request);
        body.keep();
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        String fingerprint = Fingerprint.of(request.getMethod() + " " + path, request.getContentType(), body.kept());
        // The public shares one account: what somebody else sends under the same key is another command
        boolean shared = actor.equals(Actor.ANONYMOUS);
        return Optional.of(new IdempotencyKey(shared ? Digests.sha256(key + "\n" + fingerprint) : key, fingerprint));
    }

    private static Optional<Long> version(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "If-Match",
                    LocalizedMessage.of(AccessFilter.class, "if-match-invalid"));
        }
        return Optional.of(Long.valueOf(version.group(1)));
    }
}
