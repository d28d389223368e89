package org.yichuang.journal.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do the listeners hear what is committed? */
class EventCheck extends ModuleCheck {
    private static final Duration LATE = Duration.ofMinutes(5);

    private final EventDelivery delivery;

    EventCheck(EventDelivery delivery) {
        super("events", DOCTOR);
        this.delivery = delivery;
    }

    @Override
    protected List<Finding> look() {
        List<EventDelivery.Progress> listeners = delivery.listeners();
        List<Finding> findings = new ArrayList<>();
        listeners.forEach(each -> look(each, findings));
        if (findings.isEmpty()) {
            findings.add(Finding.ok(Messages.of("events-ok", listeners.size())));
        }
        return findings;
    }

    private static void look(EventDelivery.Progress each, List<Finding> findings) {
        if (each.setAside() > 0) {
            findings.add(Finding.warn(
                    Messages.of("events-set-aside", each.listener(), each.setAside()),
                    Messages.of("events-set-aside-advice")));
        }
        if (each.present() && each.lag().compareTo(LATE) > 0) {
            findings.add(Finding.warn(
                    Messages.of(
                            "events-late",
                            each.listener(),
                            each.behind(),
                            each.lag().toMinutes()),
                    each.trouble().isEmpty()
                            ? Messages.of("events-late-advice")
                            : LocalizedMessage.verbatim(each.trouble())));
        }
    }
}
