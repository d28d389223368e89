package org.yichuang.journal.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.rows.RowDigests;

/**
 * What the audit entries say about rows: for each row the digest in the last entry that speaks of it, and the end of
 * its own chain. One per verification; about 300 bytes for each row.
 */
final class RowCovers {
    /** An entry's moment is that of its call; it is written when the call's transaction ends. */
    static final long LONGEST_TRANSACTION_MICROS = 300_000_000;

    private static final char AT = '@';

    private final Map<String, Cover> covers = new HashMap<>();
    private final Set<String> types;
    private final Set<String> absent = new TreeSet<>();

    RowCovers(Set<String> types) {
        this.types = types;
    }

    /** The last word about one row. */
    static final class Cover {
        private String digest = "";
        private long atMicros = Long.MIN_VALUE;
        /** The end of the row's own chain as far as it was walked, 0 when it has none. */
        private long sequence;

        /** The entry of the row's own chain that the digest belongs to; others may speak of it before it is walked. */
        private long told;

        private String hash = "";
        /** Whether the word is that of a baseline, which had read the row some time before it could say so. */
        private boolean ofBaseline;

        private boolean met;

        String digest() {
            return digest;
        }

        long sequence() {
            return sequence;
        }

        String hash() {
            return hash;
        }

        boolean isRemoved() {
            return digest.equals(RowDigests.REMOVED);
        }
    }

    static String name(String type, String id) {
        return type + "/" + id;
    }

    /**
     * Notes an entry; entries of a chain come in their order. Gives the row that it found otherwise than it was left.
     */
    Optional<String> add(EntryRow entry) {
        Optional<String> broken = Optional.empty();
        if (types.contains(entry.aggregateType())) {
            broken = addOwn(entry);
        } else if (entry.after().indexOf('.') > 0) {
            absent.add(entry.aggregateType());
        }
        Optional<String> others = addOthers(entry);
        return broken.or(() -> others);
    }

    /** Notes what an entry says about other rows than its aggregate's own; an entry may be noted again. */
    Optional<String> addOthers(EntryRow entry) {
        Optional<String> broken = Optional.empty();
        if (entry.details().contains("\"" + RowDigests.ROW)) {
            Map<String, String> details = Json.texts(entry.details());
            for (Map.Entry<String, String> detail : details.entrySet()) {
                if (detail.getKey().startsWith(RowDigests.ROW)) {
                    String name = detail.getKey().substring(RowDigests.ROW.length());
                    Optional<String> other =
                            addOther(name, detail.getValue(), details.getOrDefault(RowDigests.FOUND + name, ""), entry);
                    broken = broken.or(() -> other).or(() -> departedBefore(entry, details, name));
                }
            }
        }
        return broken;
    }

    /** A baseline tells what it has found of those rows only that were not as their last entry had left them. */
    private static Optional<String> departedBefore(EntryRow entry, Map<String, String> details, String name) {
        boolean isNamed = isOfBaseline(entry) && details.containsKey(RowDigests.FOUND + name);
        return isNamed ? Optional.of(name) : Optional.empty();
    }

    private Optional<String> addOwn(EntryRow entry) {
        String name = name(entry.aggregateType(), entry.aggregateId());
        Cover cover = covers.computeIfAbsent(name, fresh -> new Cover());
        boolean departs = departs(cover.digest, entry.before());
        if (entry.sequence() > cover.told) {
            cover.digest = entry.after();
            cover.atMicros = entry.atMicros();
            cover.told = entry.sequence();
            cover.ofBaseline = false;
        }
        cover.sequence = entry.sequence();
        cover.hash = entry.hash();
        return departs ? Optional.of(name) : Optional.empty();
    }

    private Optional<String> addOther(String name, String value, String found, EntryRow entry) {
        String type = name.substring(0, name.indexOf('/'));
        if (!types.contains(type)) {
            absent.add(type);
        }
        Cover cover = covers.computeIfAbsent(name, fresh -> new Cover());
        // Containers' clocks differ: who found the row as it was left came later, whatever its clock said
        int at = value.indexOf(AT);
        long told = at < 0 ? cover.told : Long.parseLong(value, at + 1, value.length(), 10);
        boolean crossed = at < 0 && haveCrossed(cover, value, entry);
        boolean isLater = entry.atMicros() >= cover.atMicros || isSame(cover.digest, found);
        if (at < 0 ? !(crossed ? cover.ofBaseline : isLater) : told < cover.told) {
            return Optional.empty();
        }
        boolean departs = !crossed && departs(cover.digest, found);
        cover.digest = at < 0 ? value : value.substring(0, at);
        cover.atMicros = entry.atMicros();
        cover.told = told;
        cover.ofBaseline = isOfBaseline(entry);
        return departs ? Optional.of(name) : Optional.empty();
    }

    /**
     * Whether a step and a baseline have spoken at about the same time of a row that has no chain of its own: a step
     * tells the moment of its call, and a baseline that has read the row before the step was written may have spoken
     * after it. The step's word counts then, and neither tells what the other should have found: an edit between the
     * two that the step has overwritten is not told, as nobody knows who came first. Of what comes later it is.
     */
    private static boolean haveCrossed(Cover cover, String value, EntryRow entry) {
        boolean ofBaseline = isOfBaseline(entry);
        return ofBaseline != cover.ofBaseline
                && ofBaseline == (entry.atMicros() >= cover.atMicros)
                && (cover.isRemoved() || value.equals(RowDigests.REMOVED) || isOfSameColumns(cover.digest, value))
                && Math.abs(entry.atMicros() - cover.atMicros) <= LONGEST_TRANSACTION_MICROS;
    }

    private static boolean isOfBaseline(EntryRow entry) {
        return entry.aggregateType().equals(RowBaseline.TYPE);
    }

    private static boolean isOfSameColumns(String one, String other) {
        int end = one.indexOf('.');
        return end > 0 && other.startsWith(one.substring(0, end + 1));
    }

    private static boolean isSame(String left, String found) {
        return !found.isEmpty() && found.equals(left);
    }

    /** Whether a row was found otherwise than it had been left; only digests over the same columns can be compared. */
    private static boolean departs(String left, String found) {
        return isOfSameColumns(left, found) && !found.equals(left);
    }

    /** What is said about a row, and that it has been met. */
    Optional<Cover> meet(String type, String id) {
        Optional<Cover> cover = Optional.ofNullable(covers.get(name(type, id)));
        cover.ifPresent(found -> found.met = true);
        return cover;
    }

    /** The kinds of rows of which something is said and that are proved by nobody. */
    List<String> absent() {
        return List.copyOf(absent);
    }

    /** The rows of which something is said. */
    Set<String> names() {
        return new TreeSet<>(covers.keySet());
    }

    /** The rows that should stand and were not met. */
    Set<String> unmet() {
        Set<String> unmet = new TreeSet<>();
        covers.forEach((name, cover) -> {
            if (!cover.met
                    && !cover.isRemoved()
                    && !cover.digest.isEmpty()
                    && types.contains(name.substring(0, name.indexOf('/')))) {
                unmet.add(name);
            }
        });
        return unmet;
    }
}
