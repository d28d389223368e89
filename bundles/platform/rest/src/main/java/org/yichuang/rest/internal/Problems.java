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
            return new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.of(Problems.class, "unavailable"));
        }
        if (inside(failure, EOFException.class).isPresent()) {
            LOG.debug("The client of request {} has gone", requestId, failure);
        } else if (failure instanceof Fault
                && inside(failure, IOException.class).isPresent()) {
            LOG.debug("The body of request {} cannot be taken apart", requestId, failure);
            return new ProblemException(
                    CommonError.BODY_UNREADABLE, LocalizedMessage.of(Problems.class, "parts-unreadable"));
        } else {
            LOG.error("Request {} failed", requestId, failure);
        }
        return new ProblemException(CommonError.INTERNAL, LocalizedMessage.of(Problems.class, "fault"));
    }

    private static ProblemException ofFramework(WebApplicationException failure) {
        return switch (failure.getResponse().getStatus()) {
            case 404 -> failure.getCause() == null
                    ? new ProblemException(
                            CommonError.PATH_UNKNOWN, LocalizedMessage.of(Problems.class, "path-unknown"))
                    : new ProblemException(
                            CommonError.PARAMETER_UNREADABLE,
                            LocalizedMessage.of(Problems.class, "parameter-unreadable"));
            case 405 -> new ProblemException(
                    CommonError.METHOD_NOT_ALLOWED, LocalizedMessage.of(Problems.class, "method-not-allowed"));
            case 406 -> new ProblemException(
                    CommonError.NOT_ACCEPTABLE, LocalizedMessage.of(Problems.class, "not-acceptable"));
            case 413 -> new ProblemException(
                    CommonError.TOO_LARGE, LocalizedMessage.of(Problems.class, "body-too-large"));
            case 415 -> new ProblemException(
                    CommonError.MEDIA_TYPE_UNSUPPORTED, LocalizedMessage.of(Problems.class, "media-type-unsupported"));
            case 401 -> new ProblemException(
                    CommonError.NOT_SIGNED_IN, LocalizedMessage.of(Problems.class, "not-signed-in"));
            case 403 -> new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(Problems.class, "not-allowed"));
            default -> new ProblemException(
                    CommonError.BODY_UNREADABLE, LocalizedMessage.of(Problems.class, "request-unreadable"));
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
