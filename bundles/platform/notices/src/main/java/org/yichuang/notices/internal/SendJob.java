package org.yichuang.notices.internal;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** Hands over what has been left over on one way; each way has a job of its own, so that none waits for another. */
public class SendJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(SendJob.class);
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final int MOST_ROUNDS = 200;

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

    /**
     * Asks once for all centres who has something to be handed over: mostly nobody has. Each gets a part in turn, so
     * that none waits until another has sent all; what fails for one keeps no other.
     */
    @Override
    public void run(JobRun run) {
        if (!sender.isOpen(channel)) {
            return;
        }
        List<TenantId> centres = pending.centres(channel);
        for (int round = 0; round < MOST_ROUNDS && !centres.isEmpty(); round++) {
            centres = centres.stream().filter(centre -> hasMore(centre, run)).toList();
        }
    }

    private boolean hasMore(TenantId centre, JobRun run) {
        try {
            return run.goesOn() && sender.deliverPart(centre, channel, unit -> unit.require(run.lease()), run::goesOn);
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST) {
                throw e;
            }
            LOG.error("{}: messages by {} leave later: {}", centre, channel, e.code());
        } catch (RuntimeException e) {
            LOG.error("{}: messages by {} leave later: {}", centre, channel, e.toString());
        }
        return false;
    }
}
