package org.yichuang.licences.internal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.core.Response;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.licences.internal.LicenceDocuments.Content;

/**
 * A decision about a result.
 *
 * @param kind revocation, withdrawal or cancellation
 * @param number its number
 * @param title its title
 * @param sha256 digest of the file; empty until it is made
 * @param issuedAt when
 * @param code by which it is verified
 * @param href where its file is
 */
public record DocumentEntry(
        String kind, String number, String title, String sha256, Instant issuedAt, String code, String href) {
    /** All of a result, in {@code items} like every list. */
    public record All(List<DocumentEntry> items) {}

    static All of(List<DocumentView> documents, String below) {
        return new All(documents.stream()
                .map(document -> new DocumentEntry(
                        document.kind(),
                        document.number(),
                        document.title(),
                        document.sha256(),
                        document.issuedAt(),
                        document.code(),
                        below + "/documents/" + document.id()))
                .toList());
    }

    static Response file(Content content) {
        String encoded =
                URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content.bytes(), "application/pdf")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .build();
    }
}
