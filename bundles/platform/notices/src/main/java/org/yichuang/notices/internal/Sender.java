package org.yichuang.notices.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.domain.NoticeContent;
import org.yichuang.notices.internal.persistence.DueRows.Due;
import org.yichuang.notices.internal.provider.Outcome;
import org.yichuang.notices.internal.provider.Parcel;
import org.yichuang.notices.internal.provider.Providers;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Hands messages to providers: at once after the commit on this node, and what is left over by the job. A message is
 * claimed in one transaction, handed over outside of any, and what became of it is noted in another: whoever dies
 * between the two leaves a claim, and when that has lapsed the message is uncertain and never handed over by itself
 * again.
 */
public class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int WAITING = 1_000;
    private static final int PART = 50;
    /** As many parts are handed over for a centre at a time; what is behind them leaves with the next run. */
    private static final int MOST_PARTS = 200;

    private static final int CLAIM = 20;
    private static final Duration LAST_ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 8;
    private static final String INTERRUPTED = "interrupted";
    private static final String UNWANTED = "unwanted";

    private final Rows rows;
    private final NoticeSeal seal;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Providers providers;
    private final Destinations destinations;
    private final Clock clock;
    private final Clock machineClock;
    private final Map<Channel, ThreadPoolExecutor> threads = new EnumMap<>(Channel.class);

    /** @param machineClock by which messages age and telephones rest, whatever a rehearsal's clock says */
    Sender(
            Rows rows,
            NoticeSeal seal,
            Transactions transactions,
            Tenants tenants,
            Providers providers,
            Clock machineClock) {
        this.rows = rows;
        this.seal = seal;
        this.transactions = transactions;
        this.tenants = tenants;
        this.providers = providers;
        this.destinations = new Destinations(rows.recipients(), seal);
        this.clock = tenants.clock();
        this.machineClock = machineClock;
        providers.channels().forEach(channel -> threads.put(channel, thread(channel)));
    }

    private static ThreadPoolExecutor thread(Channel channel) {
        return new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                work -> new Thread(work, "yichuang-notices-" + channel),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** The time by which messages age. */
    Instant now() {
        return machineClock.instant();
    }

    Rows rows() {
        return rows;
    }

    NoticeSeal seal() {
        return seal;
    }

    Destinations destinations() {
        return destinations;
    }

    /** Hands over soon what a centre has on a way, or leaves it to the job where too many wait. */
    void wake(TenantId tenant, Channel channel) {
        Optional.ofNullable(threads.get(channel))
                .ifPresent(thread -> thread.execute(() -> {
                    try {
                        deliverDue(tenant, channel, unit -> {}, () -> !thread.isShutdown());
                    } catch (RuntimeException e) {
                        LOG.warn("{}: messages by {} leave later: {}", tenant, channel, e.toString());
                    }
                }));
    }

    /** Stops when what is being handed over has its answer, or after a while; what waits leaves at the next start. */
    public void stop() {
        threads.values().forEach(thread -> {
            thread.shutdown();
            thread.getQueue().clear();
        });
        try {
            for (ThreadPoolExecutor thread : threads.values()) {
                if (!thread.awaitTermination(LAST_ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("What is being handed over has no answer yet, and will be uncertain");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        providers.close();
    }

    /**
     * Hands over what is due.
     *
     * @param first what each transaction that claims a message begins with
     * @param goesOn asked before each message
     */
    void deliverDue(TenantId tenant, Channel channel, Consumer<UnitOfWork> first, BooleanSupplier goesOn) {
        int parts = 0;
        while (parts < MOST_PARTS && deliverPart(tenant, channel, first, goesOn)) {
            parts++;
        }
    }

    /**
     * Hands over some of what is due, while the provider is to be asked at all.
     *
     * @param first what each transaction that claims a message begins with
     * @param goesOn asked before each message
     * @return whether more may be due
     */
    boolean deliverPart(TenantId tenant, Channel channel, Consumer<UnitOfWork> first, BooleanSupplier goesOn) {
        if (!isOpen(channel)) {
            return false;
        }
        List<String> part = due(tenant, channel);
        for (String id : part) {
            if (!goesOn.getAsBoolean() || !isOpen(channel)) {
                return false;
            }
            deliver(id, tenant, first);
        }
        return part.size() == PART;
    }

    /** Whether the provider of a way is to be asked now: else nothing is written for each message that waits. */
    boolean isOpen(Channel channel) {
        return providers.left(channel).isZero();
    }

    private List<String> due(TenantId tenant, Channel channel) {
        return transactions.read(call(tenant), unit -> rows.due().due(channel, PART, unit));
    }

    private void deliver(String id, TenantId tenant, Consumer<UnitOfWork> first) {
        Task[] task = new Task[1];
        try {
            transactions.write(call(tenant), Void.class, unit -> {
                first.accept(unit);
                task[0] = claim(id, unit).orElse(null);
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST) {
                throw e;
            }
            leave(id, tenant, e.code().code());
            return;
        } catch (RuntimeException e) {
            leave(id, tenant, e.getClass().getSimpleName());
            return;
        }
        if (task[0] != null) {
            Outcome outcome = providers.hand(task[0].channel(), task[0].parcel());
            transactions.write(call(tenant), Void.class, unit -> note(task[0], outcome, unit));
        }
    }

    /** A message that this node has claimed. */
    private record Task(String claim, int attempts, Channel channel, Parcel parcel) {}

    private Optional<Task> claim(String id, UnitOfWork unit) {
        Notice notice = rows.notices().held(id, unit);
        Due due = rows.due().find(id, unit).filter(Due::isNow).orElse(null);
        if (due == null) {
            return Optional.empty();
        }
        if (!due.claim().isEmpty()) {
            end(notice, State.UNCERTAIN, INTERRUPTED, unit);
            return Optional.empty();
        }
        if (notice.isTooOld(now())) {
            end(notice, State.EXPIRED, "", unit);
            return Optional.empty();
        }
        Tenant centre = tenants.get(unit.context().tenant());
        Duration quiet = quiet(notice.channel(), centre);
        if (!quiet.isZero()) {
            rows.due().postpone(id, quiet, "", unit);
            return Optional.empty();
        }
        Optional<String> address = destinations.find(notice.recipient(), notice.channel(), centre, unit);
        if (address.isEmpty()) {
            end(notice, State.SETTLED, UNWANTED, unit);
            return Optional.empty();
        }
        String claim = Ids.secret(CLAIM);
        rows.due().claim(id, claim, providers.lapse(), unit);
        Parcel parcel = parcel(notice, addressed(notice, address.get(), unit), centre);
        return Optional.of(new Task(claim, due.attempts(), notice.channel(), parcel));
    }

    /** To where the recipient wants it now, which may be another address than when it was asked for. */
    private NoticeContent addressed(Notice notice, String address, UnitOfWork unit) {
        TenantId centre = unit.context().tenant();
        NoticeContent content = seal.open(notice, centre);
        if (content.address().equals(address)) {
            return content;
        }
        NoticeContent readdressed = content.to(address);
        notice.resealed(seal.seal(notice.id(), readdressed, centre));
        rows.notices().record(unit, notice, "readdress", Map.of());
        return readdressed;
    }

    private Duration quiet(Channel channel, Tenant centre) {
        return channel == Channel.SMS
                ? NoticesDescriptor.quietHours(centre).left(now(), CallContext.ZONE)
                : Duration.ZERO;
    }

    private static Parcel parcel(Notice notice, NoticeContent content, Tenant centre) {
        String from = notice.channel() == Channel.MAIL ? centre.policy(NoticesDescriptor.MAIL_FROM, "") : "";
        return new Parcel(notice.id(), content.subject(), content.body(), content.address(), from, centre.name());
    }

    private Void note(Task task, Outcome outcome, UnitOfWork unit) {
        String id = task.parcel().id();
        Notice notice = rows.notices().held(id, unit);
        Optional<Due> due = rows.due().find(id, unit);
        if (due.filter(found -> found.claim().equals(task.claim())).isEmpty()) {
            noteLate(notice, outcome, due, unit);
            return null;
        }
        switch (outcome.result()) {
            case SENT -> end(notice, State.SENT, "", unit);
            case UNCERTAIN -> end(notice, State.UNCERTAIN, outcome.reason(), unit);
            case REFUSED -> end(notice, State.REFUSED, outcome.reason(), unit);
            case LATER, DOWN -> rows.due().postpone(id, pause(task.attempts()), outcome.reason(), unit);
            default -> throw new IllegalStateException(outcome.toString());
        }
        return null;
    }

    /** The answer has come after the claim had lapsed: that it was taken is still worth knowing. */
    private void noteLate(Notice notice, Outcome outcome, Optional<Due> due, UnitOfWork unit) {
        boolean isOpen = notice.state() == State.UNCERTAIN
                || notice.state() == State.WAITING
                        && due.filter(found -> found.claim().isEmpty()).isPresent();
        if (outcome.result() == Outcome.Result.SENT && isOpen) {
            end(notice, State.SENT, "", unit);
        }
    }

    private void end(Notice notice, State state, String reason, UnitOfWork unit) {
        notice.became(state, reason);
        rows.notices().record(unit, notice, state.name().toLowerCase(Locale.ROOT), Map.of("reason", reason));
        rows.due().remove(notice.id(), unit);
    }

    /** What cannot even be claimed, e.g. because its key is not here, does not hold up the others. */
    private void leave(String id, TenantId tenant, String error) {
        LOG.error("{}: message {} cannot be claimed: {}", tenant, id, error);
        transactions.write(call(tenant), Void.class, unit -> {
            rows.due().find(id, unit).ifPresent(due -> rows.due().failed(id, pause(due.attempts()), error, unit));
            return null;
        });
    }

    private static Duration pause(int attempts) {
        return FIRST_REST.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, clock.instant(), "notices");
    }
}
