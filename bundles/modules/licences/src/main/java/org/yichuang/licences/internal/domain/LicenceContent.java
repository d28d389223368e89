package org.yichuang.licences.internal.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a result is kept encrypted: it names people, or may.
 *
 * @param holder who holds it
 * @param remedies how acts of the organ are disputed
 * @param documents the ids of the documents that prove it and are in force
 * @param acts what has been done since the grant, in order
 */
public record LicenceContent(Holder holder, String remedies, List<String> documents, List<LicenceAct> acts) {
    public LicenceContent {
        remedies = remedies == null ? "" : remedies;
        documents = documents == null ? List.of() : List.copyOf(documents);
        acts = acts == null ? List.of() : List.copyOf(acts);
    }

    /** The same of whoever holds it now. */
    LicenceContent of(Holder present) {
        return new LicenceContent(present, remedies, documents, acts);
    }

    /** The same with what has been done with it elsewhere. */
    LicenceContent told(List<LicenceAct> all) {
        return new LicenceContent(holder, remedies, documents, all);
    }

    /** The same after a decision has reached the holder. */
    LicenceContent delivered(String decision, ActDelivery how) {
        return told(acts.stream()
                .map(act -> act.isUndelivered() && act.number().equals(decision) ? act.delivered(how) : act)
                .toList());
    }

    /** Whether a decision has still to reach the holder. */
    boolean isUndelivered() {
        return acts.stream().anyMatch(LicenceAct::isUndelivered);
    }

    /** The same with another act, after which other documents are in force. */
    LicenceContent with(LicenceAct act, List<String> inForce) {
        List<LicenceAct> all = new ArrayList<>(acts);
        all.add(act);
        return new LicenceContent(holder, remedies, inForce, all);
    }
}
