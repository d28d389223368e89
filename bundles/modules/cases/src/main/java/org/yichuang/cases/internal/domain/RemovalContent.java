package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.RetentionHold;

/**
 * Which cases are to be removed, as the register of what was removed keeps them for good (销毁清册): nothing of people.
 *
 * @param words why, as who has proposed it says
 * @param answer why not, as who has turned it down says; empty before
 */
public record RemovalContent(String words, String answer, List<Listed> cases) {
    public RemovalContent {
        words = words == null ? "" : words;
        answer = answer == null ? "" : answer;
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    /**
     * A case.
     *
     * @param over on which day it was over here
     * @param keptUntil the last day of its years
     * @param outcome how it has ended here
     * @param fate what has become of it; null before
     * @param holds why it is kept after all; none where it is removed
     */
    public record Listed(
            String number,
            String item,
            String itemName,
            LocalDate receivedOn,
            LocalDate over,
            LocalDate keptUntil,
            CaseState outcome,
            Fate fate,
            Set<RetentionHold> holds) {
        public Listed {
            holds = holds == null ? Set.of() : Set.copyOf(holds);
        }

        /** What has become of it. */
        Listed with(Fate told, Set<RetentionHold> reasons) {
            return new Listed(number, item, itemName, receivedOn, over, keptUntil, outcome, told, reasons);
        }
    }

    /** What has become of a case of a proposal. */
    public enum Fate {
        /** It is kept no longer. */
        REMOVED,
        /** Something has come between: it is kept. */
        KEPT,
        /** Another proposal had removed it. */
        GONE
    }
}
