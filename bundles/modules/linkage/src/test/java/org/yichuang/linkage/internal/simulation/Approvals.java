package org.yichuang.linkage.internal.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.LinkageError;

/**
 * A county's pre-review and a city's decision in their barest form, kept by one deployment. It relies wholly on what
 * the linkage promises, each message once and in its order, and says so as soon as a promise is broken.
 */
final class Approvals implements LinkedModule {
    static final String TOPIC = "linkage";

    /** What is told of a case that has ended above since the applicant had withdrawn. */
    private static final String CANCELLED = "cancelled";

    private final Faults faults;
    private final boolean isReminding;
    private Tables kept = Tables.empty();
    /** What the running transaction has changed, null as long as it has changed nothing. */
    private Tables changed;
    /** No id is given twice, though what is counted begins anew. */
    private int setBack;
    /** No outcome is found twice. */
    private int decisions;

    /** @param isReminding whether it says what it was told to whoever does not know that any more */
    Approvals(Faults faults, boolean isReminding) {
        this.faults = faults;
        this.isReminding = isReminding;
    }

    /** A transaction has ended: what it changed is kept, or was never there. */
    void end(boolean isCommitted) {
        if (isCommitted && changed != null) {
            kept = changed;
        }
        changed = null;
    }

    /** Makes a copy, which gives back what it was made of and tells what has been lost by that. */
    Supplier<List<OutgoingMessage>> copy() {
        Tables then = kept.copy();
        return () -> {
            List<OutgoingMessage> lost = new ArrayList<>(kept.sent);
            lost.removeAll(then.sent);
            kept = then;
            setBack++;
            return lost;
        };
    }

    private Tables open() {
        if (changed == null) {
            changed = kept.copy();
        }
        return changed;
    }

    Tables tables() {
        return kept;
    }

    /** A step of the county: it sends the file, more papers, or that the applicant withdraws. */
    void write(String number, String type, Phase next, String receiver, UnitOfWork unit) {
        Phase before = open().phases.get(number);
        boolean isFirst = type.equals("forward");
        if (isFirst ? before == null : before == Phase.OPEN) {
            open().phases.put(number, next);
            send(number, type, number, receiver, unit);
        }
    }

    /** A step of the city: it asks, or decides. */
    void answer(String number, String type, Phase next, String receiver, UnitOfWork unit) {
        boolean isForgotten = next == Phase.DECIDED && isCancelled(number);
        if (open().phases.get(city(number)) == Phase.OPEN && !isForgotten) {
            open().phases.put(city(number), next);
            if (next == Phase.DECIDED) {
                decisions++;
                open().outcomes.put(city(number), open().told.getOrDefault(number, "outcome " + decisions));
            }
            tell(number, type, receiver, unit);
        }
    }

    /** What has ended already is not decided: that the applicant withdraws will come again. */
    private boolean isCancelled(String number) {
        return CANCELLED.equals(open().told.get(number));
    }

    private void tell(String number, String type, String receiver, UnitOfWork unit) {
        String outcome = type.equals("decision") ? "=" + open().outcomes.get(city(number)) : "";
        send(city(number), type, number + outcome, receiver, unit);
    }

