package org.yichuang.agency.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done with a request for joint handling, where it may be done, and where that leads. */
public enum JointStep {
    /** It is asked for. */
    ASK(Set.of(), JointState.RECEIVED),
    /** The centre consents, in writing; again where its items have changed since. */
    CONSENT(Set.of(JointState.RECEIVED, JointState.CONSENTED), JointState.CONSENTED),
    /** The centre declines, in writing. */
    DECLINE(Set.of(JointState.RECEIVED), JointState.DECLINED),
    /** The applicant hands in what is handled jointly. */
    HAND_IN(Set.of(JointState.CONSENTED), JointState.HANDED_IN),
    /** The applicant does not want it any more. */
    WITHDRAW(Set.of(JointState.RECEIVED, JointState.CONSENTED), JointState.WITHDRAWN);

    private final Set<JointState> from;
    private final JointState next;

    JointStep(Set<JointState> from, JointState next) {
        this.from = from;
        this.next = next;
    }

    /** Where it leads. */
    public JointState next() {
        return next;
    }

    /** Whether it may be taken where a request stands. */
    public boolean isPossible(JointState now) {
        return from.contains(now);
    }

    /** What may be done where a request stands. */
    public static List<JointStep> of(JointState now) {
        return Arrays.stream(values()).filter(step -> step.isPossible(now)).toList();
    }

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(JointStep.class, "joint-step." + name());
    }
}
