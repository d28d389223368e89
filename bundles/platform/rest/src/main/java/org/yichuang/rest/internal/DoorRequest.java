package org.yichuang.rest.internal;

import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** The request as a module's server sees it: with a bounded body, and with a media type when there is no body at all. */
final class DoorRequest extends HttpServletRequestWrapper {
    private final Body body;
    private final String contentType;

    DoorRequest(HttpServletRequest request, Body body) {
        super(request);
        this.body = body;
        boolean empty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        // A command without a body is one whose fields are all left out, whatever the client calls its nothing
        contentType = empty ? "application/json" : request.getContentType();
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public String getHeader(String name) {
        return "Content-Type".equalsIgnoreCase(name) ? contentType : super.getHeader(name);
    }
}
