package org.yichuang.cases.api;

import java.util.Set;
import org.yichuang.kernel.api.CallContext;

/**
 * What a {@link CommandGate} is asked: may somebody give this command on this case?
 *
 * @param command the command
 * @param before the case as it stands; of {@link GatedCommand#SUBMIT} as it would be
 * @param request what the command carries, its fields kept by their rules; its {@link CaseRequests.Request#facts} are
 *     among those that gates declare
 * @param context who gives the command, and when
 * @param branch in which branch of a joint case it is given, where the department of the branch acts and not the one
 *     that leads; null for none
 * @param barred the accounts that the steps of the case keep from giving this command, e.g. because they have examined
 *     it, or have presided over its hearing
 */
public record GateQuestion(
        GatedCommand command,
        CaseSnapshot before,
        CaseRequests.Request request,
        CallContext context,
        Branch branch,
        Set<String> barred) {
    public GateQuestion {
        barred = Set.copyOf(barred);
    }

    /** About the case as a whole, from which its steps keep nobody. */
    public GateQuestion(GatedCommand command, CaseSnapshot before, CaseRequests.Request request, CallContext context) {
        this(command, before, request, context, null, Set.of());
    }

    /**
     * A branch of a joint case.
     *
     * @param id its id within the bundle
     * @param department whose it is
     * @param item what it examines; null for a party that is only heard
     */
    public record Branch(String id, String department, CaseItem item) {}
}
