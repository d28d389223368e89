package org.yichuang.identity.api;

import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Personal data is shown masked ({@link org.yichuang.kernel.api.identifier.Masking}). Whoever needs to see it whole
 * says
 * why, and it is journaled before it is shown.
 */
public interface Unmasking {
    /**
     * Checks the right to see something whole and journals that it was seen; the caller then reads it and shows it.
     *
     * @param request what is to be seen, and why
     * @throws ProblemException {@code not-allowed} without the request's permission, {@code fields-invalid} when the
     *     reason
     *     is no line of 4 to 200 characters
     */
    @NeedsNoPermission("the module that owns the data names the permission in the request")
    void authorize(UnmaskingRequest request, CallContext context);

    /**
     * What somebody wants to see whole.
     *
     * @param permission the module's permission for it, e.g. {@code cases.unmask}
     * @param type the type of the aggregate that the data belongs to, e.g. {@code case}
     * @param id which one
     * @param fields the fields that will be shown, e.g. {@code applicant.idNumber}
     * @param reason why, as it was typed
     */
    record UnmaskingRequest(String permission, String type, String id, Set<String> fields, String reason) {}
}
