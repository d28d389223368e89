package org.yichuang.year;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.CheckPromise;
import org.yichuang.cases.api.CaseRequests.Deliver;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.kernel.api.TenantId;

/** What is done with a case when its result is there. */
final class DeliveryLife {
    private final Year year;
    private final Chance chance;
    private final CaseService service;
    private final TenantId centre;
    private final String number;

    DeliveryLife(Year year, Chance chance, TenantId centre, String number) {
        this.year = year;
        this.chance = chance;
        this.service = year.world.service;
        this.centre = centre;
        this.number = number;
    }

    /** Hands the result over, or leaves it until somebody comes. */
    void deliver(CaseView view) {
        if (view.commands().contains("delivery") && chance.in(85)) {
            DeliveryMethod method = chance.of(List.of(DeliveryMethod.values()));
            String remark = method == DeliveryMethod.ANNOUNCEMENT ? "政务服务网公告栏；下落不明" : null;
            String consent = method == DeliveryMethod.ELECTRONIC ? "送达地址确认书" : null;
            Deliver delivery = new Deliver(method, "李明", remark, consent, CaseProof.onPaper("档案室"), Map.of());
            year.take("deliver", () -> service.deliver(number, delivery, year.world.as("clerk", centre)));
        }
    }

    /** Checks something that was declared; returns whether there may be more. */
    boolean check(CaseView view) {
        List<PromiseView> open = view.unchecked();
        if (open.isEmpty()) {
            return false;
        }
        year.take(
                "check promise",
                () -> service.checkPromise(
                        number,
                        new CheckPromise(open.get(0).material(), chance.in(85), "现场核查"),
                        year.world.as("reviewer", centre)));
        return true;
    }
}
