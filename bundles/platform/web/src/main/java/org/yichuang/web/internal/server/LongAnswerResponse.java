package org.yichuang.web.internal.server;

import java.io.IOException;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/** A response that the framework does not end when a long-lived answer has been left on its request. */
final class LongAnswerResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private ServletOutputStream out;

    LongAnswerResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    private boolean goesOn() {
        return EventSourceWriter.of(request) != null;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!goesOn()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!goesOn()) {
            super.setContentLength(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Output(super.getOutputStream());
        }
        return out;
    }

    private final class Output extends ServletOutputStream {
        private final ServletOutputStream whole;

        private Output(ServletOutputStream whole) {
            this.whole = whole;
        }

        @Override
        public void write(int one) throws IOException {
            whole.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            whole.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (!goesOn()) {
                whole.flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!goesOn()) {
                whole.close();
            }
        }

        @Override
        public boolean isReady() {
            return whole.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            whole.setWriteListener(listener);
        }
    }
}
