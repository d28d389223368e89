package org.yichuang.cases.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;

/** Cases as they stand, nothing masked, for whoever has been let in and journaled. */
public interface WholeCases {
    /** Which fields whoever asks would see masked. @throws ProblemException {@code case-unknown} */
    Set<String> hidden(String number, CallContext context);

    /**
     * The case, read at one moment.
     *
     * @throws ProblemException {@code case-unknown}; {@code file-not-scanned}, {@code file-infected} for a material
     *     that is not given out
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
     */
    record Whole(CaseView view, String remark, ChainHead head, List<About> files) {}
}
