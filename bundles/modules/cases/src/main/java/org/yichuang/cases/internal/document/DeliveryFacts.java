package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.kernel.api.CallContext;

/** The facts of the proof of a delivery (R1-43). */
final class DeliveryFacts {
    private DeliveryFacts() {}

    /** What was delivered, how, when, and from when it counts. */
    static Map<String, String> of(Progress progress, Submission submission) {
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
        facts.put("proof", proof(delivery.proof(), submission));
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

    /** What shows it: where the paper lies, and the file by its digest, as its name may be anybody's words. */
    private static String proof(CaseProof proof, Submission submission) {
        if (proof == null) {
            return "";
        }
        Stream<String> file = submission.materials().stream()
                .filter(material -> material.file() != null && material.file().equals(proof.file()))
                .map(material -> words("proof.file", material.sha256()));
        Stream<String> paper = Stream.ofNullable(proof.paper()).map(place -> words("proof.paper", place));
        return Stream.concat(file, paper).collect(Collectors.joining("；"));
    }
}
