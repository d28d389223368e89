package org.yichuang.cases.api;

import org.yichuang.documents.api.PackageService;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Whole cases as packages ({@link PackageService}): application, materials with their original bytes, decision, result,
 * issued documents and audit trail in one signed ZIP, for the archive, a court, or the applicant.
 */
public interface CasePackages {
    /**
     * Gathers a case, with nothing masked, after it has been journaled who takes it, and why. A material in which a
     * scanner has found something is left out, and the manifest names it.
     *
     * @throws ProblemException {@code fields-invalid} when the reason is none; {@code document-pending} while a
     *     document of the case, or the decision from above, is being made; {@code file-not-scanned} while a scanner has
     *     still to look at a material; {@code changed-meanwhile} when the case does not rest; {@code unavailable} when
     *     nobody can sign for the centre
     */
    @RequiresPermission(CasePermission.UNMASK)
    PackageService.Prepared take(String number, CaseRequests.Unmask request, CallContext context);
}
