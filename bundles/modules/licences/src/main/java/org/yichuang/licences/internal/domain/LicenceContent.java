package org.yichuang.licences.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a result is kept encrypted: it names people, or may.
 *
 * @param holder who holds it
 * @param remedies how acts of the organ are disputed
 * @param documents the ids of the documents that prove it and are in force
 * @param acts what has been done since the grant, in order
 * @param own how many of them, from the first, are of this centre's time; what is told from above comes behind them
 */
public record LicenceContent(Holder holder, String remedies, List<String> documents, List<LicenceAct> acts, int own) {
    public LicenceContent {
        remedies = remedies == null ? "" : remedies;
        documents = documents == null ? List.of() : List.copyOf(documents);
        acts = acts == null ? List.of() : List.copyOf(acts);
    }

    /** One with which nothing has been done here before another centre decides about it. */
    public LicenceContent(Holder holder, String remedies, List<String> documents, List<LicenceAct> acts) {
        this(holder, remedies, documents, acts, 0);
    }

    /** The same of whoever holds it now. */
    LicenceContent of(Holder present) {
        return new LicenceContent(present, remedies, documents, acts, own);
    }

    /**
     * The same with what has been done with it elsewhere, behind what was done here before that was told. What is told
     * of this centre's time is left out once: the same may be done twice a day, e.g. withheld again.
     */
    LicenceContent told(List<LicenceAct> since, List<String> inForce) {
        List<LicenceAct> before = acts.subList(0, Math.min(own, acts.size()));
        List<LicenceAct> known = new ArrayList<>(before);
        List<LicenceAct> all = new ArrayList<>(before);
        for (LicenceAct act : since) {
            Optional<LicenceAct> same = known.stream().filter(act::isSame).findFirst();
            same.ifPresentOrElse(known::remove, () -> all.add(act));
        }
        return new LicenceContent(holder, remedies, inForce, all, own);
    }

    /** The same about which another centre decides from now on: what has been done until now stays. */
    LicenceContent toldFromNow() {
        return new LicenceContent(holder, remedies, documents, acts, acts.size());
    }

    private LicenceContent with(List<LicenceAct> all) {
        return new LicenceContent(holder, remedies, documents, all, own);
    }

    /** The same after a decision has reached the holder. */
    LicenceContent delivered(String decision, ActDelivery how) {
        return with(acts.stream()
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
        return new LicenceContent(holder, remedies, inForce, all, own);
    }
}
