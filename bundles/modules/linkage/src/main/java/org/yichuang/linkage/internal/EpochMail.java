package org.yichuang.linkage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.Epochs.Begun;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What a centre whose database was set back tells its neighbours: up to when it knows what it has heard. Each sends it
 * again what it was given since, and answers what the centre itself had told and may not know any more.
 */
public class EpochMail implements LinkedModule {
    static final String SET_BACK = "set-back";

    /** One sequence of messages for each neighbour, in which epochs grow. */
    private static final String AGGREGATE = Epochs.TOPIC;

    private static final int VERSION = 1;

    private static final String HEARD = "linkage-set-backs";
    /** Whoever restores a copy may have to do it again. */
    private static final int MOST_A_DAY = 5;

    /** What it knows is known by its clock, what was delivered by another one; what comes twice costs little. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Epochs epochs;
    private final Outbox outbox;
    private final LinkedModules modules;
    private final Tenants tenants;

    public EpochMail(Epochs epochs, Outbox outbox, LinkedModules modules, Tenants tenants) {
        this.epochs = epochs;
        this.outbox = outbox;
        this.modules = modules;
        this.tenants = tenants;
    }

    /** Tells the neighbours, in the transaction that begins an epoch. */
    void tell(long epoch, Instant knows, UnitOfWork unit) {
        Begun begun = new Begun(epoch, knows);
        neighbours(unit.context().tenant()).forEach(neighbour -> tell(begun, neighbour, unit));
    }

    /** The centres that may know something of another one. */
    List<TenantId> neighbours(TenantId here) {
        return tenants.find(here).stream()
                .flatMap(centre ->
                        Stream.concat(centre.parent().flatMap(tenants::find).stream(), tenants.children(here).stream()))
                .filter(neighbour -> neighbour.has("linkage"))
                .map(Tenant::id)
                .toList();
    }

    /** Tells one neighbour. */
    static void tell(Begun begun, TenantId neighbour, UnitOfWork unit) {
        unit.send(new OutgoingMessage(
                Epochs.notice(begun.epoch(), unit.context().tenant(), neighbour),
                Epochs.TOPIC,
                neighbour.value(),
                AGGREGATE,
                begun.epoch(),
                SET_BACK,
                Json.write(new SetBack(VERSION, begun.epoch(), begun.knows()))));
    }

    @Override
    public String module() {
        return "linkage";
    }

    @Override
    public String topic() {
        return Epochs.TOPIC;
    }

    @Override
    public LocalizedMessage label(String type) {
        return SET_BACK.equals(type)
                ? LocalizedMessage.of(EpochMail.class, "epoch.set-back")
                : LocalizedMessage.verbatim(type);
    }

    @Override
    public List<Attachment> attachments(TenantId sender, String payload) {
        return List.of();
    }

    /** A neighbour was set back. */
    @Override
    public String receive(Incoming message, List<Attachment> attachments, UnitOfWork unit) {
        SetBack said = Json.read(message.payload(), SetBack.class);
        if (said.version() != VERSION || said.knows() == null || !SET_BACK.equals(message.type())) {
            throw new ProblemException(
                    LinkageError.ENVELOPE_UNREADABLE,
                    LocalizedMessage.of(EpochMail.class, "message.unreadable", message.type()));
        }
        requireNotTooOften(message, unit);
        Instant since = said.knows().minus(MARGIN);
        int again = outbox.resend(message.sender().value(), since, Epochs.moment(said.epoch()), unit);
        Map<String, String> told = new TreeMap<>();
        for (String topic : modules.topics()) {
            List<String> answered = answered(topic, message.sender(), since, unit);
            told.put(topic, modules.of(topic).told(message.sender(), answered, unit));
        }
        told.values().removeIf(String::isEmpty);
        return Json.write(new Reminder(again, told));
    }

    /**
     * Each costs weeks of letters and answers that are gone through: a neighbour that says it all day is heard a few
     * times, and waits until tomorrow. What asks whether it has been heard notes that it has.
     */
    private static void requireNotTooOften(Incoming message, UnitOfWork unit) {
        String begins = message.sender() + "/" + unit.context().today() + "/";
        for (int time = 1; time <= MOST_A_DAY; time++) {
            String id = Digests.sha256(begins + time);
            if (unit.firstSeen(HEARD, id) == null) {
                unit.answer(HEARD, id, message.id());
                return;
            }
        }
        throw new ProblemException(
                CommonError.UNAVAILABLE, LocalizedMessage.of(EpochMail.class, "epoch.too-often", MOST_A_DAY));
    }

    private List<String> answered(String topic, TenantId sender, Instant since, UnitOfWork unit) {
        Set<String> words = new LinkedHashSet<>();
        epochs.answered(
                topic,
                since,
                answer -> {
                    Receipt receipt = Json.read(answer, Receipt.class);
                    if (receipt.sender().equals(sender.value())) {
                        words.add(receipt.words());
                    }
                },
                unit);
        return List.copyOf(words);
    }

    /** A neighbour has said what it had heard from here. */
    @Override
    public void receipted(OutgoingMessage message, String words, UnitOfWork unit) {
        Reminder reminder = Json.read(words, Reminder.class);
        TenantId neighbour = new TenantId(message.receiver());
        reminder.told().forEach((topic, told) -> modules.of(topic).reminded(neighbour, told, unit));
    }

    /**
     * A centre was set back.
     *
     * @param version of this form
     * @param epoch in which it goes on
     * @param knows up to when it knows what it has received
     */
    record SetBack(int version, long epoch, Instant knows) {}

    /**
     * What its neighbour answers.
     *
     * @param again how many messages it gets again
     * @param told what it had told itself, by topic
     */
    record Reminder(int again, Map<String, String> told) {}
}
