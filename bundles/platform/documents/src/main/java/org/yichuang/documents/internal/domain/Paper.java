package org.yichuang.documents.internal.domain;

import java.time.LocalDate;
import java.util.List;

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
 * @param address where it can be verified, as the QR code holds it
 */
public record Paper(
        Layout layout,
        String organ,
        String number,
        String title,
        String addressee,
        List<Block> body,
        LocalDate day,
        boolean isSealed,
        String address) {
    public Paper {
        body = List.copyOf(body);
    }

    /** How a document looks. */
    public enum Layout {
        /** An official document: red head, number, title, addressee, body, organ and date. */
        OFFICIAL,
        /** A slip: title, number, a table. */
        SLIP
    }
}
