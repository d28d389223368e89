package org.yichuang.cases.api;

import org.yichuang.kernel.api.CallContext;

/**
 * What a {@link CommandGate} is asked: may somebody give this command on this case?
 *
 * @param command the command
 * @param before the case as it stands; of {@link GatedCommand#SUBMIT} as it would be
 * @param request what the command carries, its fields kept by their rules; its {@link CaseRequests.Request#facts} are
 *     among those that gates declare
 * @param context who gives the command, and when
 */
public record GateQuestion(
        GatedCommand command, CaseSnapshot before, CaseRequests.Request request, CallContext context) {}
