package org.yichuang.licences.internal.domain;

import java.time.LocalDate;

/**
 * What was granted.
 *
 * @param id its number in the register: the number of the case, and behind it which of its results it is
 * @param caseNumber the case of which it came
 * @param number the number of the certificate
 * @param kind the kind of certificate (art. 39)
 * @param owner the centre in whose catalogue the item stands
 * @param item code of the item
 * @param itemName its name
 * @param itemVersion its version
 * @param department the department whose matter it is
 * @param organ the body that has granted
 * @param grantedOn when the result was made out
 * @param validUntil the last day; null for without end
 * @param decidedAt the centre that has granted
 */
public record LicenceTerms(
        String id,
        String caseNumber,
        String number,
        String kind,
        String owner,
        String item,
        String itemName,
        int itemVersion,
        String department,
        String organ,
        LocalDate grantedOn,
        LocalDate validUntil,
        String decidedAt) {}
