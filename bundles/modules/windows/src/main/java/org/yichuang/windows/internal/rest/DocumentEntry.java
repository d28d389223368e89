package org.yichuang.windows.internal.rest;

import java.time.Instant;
import java.util.List;
import org.yichuang.documents.api.DocumentService.DocumentView;

/**
 * A paper of a letter.
 *
 * @param kind delegation-letter
 * @param number its number
 * @param title its title
 * @param sha256 digest of the file; empty until it is made
 * @param issuedAt when
 * @param code by which it is verified
 * @param href where its file is
 */
public record DocumentEntry(
        String kind, String number, String title, String sha256, Instant issuedAt, String code, String href) {
    /** All of a letter, in {@code items} like every list. */
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
}
