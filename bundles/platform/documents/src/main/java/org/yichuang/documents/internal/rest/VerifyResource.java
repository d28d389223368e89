package org.yichuang.documents.internal.rest;

import java.time.LocalDate;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.documents.internal.CodeVerification;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.RequestState;

/** Whether a document is genuine, over HTTP. */
@Path("/{tenant}/verify")
@Produces(MediaType.APPLICATION_JSON)
public class VerifyResource {
    private final CodeVerification verification;

    public VerifyResource(CodeVerification verification) {
        this.verification = verification;
    }

    /**
     * A genuine document.
     *
     * @param number its number
     * @param title its title
     * @param organ who speaks
     * @param addressee to whom, masked
     * @param issuedOn its date
     * @param inForce whether it holds; of a proof false, as nothing is in force by it
     * @param proof whether it only proves what has happened, as a receipt does
     * @param revokedOn since when it does not; null while it does
     * @param reason why it does not; empty while it does
     * @param sha256 digest of the file; empty until it is made
     */
    public record Answer(
            String number,
            String title,
            String organ,
            String addressee,
            LocalDate issuedOn,
            boolean inForce,
            boolean proof,
            LocalDate revokedOn,
            String reason,
            String sha256) {
        static Answer of(Genuine found) {
            return new Answer(
                    found.number(),
                    found.title(),
                    found.organ(),
                    found.addressee(),
                    found.issuedOn(),
                    found.revokedOn().isEmpty() && !found.isProof(),
                    found.isProof(),
                    found.revokedOn().orElse(null),
                    found.reason(),
                    found.sha256());
        }
    }

    /**
     * What the document with a code is; {@code document-unknown} for a code that is on none, {@code too-many-requests}
     * for whoever guesses.
     */
    @GET
    @Path("{code}")
    @AllowEveryone
    public Answer verify(
            @PathParam("code") String code, @Context HttpServletRequest request, @Context CallContext context) {
        return Answer.of(verification.verify(code, RequestState.of(request).clientNetwork(), context));
    }
}
