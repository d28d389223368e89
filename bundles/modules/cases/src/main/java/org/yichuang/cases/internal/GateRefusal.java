package org.yichuang.cases.internal;

import org.yichuang.cases.api.GateAnswer;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.ProblemException;

/** What a gate refuses with. The command is rolled back; the event is kept of it. */
final class GateRefusal extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final transient DomainEvent event;

    GateRefusal(GateAnswer.Refused refusal, DomainEvent event) {
        super(refusal.code(), refusal.message());
        this.event = event;
    }

    DomainEvent event() {
        return event;
    }
}
