package org.yichuang.linkage.internal.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

    private final Faults faults;
    private Tables kept = new Tables(
            new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
    /** What the running transaction has changed, null as long as it has changed nothing. */
    private Tables changed;
    /** No id is given twice, though what is counted begins anew. */
    private int setBack;

    Approvals(Faults faults) {
        this.faults = faults;
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

    /** How much has come in. */
    int taken() {
        return kept.words.size();
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
        if (open().phases.get(city(number)) == Phase.OPEN) {
            open().phases.put(city(number), next);
            send(city(number), type, number, receiver, unit);
        }
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
        String number = message.payload().strip();
        String sender = message.sender().value();
        switch (message.type()) {
            case "forward" -> open().phases.put(city(number), Phase.OPEN);
            case "withdraw" -> {
                if (open().phases.get(city(number)) == Phase.OPEN) {
                    open().phases.put(city(number), Phase.WITHDRAWN);
                    send(city(number), "cancelled", number, sender, unit);
                }
            }
            case "question" -> send(number, "answer", number, sender, unit);
            case "decision" -> open().phases.put(number, Phase.DECIDED);
            case "cancelled" -> open().phases.put(number, Phase.WITHDRAWN);
            default -> {
                // Papers and answers change no phase
            }
        }
        String words = "taken " + faults.between(0, 1_000_000);
        open().words.put(message.id(), words);
        return words;
    }

    private void requireOnceAndInOrder(Incoming message) {
        if (open().words.containsKey(message.id())) {
            throw new AssertionError(message.id() + " takes effect a second time");
        }
        long before = open().taken.getOrDefault(message.aggregateId(), 0L);
        if (message.sequence() != before + 1) {
            throw new AssertionError(message.id() + " takes effect before what was sent earlier: it has the place "
                    + message.sequence() + " after " + before);
        }
        open().taken.put(message.aggregateId(), message.sequence());
    }

    @Override
    public void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        if (open().heard.put(message.id(), words) != null) {
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
     * @param sent all that was written
     */
    record Tables(
            Map<String, Phase> phases,
            Map<String, Long> sequences,
            Map<String, Long> taken,
            Map<String, String> words,
            Map<String, String> heard,
            List<OutgoingMessage> sent) {
        private Tables copy() {
            return new Tables(
                    new HashMap<>(phases),
                    new HashMap<>(sequences),
                    new HashMap<>(taken),
                    new HashMap<>(words),
                    new HashMap<>(heard),
                    new ArrayList<>(sent));
        }
    }
}
