package org.yichuang.rest.internal;

import java.time.Instant;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** One request on its way through the door: what is known about it so far. */
final class Call {
    /** Where a call hangs on its request. */
    static final String ATTRIBUTE = Call.class.getName();

    private final String requestId;
    private final Instant at;
    private final HttpServletRequest request;
    private final String address;
    private TenantId tenant;
    private Actor actor = Actor.ANONYMOUS;
    private boolean mustChangePassword;
    private String token;
    private String operation;
    private boolean command;
    private CallContext context;
    private Body body;

    Call(String requestId, Instant at, HttpServletRequest request, String address) {
        this.requestId = requestId;
        this.at = at;
        this.request = request;
        this.address = address;
        this.operation = request.getMethod();
    }

    static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    String requestId() {
        return requestId;
    }

    /** Where it comes from, for throttling. */
    String address() {
        return address;
    }

    HttpServletRequest request() {
        return request;
    }

    /** The centre, absent as long as the path has not told one that exists. */
    Optional<TenantId> tenant() {
        return Optional.ofNullable(tenant);
    }

    void enters(TenantId centre) {
        tenant = centre;
    }

    Actor actor() {
        return actor;
    }

    void actsAs(Actor somebody) {
        actor = somebody;
    }

    /** Whether the account must choose a new password before it does anything else. */
    boolean mustChangePassword() {
        return mustChangePassword;
    }

    void needsNewPassword() {
        mustChangePassword = true;
    }

    /** The bearer token that came with it, absent when none did. */
    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    void carries(String bearerToken) {
        token = bearerToken;
    }

    /** Method and path template, as far as known, for the journal. */
    String operation() {
        return operation;
    }

    boolean isCommand() {
        return command;
    }

    void isFor(String methodAndTemplate, boolean isCommand) {
        operation = methodAndTemplate;
        command = isCommand;
    }

    Body body() {
        return body;
    }

    void brings(Body content) {
        body = content;
    }

    /** What the resource gets; before the operation is known, one without key and version. */
    CallContext context() {
        if (context == null) {
            return new CallContext(tenant, actor, at, requestId, Optional.empty(), Optional.empty());
        }
        return context;
    }

    void runsIn(CallContext complete) {
        context = complete;
    }
}
