package org.yichuang.documents.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.documents.api.DocumentLayout;

/**
 * What a document says, ready to be printed: nothing of it is looked up any more.
 *
 * @param layout how it looks
 * @param organ who speaks, in the red head
 * @param number its number
 * @param title its title
 * @param addressee to whom; empty when to nobody
 * @param body its parts
 * @param day its date
 * @param isSealed whether there is a place for the seal over name and date
 * @param address where it is verified, as the QR code holds it; empty when that is not known
 * @param code by which it is verified
 */
public record Paper(
        DocumentLayout layout,
        String organ,
        String number,
        String title,
        String addressee,
        List<Block> body,
        LocalDate day,
        boolean isSealed,
        String address,
        String code) {
    public Paper {
        body = List.copyOf(body);
    }
}
