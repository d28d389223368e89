package org.yichuang.cases.internal.rest;

import java.time.Instant;
import org.yichuang.cases.internal.CaseDocument;
import org.yichuang.kernel.api.CallContext;

/**
 * A document of a case.
 *
 * @param kind its kind, e.g. {@code acceptance}
 * @param number its number
 * @param title its title
 * @param sha256 digest of the file; empty until it is made
 * @param href where its file is; empty when another deployment has it
 * @param issuedAt when it was issued
 * @param state {@code PENDING} while the file is being made, {@code READY}, {@code REVOKED}: not in force any more,
 *     {@code ELSEWHERE}: at a centre of another deployment
 * @param centre the centre that has issued it
 * @param code by which it is verified there
 */
public record DocumentEntry(
        String kind,
        String number,
        String title,
        String sha256,
        String href,
        Instant issuedAt,
        CaseDocument.State state,
        String centre,
        String code) {
    static DocumentEntry of(CaseDocument document, String number, CallContext context) {
        return new DocumentEntry(
                document.kind(),
                document.number(),
                document.title(),
                document.sha256(),
                document.state() == CaseDocument.State.ELSEWHERE
                        ? ""
                        : "/api/" + context.tenant() + "/cases/" + number + "/documents/" + document.id(),
                document.issuedAt(),
                document.state(),
                document.centre(),
                document.code());
    }
}
