package org.yichuang.web.api;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;

/**
 * A surface of the platform (the JSON API, the pages): what the chain has to ask it, and how it answers.
 *
 * @param <S> what it knows of a module
 */
public interface RequestHandler<S> {
    /** Centre and root that a request's path names; empty when it names none or could mean two things. */
    Optional<RequestPath> path(RequestState state);

    /** Answers what belongs to no centre. Asked once the rate of the client's address is known to be fair. */
    boolean serveOutside(RequestState state, HttpServletResponse response) throws IOException;

    /** Answers what belongs to a centre but to no module, to whomever asks. */
    boolean servePublic(RequestState state, HttpServletResponse response) throws IOException;

    /** What the request shows to prove who sends it. */
    Credentials credentials(RequestState state);

    /** Its modules. */
    ModuleHost<?, S> modules();

    /** What the module says of itself to which a root belongs, there or gone; empty when none ever claimed it. */
    Optional<ModuleDescriptor> descriptor(ModuleRegistry registry, String root);

    /** Answers a request of an open centre for a module that is there and switched on. */
    void serve(RequestState state, HostedModule<S> module, HttpServletResponse response)
            throws IOException, ServletException;

    /**
     * Answers a request that was refused or has failed.
     *
     * @param failure a {@code ProblemException}, or whatever else was thrown on the way
     */
    void refuse(RequestState state, Throwable failure, HttpServletResponse response) throws IOException;
}
