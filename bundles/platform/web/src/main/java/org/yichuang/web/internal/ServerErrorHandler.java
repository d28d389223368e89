package org.yichuang.web.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.yichuang.kernel.api.LocalizedMessage;

/** What the server answers by itself, before any servlet is asked: a problem, with nothing of the request in it. */
final class ServerErrorHandler extends ErrorHandler {
    private static final String PROBLEM = "application/problem+json";
    private static final int NOT_FOUND = 404;
    private static final int TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int FAULT = 500;

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        fields.put(HttpHeader.CONTENT_TYPE, PROBLEM);
        fields.put("X-Content-Type-Options", "nosniff");
        return ByteBuffer.wrap(problem(status));
    }

    @Override
    protected void generateAcceptableResponse(
            Request baseRequest, HttpServletRequest request, HttpServletResponse response, int code, String message)
            throws IOException {
        byte[] body = problem(code);
        response.setContentType(PROBLEM);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        baseRequest.setHandled(true);
    }

    private static byte[] problem(int status) {
        String code = status >= FAULT ? "internal" : status == NOT_FOUND ? "path-unknown" : "request-malformed";
        LocalizedMessage words = LocalizedMessage.of(ServerErrorHandler.class, "server-error." + key(status));
        return ("{\"type\":\"urn:yichuang:problem:" + code + "\",\"title\":\"" + words.zh() + "\",\"status\":" + status
                        + ",\"detail\":\"" + words.zh() + "\",\"code\":\"" + code + "\",\"detailZh\":\"" + words.zh()
                        + "\",\"detailEn\":\"" + words.en() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String key(int status) {
        return switch (status) {
            case NOT_FOUND -> "no-such-path";
            case TOO_LONG -> "address-too-long";
            case HEADERS_TOO_LARGE -> "headers-too-large";
            default -> status >= FAULT ? "fault" : "unreadable";
        };
    }
}
