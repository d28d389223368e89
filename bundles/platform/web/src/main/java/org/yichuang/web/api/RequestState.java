package org.yichuang.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.servlet.http.HttpServletRequest;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenant;

/**
 * What is known about a request so far. The chain makes it, fills it step by step and hangs it on the request; it is
 * used
 * by the request's own thread only.
 */
public final class RequestState {
    private static final String ATTRIBUTE = RequestState.class.getName();

    private final HttpServletRequest request;
    private final String requestId;
    private final String clientAddress;
    private final String clientNetwork;
    private final boolean secure;
    private Instant at;
    private Tenant tenant;
    private String root = "";
    private Credentials credentials = Credentials.NONE;
    private Authentication authentication;
    private Actor actor = Actor.ANONYMOUS;
    private String operation;
    private boolean command;
    private boolean routed;
    private CallContext context;
    private RequestBody body;
    private BooleanSupplier admission = () -> false;

    /**
     * Makes the state of a request and hangs it on it.
     *
     * @param requestId names the request in log, journal and answer
     * @param clientAddress where it comes from, behind trusted proxies too
     * @param secure whether the client spoke HTTPS, behind trusted proxies too
     */
    public RequestState(HttpServletRequest request, String requestId, String clientAddress, boolean secure) {
        this.request = request;
        this.requestId = requestId;
        this.clientAddress = clientAddress;
        this.clientNetwork = ClientNetwork.of(clientAddress);
        this.secure = secure;
        this.operation = request.getMethod();
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The state that hangs on a request, wrapped or not; null before the chain has seen it. */
    public static RequestState of(HttpServletRequest request) {
        return (RequestState) request.getAttribute(ATTRIBUTE);
    }

    /** The request as the server handed it over. */
    public HttpServletRequest request() {
        return request;
    }

    /** Names the request in log, journal and answer. */
    public String requestId() {
        return requestId;
    }

    /** The client's address, also behind trusted proxies. */
    public String clientAddress() {
        return clientAddress;
    }

    /**
     * Whom limits count the request for: the client's IPv4 address, or the network of 64 bits of its IPv6 address, all
     * of which belongs to one client.
     */
    public String clientNetwork() {
        return clientNetwork;
    }

    /** Whether the client spoke HTTPS, also behind trusted proxies. */
    public boolean secure() {
        return secure;
    }

    /** The moment of the request by the platform's clock; null before the chain has asked it. */
    public Instant at() {
        return at;
    }

    /** Sets the moment. */
    public void setAt(Instant moment) {
        at = moment;
    }

    /** The centre, absent as long as the path has not named one that exists. */
    public Optional<Tenant> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** The path's segment after the centre, empty when there is none. */
    public String root() {
        return root;
    }

    /** Sets the centre and the segment after it. */
    public void setTarget(Tenant centre, String rootSegment) {
        tenant = centre;
        root = rootSegment;
        operation = request.getMethod() + " /{tenant}" + (root.isEmpty() ? "" : "/" + root);
        context = null;
    }

    /** What the request shows to prove who sends it. */
    public Credentials credentials() {
        return credentials;
    }

    /** Sets what the request shows. */
    public void setCredentials(Credentials shown) {
        credentials = shown;
    }

    /** Who is asking; absent when nobody known is. */
    public Optional<Authentication> authentication() {
        return Optional.ofNullable(authentication);
    }

    /** Sets who is asking. */
    public void setAuthentication(Authentication proven) {
        authentication = proven;
        setActor(proven.actor());
    }

    /** On whose behalf the request is served. */
    public Actor actor() {
        return actor;
    }

    /** Sets on whose behalf it is served or refused. */
    public void setActor(Actor somebody) {
        actor = somebody;
        context = null;
    }

    /** Method and path template as far as known, for journal and metrics: never text of the client's choosing. */
    public String operation() {
        return operation;
    }

    /** Whether the operation is one that a module has: its template is known, and no text of the client's is in it. */
    public boolean isRouted() {
        return routed;
    }

    /** Whether it asks for a change, as far as known. */
    public boolean isCommand() {
        return command;
    }

    /** Sets which operation it asks for. */
    public void setOperation(String methodAndTemplate, boolean changes) {
        operation = methodAndTemplate;
        command = changes;
        routed = true;
    }

    /** The body, which nothing has read before whoever asks was admitted; null outside of a module. */
    public RequestBody body() {
        return body;
    }

    /** Sets the body. */
    public void setBody(RequestBody content) {
        body = content;
    }

    /**
     * Tells at any later time, and from any thread, whether who asks would still be let in: the session or token is
     * good, the account has the same rights, the centre serves, and its module is on. Asks the database.
     */
    public BooleanSupplier admission() {
        return admission;
    }

    /** Sets who tells whether who asks would still be let in. */
    public void setAdmission(BooleanSupplier stillAdmitted) {
        admission = stillAdmitted;
    }

    /** What services get; without key and version until {@link #setContext} has added them. */
    public CallContext context() {
        if (context == null) {
            context = new CallContext(
                    tenant == null ? null : tenant.id(), actor, at, requestId, Optional.empty(), Optional.empty());
        }
        return context;
    }

    /** Sets the complete context. */
    public void setContext(CallContext complete) {
        context = complete;
    }
}
