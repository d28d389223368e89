package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.kernel.api.CallContext;

/** The facts of the proof of a delivery (R1-43). */
final class DeliveryFacts {
    private DeliveryFacts() {}

    /** What was delivered, how, when, and from when it counts. */
    static Map<String, String> of(Progress progress) {
        DeliveryView delivery = progress.delivery();
        DecisionDocument decision = progress.decisionDocument();
        Map<String, String> facts = new HashMap<>();
        facts.put("decision", decision == null ? "" : words("decision", decision.title(), decision.number()));
        if (progress.issued() != null) {
            facts.put("documentNumber", progress.issued().documentNumber());
            LocalDate until = progress.issued().validUntil();
            facts.put("validUntil", until == null ? "" : day(until));
        }
        facts.put("method", words("method." + delivery.method().name()));
        facts.put("deliveredOn", day(delivery.at().atZone(CallContext.ZONE).toLocalDate()));
        if (delivery.method() == DeliveryMethod.ANNOUNCEMENT) { // nobody is there who takes it and signs
            facts.put("announcement", delivery.remark());
            facts.put("servedOn", words("served", day(delivery.servedOn())));
        } else {
            facts.put("receivedBy", delivery.receivedBy());
            facts.put("consent", delivery.consent() == null ? "" : delivery.consent());
            facts.put("signature", words("signature"));
        }
        return facts;
    }
}
