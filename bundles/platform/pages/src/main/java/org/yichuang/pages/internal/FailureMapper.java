package org.yichuang.pages.internal;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PagesError;
import org.yichuang.pages.api.Screen;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.web.api.RequestState;

/** Turns whatever is thrown into a page that says what can be done; what is a fault of ours goes to the log alone. */
final class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    /** What the chain refuses in few words is said to people in more. */
    private static final Map<ErrorCode, String> WORDED = Map.of(
            TenancyError.TENANT_SUSPENDED, "problem.suspended",
            CommonError.PATH_UNKNOWN, "problem.path",
            CommonError.TENANT_UNKNOWN, "problem.tenant");

    private final PageRenderer renderer;

    FailureMapper(PageRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Response toResponse(Throwable failure) {
        // an answer that could not be written fails on its way out, where the request is not at hand
        Message asked = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        return answer(
                DefaultPageCall.of((HttpServletRequest) asked.get(AbstractHTTPDestination.HTTP_REQUEST)), failure);
    }

    PageRenderer renderer() {
        return renderer;
    }

    /** The page for a failure; for one who has not signed in, the way to do so. */
    Response answer(DefaultPageCall call, Throwable failure) {
        ProblemException problem = problem(call.state(), failure);
        call.setTexts(Components.TEXTS);
        if (problem.code() == CommonError.NOT_SIGNED_IN) { // it leads there, and is no refusal
            return toSignIn(call);
        }
        renderer.note(call, problem);
        ErrorKind kind = problem.code().kind();
        String title = title(call, problem, kind);
        var page = PageRenderer.TEMPLATES.problem(
                call.components(), problem, call.context().requestId(), kind == ErrorKind.INTERNAL, call.below());
        return renderer.page(call, new Screen(title, List.of(), page, false, false), kind.status(), null);
    }

    private static String title(DefaultPageCall call, ProblemException problem, ErrorKind kind) {
        if (problem.code() == CommonError.MODULE_OFF) {
            return call.components().t("problem.module-off");
        }
        if (problem.code() == TenancyError.TENANT_SUSPENDED) {
            return call.components().t("problem.suspended.title");
        }
        if (problem.code() == PagesError.FORM_FOREIGN) {
            return call.components().t("problem.form-old");
        }
        String key = "problem." + kind.status();
        return call.components().t(Components.TEXTS.has(key) ? key : "problem.other");
    }

    static ProblemException problem(RequestState state, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return WORDED.containsKey(problem.code()) ? worded(problem.code(), WORDED.get(problem.code())) : problem;
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            boolean method = refused.getResponse().getStatus() == ErrorKind.METHOD.status();
            String key = method ? "problem.method" : "problem.path";
            return worded(method ? CommonError.METHOD_NOT_ALLOWED : CommonError.PATH_UNKNOWN, key);
        }
        if (failure instanceof ServiceException) {
            LOG.warn("A service that request {} needs is away: {}", state.requestId(), failure.getMessage());
            return new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(FailureMapper.class, "unavailable"));
        }
        LOG.error("Request {} failed: {}", state.requestId(), state.operation(), failure);
        return worded(CommonError.INTERNAL, "problem.internal");
    }

    private static ProblemException worded(ErrorCode code, String key) {
        return new ProblemException(code, Components.TEXTS.message(key));
    }

    /** What was posted stays in the browser, and the page on which it was typed is where signing in leads back to. */
    private static Response toSignIn(DefaultPageCall call) {
        // who posts has seen a page that asks for signing in: then a session has ended, whether its cookie is left or
        // not
        boolean ended =
                !call.request().getMethod().equals("GET") || !call.session().isEmpty();
        String target =
                call.below() + "/sign-in?to=" + ReturnUrl.encoded(ReturnUrl.of(call)) + (ended ? "&ended=1" : "");
        boolean part = "true".equals(call.request().getHeader("HX-Request"));
        return part
                ? Response.ok().header("HX-Redirect", target).build()
                : Response.status(303).header("Location", target).build();
    }
}
