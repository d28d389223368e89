package org.yichuang.year;

import java.time.LocalDate;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Submit;

/** Some applications are entered a day or more after they have come, as when the lines were down. */
final class Afterwards {
    private static final int ONE_OF = 25;
    private static final int DAYS = 3;

    private Afterwards() {}

    /**
     * What is handed in at the window, with the day on which it had come where it is entered afterwards.
     *
     * @param which the how manieth of the year
     */
    static Submit entered(Submit bare, int which, LocalDate today) {
        return which % ONE_OF != 0
                ? bare
                : new Submit(
                        bare.item(),
                        bare.bundle(),
                        bare.applicant(),
                        bare.form(),
                        bare.materials(),
                        bare.remark(),
                        bare.licence(),
                        bare.channel(),
                        bare.representative(),
                        bare.duplicateReason(),
                        new org.yichuang.cases.api.Afterwards(
                                today.minusDays(1 + which / ONE_OF % DAYS), "当日线路中断", CaseProof.onPaper("窗口收件登记簿")));
    }
}
