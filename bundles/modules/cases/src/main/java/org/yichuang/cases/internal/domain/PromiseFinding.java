package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.TextRules;

/**
 * What the check of a declaration has found (R3-20), as the centre where it was made tells the centre above.
 *
 * @param material code of the material for which the declaration stands
 * @param kept whether what was declared is so
 * @param finding what was found, in words
 * @param on the day of the check
 */
record PromiseFinding(String material, Boolean kept, String finding, LocalDate on) {
    private static final LocalDate EARLIEST = LocalDate.of(1999, 12, 31);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int LONGEST_FINDING = 1000;
    private static final int LONGEST_CODE = 40;

    /** Whether everything is said; a neighbour may leave anything out. */
    boolean isTold() {
        return material != null
                && material.length() <= LONGEST_CODE
                && kept != null
                && finding != null
                && on != null
                && on.isAfter(EARLIEST)
                && on.isBefore(LATEST);
    }

    /** The words, as far as a check here may say them. */
    String bounded() {
        return TextRules.first(TextRules.cleaned(finding), LONGEST_FINDING);
    }
}
