package org.yichuang.fees.internal.domain;

import java.util.List;
import java.util.Set;
import org.yichuang.fees.api.Fund;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.PayerKind;

/**
 * What a version of a fee item says.
 *
 * @param basisTitle what it rests on
 * @param basisArticle where there
 * @param payers who pays it
 * @param standard what it costs
 * @param fund where the money goes
 * @param subject the budget subject (预算科目)
 * @param relief who is relieved of it by a policy, in words; empty for nobody
 * @param notes what has become of it
 */
public record FeeItemContent(
        String basisTitle,
        String basisArticle,
        Set<PayerKind> payers,
        FeeStandard standard,
        Fund fund,
        String subject,
        String relief,
        List<Note> notes) {
    public FeeItemContent {
        basisArticle = basisArticle == null ? "" : basisArticle;
        relief = relief == null ? "" : relief;
        payers = Set.copyOf(payers);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    FeeItemContent noted(List<Note> other) {
        return new FeeItemContent(basisTitle, basisArticle, payers, standard, fund, subject, relief, other);
    }
}
