package org.yichuang.cases.api;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** What the staff of a window know already of whoever stands before it, by the number of their document. */
public interface KnownApplicants {
    /**
     * Returns what the newest case that whoever asks may see says of an applicant, and the cases of theirs that go on.
     * The telephone is told to those only who may see it whole ({@link CasePermission#UNMASK}); that it was told is
     * journaled before.
     *
     * @throws ProblemException {@code fields-invalid} for a number that is none, or an unknown kind of document
     */
    @RequiresPermission(CasePermission.TAKE_IN)
    Known find(Wanted wanted, CallContext context);

    /**
     * Whom somebody asks about.
     *
     * @param idNumber the number of their document, as it was typed or scanned
     * @param idType its kind, e.g. {@code passport}; absent for a citizen's number or a social credit code
     */
    record Wanted(@NotBlank @Size(max = 40) String idNumber, @Size(max = 40) String idType) {}

    /**
     * What is known.
     *
     * @param kind {@code person} or {@code enterprise}, as the number or an earlier case tells; empty when neither does
     * @param name their name; empty when nothing is known
     * @param idType the kind of the document; empty when it is not known
     * @param idNumber the number as it is kept
     * @param phone their telephone; empty when nothing is known, or when it is not told
     * @param from the case that says so; null when nothing is known
     * @param open the newest of their cases that go on, at most 20
     */
    record Known(
            String kind,
            String name,
            String idType,
            String idNumber,
            String phone,
            String from,
            List<CaseSummary> open) {
        public Known {
            open = List.copyOf(open);
        }
    }
}
