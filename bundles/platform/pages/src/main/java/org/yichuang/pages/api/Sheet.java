package org.yichuang.pages.api;

import gg.jte.Content;
import java.time.LocalDate;

/**
 * A document for printing on A4.
 *
 * @param title its title, e.g. 受理通知书
 * @param number its number
 * @param addressee to whom, or empty
 * @param body what it says
 * @param date its date
 * @param signer in whose name it is given; stands at its head and at its end
 * @param code what its QR code holds, or empty
 */
public record Sheet(
        String title, String number, String addressee, Content body, LocalDate date, String signer, String code) {}
