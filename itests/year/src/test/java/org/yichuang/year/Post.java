package org.yichuang.year;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** Carries the letters of the outbox: at once, but on some days the road is closed, and letters cross. */
final class Post {
    private static final int MOST = 50;
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Year year;
    /** On what letters may lie in the outbox. */
    private final Set<String> waiting = new HashSet<>();

    private boolean isClosed;

    Post(Year year) {
        this.year = year;
    }

    void planDay(LocalDate day) {
        if (!year.chance.in(6)) {
            return;
        }
        year.agenda.plan(day.atTime(9, 30), () -> isClosed = true);
        year.agenda.plan(day.plusDays(year.chance.between(0, 2)).atTime(19, 30), () -> {
            isClosed = false;
            carry();
        });
    }

    /** Carries what waits, and what is written on the way; whoever listens hears of it. */
    void carry() {
        hear();
        while (!isClosed && !waiting.isEmpty()) {
            for (LinkedModule module : year.world.linked) {
                if (waiting.contains(module.topic())) {
                    carry(module);
                }
            }
            hear();
        }
    }

    private void hear() {
        year.world.hear();
        waiting.addAll(year.world.ears.sent());
    }

    private void carry(LinkedModule module) {
        List<Pending> claimed = year.world.node.outbox().claim(module.topic(), MOST, CLAIM);
        if (claimed.isEmpty()) {
            waiting.remove(module.topic());
        }
        claimed.forEach(pending -> carry(pending, module));
    }

    private void carry(Pending pending, LinkedModule linked) {
        OutgoingMessage message = pending.message();
        String payload = linked.payload(pending.tenant(), message);
        Incoming incoming = new Incoming(
                message.id(), pending.tenant(), message.aggregateId(), message.sequence(), message.type(), payload);
        TenantId receiver = new TenantId(message.receiver());
        CallContext context = CallContext.system(receiver, year.world.centres.now(), "post");
        List<Attachment> files = linked.attachments(pending.tenant(), payload);
        Set<String> all = files.stream().map(Attachment::sha256).collect(Collectors.toSet());
        Set<String> missing = linked.missing(receiver, all);
        files.stream()
                .filter(file -> missing.contains(file.sha256()))
                .forEach(file -> linked.keep(receiver, file.content().read()));
        String receipt =
                year.world.transactions.write(context, String.class, unit -> linked.receive(incoming, files, unit));
        year.world.node.outbox().delivered(pending, receipt);
        if (linked.module().equals("cases")) {
            Life sender = year.sender(pending.tenant(), message.aggregateId());
            year.life(receiver, number(receipt), sender).wakeSoon();
        }
    }

    /** A receipt begins with the number of the case. */
    private static String number(String receipt) {
        return receipt.split("：")[0];
    }
}
