package org.yichuang.pages.internal;

import java.util.List;
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
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PagesError;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.tenancy.api.TenancyError;

/** Turns whatever is thrown into a page that says what can be done; what is a fault of ours goes to the log alone. */
final class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final Painter painter;

    FailureMapper(Painter painter) {
        this.painter = painter;
    }

    @Override
    public Response toResponse(Throwable failure) {
        // an answer that could not be written fails on its way out, where the request is not at hand
        Message asked = PhaseInterceptorChain.getCurrentMessage().getExchange().getInMessage();
        return answer(Call.of((HttpServletRequest) asked.get(AbstractHTTPDestination.HTTP_REQUEST)), failure);
    }

    Painter painter() {
        return painter;
    }

    /** The page for a failure; for one who has not signed in, the way to do so. */
    Response answer(Call call, Throwable failure) {
        ProblemException problem = problem(call, failure);
        painter.note(call, problem);
        call.isAnsweredIn(Components.TEXTS);
        if (problem.code() == CommonError.NOT_SIGNED_IN) {
            return toSignIn(call);
        }
        ErrorKind kind = problem.code().kind();
        String title = title(call, problem, kind);
        var page = Painter.TEMPLATES.problem(
                call.components(), problem, call.context().requestId(), kind == ErrorKind.INTERNAL, call.below());
        return painter.page(call, new Screen(title, List.of(), page, false, false), kind.status(), null);
    }

    private static String title(Call call, ProblemException problem, ErrorKind kind) {
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

    private static ProblemException problem(Call call, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            boolean method = refused.getResponse().getStatus() == ErrorKind.METHOD.status();
            String key = method ? "problem.method" : "problem.path";
            return new ProblemException(
                    method ? CommonError.METHOD_NOT_ALLOWED : CommonError.PATH_UNKNOWN,
                    Components.TEXTS.get(true, key),
                    Components.TEXTS.get(false, key));
        }
        if (failure instanceof ServiceException) {
            LOG.warn(
                    "A service that request {} needs is away: {}",
                    call.context().requestId(),
                    failure.getMessage());
            return new ProblemException(
                    CommonError.UNAVAILABLE, "服务暂时不可用，请稍后再试", "Not available at the moment: try again later");
        }
        LOG.error(
                "Request {} failed: {}",
                call.context().requestId(),
                call.address().path(),
                failure);
        return new ProblemException(
                CommonError.INTERNAL,
                Components.TEXTS.get(true, "problem.internal"),
                Components.TEXTS.get(false, "problem.internal"),
                List.of());
    }

    /** What was posted stays in the browser, and the page on which it was typed is where signing in leads back to. */
    private static Response toSignIn(Call call) {
        boolean ended = !Cookies.get(call.request(), Cookies.SESSION).isEmpty();
        String target = call.below() + "/sign-in?to=" + Return.encoded(Return.after(call)) + (ended ? "&ended=1" : "");
        boolean part = "true".equals(call.request().getHeader("HX-Request"));
        return part
                ? Response.ok().header("HX-Redirect", target).build()
                : Response.status(303).header("Location", target).build();
    }
}
