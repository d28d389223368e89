package org.yichuang.rest.internal;

import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * The request as a module's server sees it: with a bounded body, and with a media type when there is no body at all.
 */
final class ModuleRequest extends HttpServletRequestWrapper {
    private final RepeatableBody body;
    private final String contentType;

    /** @param empty whether the request has no body */
    ModuleRequest(HttpServletRequest request, RepeatableBody body, boolean empty) {
        super(request);
        this.body = body;
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
