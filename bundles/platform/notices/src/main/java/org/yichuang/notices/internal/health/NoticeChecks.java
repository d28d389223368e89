package org.yichuang.notices.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.notices.internal.PendingNotices;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of messages. */
public class NoticeChecks extends HealthCheckRegistrar {
    public NoticeChecks(BundleContext context, PendingNotices pending) {
        super(context, List.of(new SendCheck(pending)));
    }
}
