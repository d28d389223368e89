package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.internal.ProofNotes.Note;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Proves every trail once a day at a quiet hour, what has come since the last proof, and all of it every week. A night
 * that was missed, as the containers were off, is made up for. By the machine's clock: a rehearsal that is moved has
 * nothing proved more or less often.
 */
public class ProofJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(ProofJob.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** What was read longer ago is read again before it is told: another node may have proved meanwhile. */
    private static final Duration FRESH = PERIOD.multipliedBy(2);
    /** A trail is long to walk: one that could not be proved is not walked at every run. */
    private static final Duration RETRY = Duration.ofHours(1);
    /** A container that starts has other things to do than to prove what nobody has ever proved. */
    private static final Duration SETTLED = Duration.ofHours(1);
    /** By how much the clock of another node may be ahead. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final Known UNREAD = new Known(Optional.empty(), Instant.EPOCH);

    private final Verifier verifier;
    private final ProofNotes notes;
    private final ProofAges ages;
    private final ProofSchedule schedule;
    private final KnownTenants tenants;
    private final Clock machineClock;
    private final Instant began;
    private final Map<TenantId, Known> last = new ConcurrentHashMap<>();
    private final Map<TenantId, Instant> failed = new ConcurrentHashMap<>();
    private volatile long token;

    /**
     * @param note nothing when no proof has ever left one
     * @param readAt when this node has begun to read it, or has written it
     */
    private record Known(Optional<Note> note, Instant readAt) {
        boolean isFresh(Instant now) {
            return readAt.plus(FRESH).isAfter(now);
        }
    }

    /**
     * @param ages when trails were proved, on whichever node
     * @param tenants whose trails there are
     */
    ProofJob(
            Verifier verifier,
            ProofNotes notes,
            ProofAges ages,
            ProofSchedule schedule,
            KnownTenants tenants,
            Clock machineClock) {
        this.ages = ages;
        this.verifier = verifier;
        this.notes = notes;
        this.schedule = schedule;
        this.tenants = tenants;
        this.machineClock = machineClock;
        this.began = machineClock.instant();
    }

    @Override
    public String name() {
        return "journal-proof";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        if (token != run.lease().token()) {
            // Another node may have gone on with it meanwhile
            last.clear();
            failed.clear();
            token = run.lease().token();
        }
        Instant now = machineClock.instant();
        CallContext context = CallContext.system(run.context().tenant(), now, name());
        if (schedule.isOff()) {
            return;
        }
        Instant since = known(context.tenant(), now)
                .map(note -> note.isGenuine() && hasPassed(note.at(), now) ? note.at() : Instant.EPOCH)
                .orElseGet(() -> unprovedSince(context));
        if (schedule.isDue(since, now) && !hasJustFailed(context)) {
            tryToProve(context, run);
        }
    }

    /** Where the containers are off every night, the hour is never seen: the trail itself tells how long it waits. */
    private Instant unprovedSince(CallContext context) {
        if (context.at().isBefore(began.plus(SETTLED))) {
            return began;
        }
        return notes.firstEntry(context.tenant()).filter(began::isAfter).orElse(began);
    }

    private boolean hasJustFailed(CallContext context) {
        Instant at = failed.get(context.tenant());
        return at != null && context.at().isBefore(at.plus(RETRY));
    }

    private void tryToProve(CallContext context, JobRun run) {
        failed.put(context.tenant(), context.at());
        prove(context, run);
        failed.remove(context.tenant());
    }

    /** What is noted for later than now would keep everything from being proved until then. */
    private static boolean hasPassed(Instant at, Instant now) {
        return at.isBefore(now.plus(SKEW));
    }

    private Optional<Note> known(TenantId tenant, Instant now) {
        Known known = last.get(tenant);
        return known != null && known.isFresh(now) ? known.note : remember(tenant, notes.last(tenant), now);
    }

    private Optional<Note> remember(TenantId tenant, Optional<Note> note, Instant readAt) {
        return last.merge(tenant, new Known(note, readAt), (old, read) -> old.readAt.isAfter(readAt) ? old : read).note;
    }

    private void prove(CallContext context, JobRun run) {
        TenantId tenant = context.tenant();
        Verification found = isWholeDue(context) ? verifier.verify(tenant) : verifier.verifyRecent(tenant);
        notes.add(found, context, unit -> unit.require(run.lease()));
        remember(tenant, Optional.of(new Note(context.at(), found, true)), machineClock.instant());
        if (!found.sound()) {
            LOG.error("The audit trail of {} is broken: {}", tenant, found.firstBreak());
        }
    }

    /** What only a proof of everything has found, the next one of what is new would not find again. */
    private boolean isWholeDue(CallContext context) {
        return known(context.tenant(), context.at())
                        .filter(Note::isBrokenAsWhole)
                        .isPresent()
                || schedule.isWholeDue(
                        notes.lastWhole(context.tenant()).filter(at -> hasPassed(at, context.at())), context.at());
    }

    /** Whether trails are proved without anybody asking. */
    public boolean isOn() {
        return !schedule.isOff();
    }

    /** When which trails were proved, on whichever node. */
    public ProofAges ages() {
        return ages;
    }

    /** What the last proofs have found, on whichever node, by centre: those that are broken. */
    public Map<TenantId, String> broken() {
        Map<TenantId, String> broken = new TreeMap<>();
        present().forEach((tenant, note) -> {
            if (!note.found().sound()) {
                broken.put(tenant, note.found().firstBreak());
            }
        });
        return broken;
    }

    /** Likewise those of which some rows could not be looked at, and which kinds. */
    public Map<TenantId, String> absent() {
        Map<TenantId, String> absent = new TreeMap<>();
        present().forEach((tenant, note) -> {
            if (!note.found().absent().isEmpty()) {
                absent.put(tenant, String.join(", ", note.found().absent()));
            }
        });
        return absent;
    }

    private Map<TenantId, Note> present() {
        Instant now = machineClock.instant();
        List<TenantId> all = tenants.all();
        List<TenantId> unread = all.stream()
                .filter(tenant -> !last.getOrDefault(tenant, UNREAD).isFresh(now))
                .toList();
        if (!unread.isEmpty()) {
            Map<TenantId, Note> read = notes.last(unread);
            unread.forEach(tenant -> remember(tenant, Optional.ofNullable(read.get(tenant)), now));
        }
        Map<TenantId, Note> present = new TreeMap<>();
        all.forEach(tenant -> last.getOrDefault(tenant, UNREAD).note.ifPresent(note -> present.put(tenant, note)));
        return present;
    }
}