    private void send(String aggregate, String type, String payload, String receiver, UnitOfWork unit) {
        long sequence = open().sequences.merge(aggregate, 1L, Long::sum);
        OutgoingMessage message = new OutgoingMessage(
                aggregate + "/" + sequence + "'".repeat(setBack), TOPIC, receiver, aggregate, sequence, type, payload);
        open().sent.add(message);
        unit.send(message);
    }

    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        if (faults.isRefused()) {
            throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
        }
        requireOnceAndInOrder(message);
        String[] said = message.payload().strip().split("=");
        String number = said[0];
        String sender = message.sender().value();
        switch (message.type()) {
            case "forward" -> forwarded(number, sender, unit);
            case "withdraw" -> {
                if (open().phases.get(city(number)) == Phase.OPEN
                        && (!open().told.containsKey(number) || isCancelled(number))) {
                    open().phases.put(city(number), Phase.WITHDRAWN);
                    tell(number, CANCELLED, sender, unit);
                }
            }
            case "question" -> send(number, "answer", number, sender, unit);
            case "decision" -> end(number, Phase.DECIDED, said[1]);
            case CANCELLED -> end(number, Phase.WITHDRAWN, null);
            default -> {
                // Papers and answers change no phase
            }
        }
        String words = "taken " + faults.between(0, 1_000_000);
        open().words.put(message.id(), words);
        return words;
    }

    /** One that is here already has been forgotten below, and what was said of its end with it. */
    private void forwarded(String number, String sender, UnitOfWork unit) {
        Phase before = open().phases.putIfAbsent(city(number), Phase.OPEN);
        if (before == Phase.DECIDED) {
            tell(number, "decision", sender, unit);
        } else if (before == Phase.WITHDRAWN) {
            tell(number, CANCELLED, sender, unit);
        }
    }

    private void end(String number, Phase phase, String outcome) {
        String before = open().end(number);
        open().phases.put(number, phase);
        if (outcome != null) {
            open().outcomes.put(number, outcome);
        }
        if (before.startsWith("WITHDRAWN") || before.startsWith("DECIDED")) {
            requireSame(number, before, open().end(number));
        }
    }

    private static void requireSame(String number, String before, String now) {
        if (!before.equals(now)) {
            throw new AssertionError(number + " is decided a second time: " + before + ", then " + now);
        }
    }

    @Override
    public String told(TenantId neighbour, List<String> answered, UnitOfWork unit) {
        open().again.addAll(open().heard.keySet());
        Stream<String> cancelled = open().phases.entrySet().stream()
                .filter(each -> each.getValue() == Phase.WITHDRAWN)
                .map(each -> each.getKey() + "=" + CANCELLED);
        Stream<String> decided = open().outcomes.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        return Stream.concat(decided, cancelled)
                .filter(each -> isReminding && !each.startsWith(city("")))
                .sorted()
                .collect(Collectors.joining(";"));
    }

    @Override
    public void reminded(TenantId neighbour, String told, UnitOfWork unit) {
        for (String each : told.split(";")) {
            String[] said = each.split("=");
            open().told.put(said[0], said[1]);
        }
    }

    private void requireOnceAndInOrder(Incoming message) {
        if (open().words.containsKey(message.id())) {
            throw new AssertionError(message.id() + " takes effect a second time");
        }
        long before = open().taken.getOrDefault(message.aggregateId(), 0L);
        if (message.sequence() > before + 1 && setBack > 0) { // what is before it will come again
            throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
        }
        if (message.sequence() != before + 1) {
            throw new AssertionError(message.id() + " takes effect before what was sent earlier: it has the place "
                    + message.sequence() + " after " + before);
        }
        open().taken.put(message.aggregateId(), message.sequence());
    }

    @Override
    public void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        boolean isAgain = open().again.remove(message.id());
        if (open().heard.put(message.id(), words) != null && !isAgain) {
            throw new AssertionError(message.id() + " is receipted a second time");
        }
    }

    @Override
    public void parked(OutgoingMessage message, String reason, UnitOfWork unit) {
        throw new AssertionError(message.id() + " is parked: " + reason);
    }

    @Override
    public String payload(TenantId sender, OutgoingMessage waiting) {
        return isVaried(waiting) ? waiting.payload() + " ".repeat((int) faults.between(0, 2)) : waiting.payload();
    }

    @Override
    public boolean isVaried(OutgoingMessage waiting) {
        return waiting.type().equals("forward");
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        if (faults.isRefused()) { // it has still to be scanned
            throw new ProblemException(LinkageError.RECEIVER_OFF, LocalizedMessage.verbatim("not given out yet"));
        }
        return List.of();
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    static String city(String number) {
        return "city-" + number;
    }

    /** Where a case stands, at either end. */
    enum Phase {
        OPEN,
        WITHDRAWING,
        DECIDED,
        WITHDRAWN
    }

    /**
     * What a deployment keeps.
     *
     * @param phases of cases, by number
     * @param sequences how many messages each case has sent
     * @param taken how many messages of each case of the other end have come
     * @param words what was answered to each message that took effect, by its id
     * @param heard what the other end has answered to each message, by its id
     * @param again which may be answered once more, as the other end was set back
     * @param outcomes of cases that are decided, by number
     * @param told what this end has decided of cases of the other one, as that has said
     * @param sent all that was written
     */
    record Tables(
            Map<String, Phase> phases,
            Map<String, Long> sequences,
            Map<String, Long> taken,
            Map<String, String> words,
            Map<String, String> heard,
            Set<String> again,
            Map<String, String> outcomes,
            Map<String, String> told,
            List<OutgoingMessage> sent) {
        private static Tables empty() {
            return new Tables(
                    Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(), List.of());
        }

        private Tables copy() {
            return new Tables(
                    new HashMap<>(phases),
                    new HashMap<>(sequences),
                    new HashMap<>(taken),
                    new HashMap<>(words),
                    new HashMap<>(heard),
                    new HashSet<>(again),
                    new HashMap<>(outcomes),
                    new HashMap<>(told),
                    new ArrayList<>(sent));
        }

        /** How a case has ended, in words. */
        String end(String number) {
            return phases.get(number) + ": " + outcomes.getOrDefault(number, "");
        }
    }
}
