package org.yichuang.journal.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.kernel.api.TenantId;

/**
 * What this container knows of a tenant's anchors past the database: its file, the second places, and whether
 * they come at all.
 */
public class AnchorEvidence {
    /** How far a file may stand behind: longer than what completes it takes. */
    private static final Duration LAG = Duration.ofMinutes(2);

    private final AnchorFiles files;
    private final AnchorHeads heads;
    private final AnchorWatch watch;
    private final Clock machineClock;

    public AnchorEvidence(AnchorFiles files, AnchorHeads heads, AnchorWatch watch, Clock machineClock) {
        this.files = files;
        this.heads = heads;
        this.watch = watch;
        this.machineClock = machineClock;
    }

    /** Begins a comparison, with file and second places as they are before the anchors are read. */
    Comparison begin(TenantId tenant) {
        return new Comparison(tenant);
    }

    /** The comparison of one verification. */
    final class Comparison {
        private final TenantId tenant;
        private final Map<Long, String> filed = new HashMap<>();
        private final List<AnchorHeads.Kept> kept;
        private final long due = JtaUnitOfWork.micros(machineClock.instant().minus(LAG));
        private long last;
        /** The last anchor that all places must have by now. */
        private long settled;

        private Comparison(TenantId tenant) {
            this.tenant = tenant;
            this.kept = heads.kept(tenant);
        }

        /** Gives what is wrong with file and second places by themselves, or with the anchoring. */
        Optional<String> begin() {
            if (watch.isOverdue(tenant)) {
                return Breaks.found("anchors-overdue");
            }
            return readFile().or(() -> kept.stream()
                    .flatMap(each -> each.broken().stream())
                    .findFirst());
        }

        private Optional<String> readFile() {
            try {
                List<AnchorHead> lines = files.read(tenant);
                if (lines.isEmpty() && files.isBegun(tenant)) {
                    return Breaks.found("file-removed");
                }
                for (AnchorHead line : lines) {
                    String other = filed.put(line.number(), line.hash());
                    if (other != null && !other.equals(line.hash())) {
                        return Breaks.found("file-double", line.number());
                    }
                    last = Math.max(last, line.number());
                }
                return Optional.empty();
            } catch (IOException e) {
                return Breaks.found("file-unreadable", e.getMessage());
            }
        }

        /**
         * Compares an anchor with its line and with the heads.
         *
         * @param entries how many entries it and those before it hold
         */
        Optional<String> anchor(Anchor anchor, long entries) {
            String line = filed.get(anchor.number());
            if (line != null && !line.equals(anchor.hash())) {
                return Breaks.found("file-differs", anchor.number());
            }
            if (anchor.atMicros() < due) {
                settled = anchor.number();
            }
            return kept.stream()
                    .filter(each -> each.head()
                            .filter(head -> head.number() == anchor.number())
                            .filter(head -> !head.hash().equals(anchor.hash()) || head.entries() != entries)
                            .isPresent())
                    .findFirst()
                    .flatMap(each -> Breaks.found("head-differs", anchor.number(), each.place()));
        }

        /** What file and second places say of the end, when all anchors have been compared. */
        Optional<String> end(AnchorHead head) {
            if (last > head.number()) {
                return Breaks.found("file-ahead", head.number() + 1, last);
            }
            if (last < settled) {
                return Breaks.found("file-behind", last, settled);
            }
            return kept.stream().flatMap(each -> end(each, head).stream()).findFirst();
        }

        private Optional<String> end(AnchorHeads.Kept place, AnchorHead head) {
            long number = place.head().map(AnchorHeadStore.Head::number).orElse(0L);
            if (number > head.number()) {
                return Breaks.found("head-ahead", head.number() + 1, number, place.place());
            }
            return number < settled ? Breaks.found("head-behind", place.place(), number, settled) : Optional.empty();
        }
    }
}
