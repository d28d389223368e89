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
        state.setOperation(operation.name(), operation.command().isPresent());
        operation.admit(state.actor());
        boolean due = state.authentication()
                .map(Authentication::passwordChangeRequired)
                .orElse(false);
        if (due && !operation.takesOldPassword()) {
            throw new ProblemException(
                    WebError.PASSWORD_CHANGE_REQUIRED,
                    LocalizedMessage.of(AccessFilter.class, "password-change-first"));
        }
        Optional<String> key = key(operation, request);
        Optional<Long> version = version(request.getHeader("If-Match"));
        // The public shares one account, and a key of one of them says nothing before the body is known
        boolean shared = state.actor().equals(Actor.ANONYMOUS);
        Optional<IdempotencyKey> bare = key.filter(any -> !shared).map(given -> new IdempotencyKey(given, ""));
        operations.checkBeforeBody(operation, context(state, bare, version));
        Optional<IdempotencyKey> whole =
                key.isEmpty() ? Optional.empty() : Optional.of(keyed(key.get(), request, shared));
        state.setContext(context(state, whole, version));
    }

    private static CallContext context(RequestState state, Optional<IdempotencyKey> key, Optional<Long> version) {
        CallContext plain = state.context();
        return new CallContext(plain.tenant(), plain.actor(), plain.at(), plain.requestId(), key, version);
    }

    private static Optional<String> key(Operation operation, HttpServletRequest request) {
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
        return Optional.of(key);
    }

    /** The key with the fingerprint of its request, whose body is read for it and kept. */
    private static IdempotencyKey keyed(String key, HttpServletRequest request, boolean shared) throws IOException {
        RepeatableBody body = RepeatableBody.of(request);
        body.keep();
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        String fingerprint = Fingerprint.of(request.getMethod() + " " + path, request.getContentType(), body.kept());
        // What somebody else of the public sends under the same key is another command
        return new IdempotencyKey(shared ? Digests.sha256(key + "\n" + fingerprint) : key, fingerprint);
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
