package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;

/** Sends JSON and problems where no JAX-RS server has taken over. */
final class ResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);

    private final ObjectMapper json;

    ResponseWriter(ObjectMapper json) {
        this.json = json;
    }

    void send(int status, String contentType, Object body, HttpServletResponse response) throws IOException {
        byte[] bytes = body instanceof byte[] ready ? ready : json.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    void refuse(ProblemException refusal, String requestId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            LOG.warn("Request {} failed after its answer had begun: {}", requestId, refusal.en());
            return;
        }
        response.resetBuffer();
        if (refusal.code().kind() == ErrorKind.NOT_SIGNED_IN) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (refusal.code().kind() == ErrorKind.TOO_MANY) {
            response.setHeader("Retry-After", "1");
        }
        Problem body = Problems.body(refusal, request, requestId);
        send(body.status(), "application/problem+json", body, response);
    }
}
