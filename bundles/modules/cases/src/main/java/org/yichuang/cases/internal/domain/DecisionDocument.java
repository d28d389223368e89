package org.yichuang.cases.internal.domain;

import java.time.Instant;

/**
 * The document that tells a decision, as the deciding centre has issued it; the centres below know it by its letter and
 * never issue it again.
 *
 * @param centre the centre that has issued it
 * @param caseNumber the case there
 * @param id its id there
 * @param number its number
 * @param title its title
 * @param code by which it is verified there
 * @param verification where; empty when that centre does not say under which address it is reached
 * @param issuedAt when
 */
public record DecisionDocument(
        String centre,
        String caseNumber,
        String id,
        String number,
        String title,
        String code,
        String verification,
        Instant issuedAt) {}
