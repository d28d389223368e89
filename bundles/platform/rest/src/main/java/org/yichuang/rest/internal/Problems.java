package org.yichuang.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import org.apache.cxf.interceptor.Fault;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Turns whatever goes wrong into a problem; the only place that logs faults of ours. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The refusal that a failure amounts to. */
    static ProblemException of(Throwable failure, String requestId) {
        Optional<ProblemException> refusal = inside(failure, ProblemException.class);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (failure instanceof WebApplicationException framework
                && framework.getResponse().getStatus() < 500) {
            return ofFramework(framework);
        }
        Optional<JsonProcessingException> json = inside(failure, JsonProcessingException.class);
        if (json.isPresent() && failure instanceof WebApplicationException) {
            return Json.unreadable(json.get());
        }
        if (inside(failure, ServiceException.class).isPresent()) {
            LOG.warn("A service that request {} needs is away: {}", requestId, failure.getMessage());
            return new ProblemException(CommonError.UNAVAILABLE, "服务暂时不可用，请稍后再试", "Unavailable: try again later");
        }
        if (inside(failure, EOFException.class).isPresent()) {
            LOG.debug("The client of request {} has gone", requestId, failure);
        } else if (failure instanceof Fault
                && inside(failure, IOException.class).isPresent()) {
            LOG.debug("The body of request {} cannot be taken apart", requestId, failure);
            return new ProblemException(
                    CommonError.BODY_UNREADABLE, "请求内容的各部分无法识别", "The parts of the body cannot be told apart");
        } else {
            LOG.error("Request {} failed", requestId, failure);
        }
        return new ProblemException(
                CommonError.INTERNAL, "系统故障，请将请求编号告知运维人员", "A fault of ours: tell the operator the request id");
    }

    private static ProblemException ofFramework(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 404 -> failure.getCause() == null
                    ? new ProblemException(CommonError.PATH_UNKNOWN, "没有这个路径", "No such path")
                    : new ProblemException(CommonError.PARAMETER_UNREADABLE, "参数无法读取", "A parameter cannot be read");
            case 405 -> new ProblemException(
                    CommonError.METHOD_NOT_ALLOWED, "此路径不支持该方法", "The path does not take this method");
            case 406 -> new ProblemException(
                    CommonError.NOT_ACCEPTABLE,
                    "无法按 Accept 要求的格式回答",
                    "None of the accepted media types can be produced");
            case 413 -> new ProblemException(CommonError.TOO_LARGE, "请求内容过大", "The body is too large");
            case 415 -> new ProblemException(
                    CommonError.MEDIA_TYPE_UNSUPPORTED, "不支持此内容格式", "The media type of the body is not taken");
            case 401 -> new ProblemException(CommonError.NOT_SIGNED_IN, "请先登录", "Sign in first");
            case 403 -> new ProblemException(CommonError.NOT_ALLOWED, "无权执行此操作", "Not allowed");
            default -> new ProblemException(CommonError.BODY_UNREADABLE, "请求无法读取", "The request cannot be read");
        };
    }

    /** Finds an exception of a class in a chain of causes. */
    static <T extends Throwable> Optional<T> inside(Throwable failure, Class<T> wanted) {
        Throwable below = failure;
        for (int depth = 0; below != null && depth < 20; depth++, below = below.getCause()) {
            if (wanted.isInstance(below)) {
                return Optional.of(wanted.cast(below));
            }
        }
        return Optional.empty();
    }

    /** The body that tells a refusal to whoever sent the request. */
    static Problem body(ProblemException refusal, HttpServletRequest request, String requestId) {
        Locale language = Languages.preferred(request.getHeader("Accept-Language"));
        String code = refusal.code().code();
        return new Problem(
                "urn:yichuang:problem:" + code,
                title(refusal.code().kind()).in(language),
                refusal.code().kind().status(),
                refusal.message().in(language),
                code,
                request.getRequestURI(),
                requestId,
                refusal.zh(),
                refusal.en(),
                refusal.fields().stream().map(FieldProblem::wire).toList());
    }

    private static LocalizedMessage title(ErrorKind kind) {
        return LocalizedMessage.of(
                Problems.class, "title." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
