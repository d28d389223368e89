package org.yichuang.windows.internal.domain;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.WindowsEvent;

/** A group of tickets (号别), with numbers of its own each day, and the windows that call it. Its id is its letters. */
@Entity(name = "QueueGroup")
@Table(name = "WINDOWS_QUEUE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class QueueGroup extends Kept<QueueGroup.Plan> {
    @Column(name = "NAME")
    private String name;

    @Column(name = "CLOSED")
    private boolean closed;

    protected QueueGroup() {} // for JPA

    /** Opens one. */
    public static QueueGroup opened(String code, String name, Plan plan) {
        QueueGroup made = new QueueGroup();
        made.id = code;
        made.name = name;
        made.held = plan;
        made.steps = 1;
        return made;
    }

    /**
     * Who calls it.
     *
     * @param windows their numbers; none: all windows
     */
    public record Plan(List<String> windows) {
        public Plan {
            windows = windows == null ? List.of() : List.copyOf(windows);
        }
    }

    /** It gives no more tickets; those that wait are still called. */
    public void close() {
        closed = true;
        steps++;
    }

    /** Whether a window calls it. */
    public boolean isCalledAt(String window) {
        return held.windows().isEmpty() || held.windows().contains(window);
    }

    public String name() {
        return name;
    }

    public boolean isClosed() {
        return closed;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.QueueChanged(name, held.windows());
    }
}
