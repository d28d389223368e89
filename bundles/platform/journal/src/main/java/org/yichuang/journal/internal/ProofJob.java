package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Verifier verifier;
    private final ProofNotes notes;
    private final ProofAges ages;
    private final ProofSchedule schedule;
    private final Clock machineClock;
    private final Instant began;
    private final Map<TenantId, Note> last = new ConcurrentHashMap<>();
    private volatile long token;

    /** @param ages when trails were proved, on whichever node */
    ProofJob(Verifier verifier, ProofNotes notes, ProofAges ages, ProofSchedule schedule, Clock machineClock) {
        this.ages = ages;
        this.verifier = verifier;
        this.notes = notes;
        this.schedule = schedule;
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
            token = run.lease().token();
        }
        Instant now = machineClock.instant();
        CallContext context = CallContext.system(run.context().tenant(), now, name());
        if (schedule.isOff()) {
            return;
        }
        Optional<Note> before = known(context);
        if (schedule.isDue(before.map(Note::at).orElse(began), now)) {
            prove(context, run);
        }
    }

    private Optional<Note> known(CallContext context) {
        Optional<Note> known = Optional.ofNullable(last.get(context.tenant())).or(() -> notes.last(context));
        known.ifPresent(note -> last.put(context.tenant(), note));
        return known;
    }

    private void prove(CallContext context, JobRun run) {
        TenantId tenant = context.tenant();
        boolean isWhole = schedule.isWholeDue(notes.lastWhole(context), context.at());
        Verification found = isWhole ? verifier.verify(tenant) : verifier.verifyRecent(tenant);
        notes.add(found, context, unit -> unit.require(run.lease()));
        last.put(tenant, new Note(context.at(), found));
        if (!found.sound()) {
            LOG.error("The audit trail of {} is broken: {}", tenant, found.firstBreak());
        }
    }

    /** Whether trails are proved without anybody asking. */
    public boolean isOn() {
        return !schedule.isOff();
    }

    /** When which trails were proved, on whichever node. */
    public ProofAges ages() {
        return ages;
    }

    /** What the last proofs have found that this node has made or read, by centre: those that are broken. */
    public Map<TenantId, String> broken() {
        Map<TenantId, String> broken = new TreeMap<>();
        last.forEach((tenant, note) -> {
            if (!note.found().sound()) {
                broken.put(tenant, note.found().firstBreak());
            }
        });
        return broken;
    }

    /** Likewise those of which some rows could not be looked at, and which kinds. */
    public Map<TenantId, String> absent() {
        Map<TenantId, String> absent = new TreeMap<>();
        last.forEach((tenant, note) -> {
            if (!note.found().absent().isEmpty()) {
                absent.put(tenant, String.join(", ", note.found().absent()));
            }
        });
        return absent;
    }
}
