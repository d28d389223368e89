package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What may stop the clock of a decision, and nothing else (Administrative Licensing Law art. 45; R1-20). */
public enum SpecialProcedure {
    /** Hearing (听证). */
    HEARING,
    /** Call for tenders (招标). */
    TENDER,
    /** Auction (拍卖). */
    AUCTION,
    /** Inspection (检验). */
    INSPECTION,
    /** Testing (检测). */
    TESTING,
    /** Quarantine (检疫). */
    QUARANTINE,
    /** Appraisal (鉴定). */
    APPRAISAL,
    /** Review by experts (专家评审). */
    EXPERT_REVIEW;

    /** The word of the law. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                SpecialProcedure.class,
                "procedure." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
