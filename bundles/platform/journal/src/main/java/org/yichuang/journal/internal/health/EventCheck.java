package org.yichuang.journal.internal.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/** Do the listeners hear what is committed? */
class EventCheck extends ModuleCheck {
    private static final Duration LATE = Duration.ofMinutes(5);

    private final EventDelivery delivery;

    EventCheck(EventDelivery delivery) {
        super("events", "事件", DOCTOR);
        this.delivery = delivery;
    }

    @Override
    protected List<Finding> look() {
        List<EventDelivery.Progress> listeners = delivery.listeners();
        List<Finding> findings = new ArrayList<>();
        listeners.forEach(each -> look(each, findings));
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    listeners.size() + " 个监听器均已跟上", "All of " + listeners.size() + " listeners have caught up"));
        }
        return findings;
    }

    private static void look(EventDelivery.Progress each, List<Finding> findings) {
        if (each.setAside() > 0) {
            findings.add(Finding.warn(
                    each.listener() + " 有 " + each.setAside() + " 个事件被搁置",
                    each.setAside() + " events are set aside for " + each.listener(),
                    "用 event:failed 查看原因，排除后 event:replay",
                    "See why by event:failed, mend it, then event:replay"));
        }
        if (each.present() && each.lag().compareTo(LATE) > 0) {
            findings.add(Finding.warn(
                    each.listener() + " 落后 " + each.behind() + " 个事件、"
                            + each.lag().toMinutes() + " 分钟",
                    each.listener() + " is " + each.behind() + " events and "
                            + each.lag().toMinutes() + " minutes behind",
                    each.trouble().isEmpty() ? "若仍在减少，稍候即可" : each.trouble(),
                    each.trouble().isEmpty() ? "If it is falling, wait" : each.trouble()));
        }
    }
}
