package org.yichuang.notices.internal;

import java.time.Duration;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** Hands over what has been left over on one way; each way has a job of its own, so that none waits for another. */
public class SendJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(20);

    private final Channel channel;
    private final Sender sender;
    private final PendingNotices pending;

    SendJob(Channel channel, Sender sender, PendingNotices pending) {
        this.channel = channel;
        this.sender = sender;
        this.pending = pending;
    }

    @Override
    public String name() {
        return channel == Channel.MAIL ? "notices-mail" : "notices-sms";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    /** Asks once for all centres who has something to be handed over: mostly nobody has. */
    @Override
    public void run(JobRun run) {
        pending.centres(channel)
                .forEach(centre -> sender.deliverDue(centre, channel, unit -> unit.require(run.lease()), run::goesOn));
    }
}
