package org.yichuang.cases.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.documents.api.PackageService;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;

/** Cases as they stand, nothing masked, for whoever has been let in and journaled. */
public interface WholeCases {
    /** Which fields whoever asks would see masked. @throws ProblemException {@code case-unknown} */
    Set<String> hidden(String number, CallContext context);

    /**
     * The case, read at one moment.
     *
     * @throws ProblemException {@code case-unknown}; {@code file-not-scanned} while a scanner has still to look at a
     *     material; {@code document-pending} while the decision from above is being made
     */
    Whole read(String number, CallContext context);

    /** Writes a file of the case. @throws IOException when {@code to} fails */
    void write(String file, OutputStream to, CallContext context) throws IOException;

    /**
     * A case.
     *
     * @param remark what the applicant has added
     * @param head where its audit chain stands
     * @param files what is known of its files
     * @param withheld the ids of those in which a scanner has found something: they are not given out
     * @param above the document by which another centre has told its decision
     */
    record Whole(
            CaseView view,
            String remark,
            ChainHead head,
            List<About> files,
            Set<String> withheld,
            Optional<DecisionAbove> above) {}

    /**
     * The document by which another centre has told its decision.
     *
     * @param number its number
     * @param title its title
     * @param centre the centre that has issued it
     * @param code by which it is verified there
     * @param verification where; empty when that centre does not say
     * @param issuedAt when
     * @param file its file; empty when a centre of another deployment has it
     */
    record DecisionAbove(
            String number,
            String title,
            String centre,
            String code,
            String verification,
            Instant issuedAt,
            Optional<DecisionFile> file) {}

    /**
     * Its file.
     *
     * @param sha256 64 hex characters
     * @param isInForce false once the document has been revoked
     * @param content the bytes
     */
    record DecisionFile(String sha256, boolean isInForce, PackageService.Bytes content) {}
}
