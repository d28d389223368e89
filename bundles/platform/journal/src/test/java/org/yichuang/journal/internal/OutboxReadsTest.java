package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;

/** What is asked of the outbox is asked by its indexes, and in few transactions. */
public class OutboxReadsTest extends OnBothStores {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MANY = 2_000;
    private static final int RECEIVERS = 30;

    @Test
    public void whatOneCaseHasSentIsFoundAmongAllThatIsSent() {
        RowsRead rows = new RowsRead(store);
        house = new House(store, folder.getRoot(), rows.source());
        send(IntStream.range(0, MANY)
                .mapToObj(number -> message("m-" + number, "r-" + number % RECEIVERS, "a-" + number))
                .toList());
        settle();
        List<Pending> found = new ArrayList<>();

        long read =
                rows.readBy(house, () -> found.addAll(house.outbox.ofAggregate("linkage", "a-77", house.clerk(NORTH))));

        assertEquals(List.of("m-77"), ids(found));
        assertTrue("read " + read, read < MANY / 20);
    }

    @Test
    public void receiversThatHaveYetToAnswerCostALookNothingWhileOneIsLeftOut() {
        AtomicInteger connections = new AtomicInteger();
        house = new House(store, folder.getRoot(), counted(store.source(), connections));
        send(IntStream.range(0, RECEIVERS)
                .mapToObj(number -> message("m-" + number, "r-" + number, "a"))
                .toList());
        house.outbox
                .claim("linkage", RECEIVERS, MINUTE)
                .forEach(message -> house.outbox.handedOver(message, Duration.ofDays(9)));
        send(List.of(message("s-1", "shut", "a"), message("o-1", "open", "a")));
        connections.set(0);

        assertEquals(List.of("o-1"), ids(house.outbox.claim("linkage", Set.of("shut"), 32, MINUTE)));

        assertTrue("taken " + connections, connections.get() < RECEIVERS);
    }

    private void settle() {
        if (store == Store.POSTGRESQL) {
            store.run("VACUUM ANALYZE JOURNAL_OUTBOX");
        }
    }

    private void send(List<OutgoingMessage> messages) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            messages.forEach(unit::send);
            return null;
        });
    }

    private static OutgoingMessage message(String id, String receiver, String aggregate) {
        return new OutgoingMessage(id, "linkage", receiver, aggregate, 1, "forward", "{}");
    }

    private static List<String> ids(List<Pending> messages) {
        return messages.stream().map(message -> message.message().id()).toList();
    }

    /** Each transaction takes one connection at least. */
    private static DataSource counted(DataSource source, AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
