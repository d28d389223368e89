package org.yichuang.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestState;

/** Answers every failure inside a module's server with a problem. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private final RefusalRecorder refusals;
    private final Operations operations;

    ProblemMapper(RefusalRecorder refusals, Operations operations) {
        this.refusals = refusals;
        this.operations = operations;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException meant
                && meant.getResponse().getStatus() < 400) {
            return meant.getResponse();
        }
        // Not the current one: that is the answer, when writing it has failed
        Message message =
                PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        RequestState state = RequestState.of(request);
        ProblemException refusal = Problems.of(failure, state.requestId());
        refusals.record(state, refusal);
        RepeatableBody.of(request).refuse();
        Response.ResponseBuilder answer = Response.status(refusal.code().kind().status())
                .type("application/problem+json")
                .entity(Problems.body(refusal, request, state.requestId()));
        if (refusal.code().kind() == ErrorKind.NOT_SIGNED_IN) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.code().kind() == ErrorKind.TOO_MANY) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (refusal.code().kind() == ErrorKind.METHOD) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", operations.verbsOf(ApiServlet.below(request))));
        }
        return answer.build();
    }
}
