package org.yichuang.pages.internal;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PagesError;
import org.yichuang.pages.internal.http.Csrf;
import org.yichuang.pages.internal.http.PostedForm;
import org.yichuang.web.api.RequestState;

/**
 * Once it is known which page is meant: may whoever asks see it, and does what was posted come from a page of ours.
 * Nothing
 * of a body is read before the first, and no file of it is taken in before the second is known.
 */
final class PageAccessFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ModuleSnapshot module;

    PageAccessFilter(ModuleSnapshot module) {
        this.module = module;
    }

    @Override
    public void filter(ContainerRequestContext ignored) throws IOException {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Method method = message.getExchange().get(OperationResourceInfo.class).getMethodToInvoke();
        RequestState state = RequestState.of(request);
        boolean changes = !READING.contains(request.getMethod());
        state.setOperation(request.getMethod() + " " + module.rules().template(method), changes);
        module.rules().admit(method, state.actor());
        if (changes) {
            DefaultPageCall call = DefaultPageCall.of(request);
            call.setPosted(read(state, call));
        }
    }

    private PostedForm read(RequestState state, DefaultPageCall call) throws IOException {
        HttpServletRequest request = state.request();
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            throw foreign();
        }
        Optional<String> header = Optional.ofNullable(request.getHeader("X-Csrf"));
        header.ifPresent(token -> requireOwn(call, token));
        if (!state.body().isPresent()) {
            requireOwn(call, header.orElse(""));
            return PostedForm.empty();
        }
        return PostedForm.read(
                request.getContentType(), state.body(), module.largestBody(), new PostedForm.Admission() {
                    @Override
                    public void requireToken(String form) {
                        requireOwn(call, header.orElse(form));
                    }

                    @Override
                    public void checkUpload() {
                        module.source().checkUpload(state.context());
                    }
                });
    }

    /** A form is taken only with the token of a page that was shown to the same visitor. */
    private static void requireOwn(DefaultPageCall call, String token) {
        if (!Csrf.holds(call.secret(), token)) {
            throw foreign();
        }
    }

    private static ProblemException foreign() {
        return new ProblemException(PagesError.FORM_FOREIGN, Components.TEXTS.message("problem.form-foreign"));
    }
}
