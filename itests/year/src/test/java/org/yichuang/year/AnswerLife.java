package org.yichuang.year;

import java.util.stream.Stream;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** What is no licence and cannot be done gets a clear answer, promised before or not. */
final class AnswerLife {
    private final Year year;
    private final Chance chance;
    private final TenantId centre;
    private final String number;

    AnswerLife(Year year, Chance chance, TenantId centre, String number) {
        this.year = year;
        this.chance = chance;
        this.centre = centre;
        this.number = number;
    }

    /** Returns whether something has been said. */
    boolean take(CaseView view) {
        CaseReception reception = year.world.cases.reception();
        CallContext clerk = year.world.as("clerk", centre);
        if (view.commands().contains("clear-answer") && chance.in(12)) {
            AnswerKind kind = chance.in(50) ? AnswerKind.NOT_AT_ALL : AnswerKind.NOT_NOW;
            ClearAnswer answer = new ClearAnswer(kind, "今年的名额已经用完", "条例第一条", "明年一月起可以再次申请");
            year.take("answer clearly", () -> reception.answerClearly(number, answer, clerk));
            return true;
        }
        if (view.commands().contains("answer-promise") && chance.in(15)) {
            year.take("promise an answer", () -> reception.promiseAnswer(number, new AnswerPromise("须核实名额"), clerk));
            return true;
        }
        return false;
    }

    /** Half of those who have a last day to supply what is missing let it pass. */
    static boolean isLetPass(CaseView view) {
        return view.item().equals(YearItems.TIMED) && view.number().hashCode() % 2 == 0;
    }

    /** What the law has accepted without: neither there nor promised. */
    static Stream<String> neverHandedIn(CaseView view, YearItems items) {
        return items.definitions().get(view.item()).materials().stream()
                .filter(Material::required)
                .map(Material::code)
                .filter(code -> view.materials().stream().noneMatch(given -> code.equals(given.code())))
                .filter(code -> view.promises().stream()
                        .noneMatch(promise -> promise.material().equals(code)));
    }
}
