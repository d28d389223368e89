package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class RetentionTest extends OnBothStores {
    private static final Duration YEAR_AND_MORE = Duration.ofDays(400);
    private final JournalSettings settings = new JournalSettings();
    private Retention retention;

    @Before
    public void keep() {
        retention = new Retention(house.boundary, house.transactions, house.clock, settings);
    }

    @Test
    public void aKeyIsKeptForSevenDays() {
        house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));

        house.clock.forward(Duration.ofDays(7));
        forgetOld(NORTH);
        assertEquals(1, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")).counted());

        house.clock.forward(Duration.ofSeconds(1));
        forgetOld(NORTH);
        assertEquals(2, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")).counted());
    }

    @Test
    public void whatHasArrivedIsKeptForMoreThanAYear() {
        send("a-1", "a");
        house.outbox.delivered(claim().get(0), "receipt");

        house.clock.forward(YEAR_AND_MORE);
        forgetOld(NORTH);
        assertEquals(List.of("a-1"), sent());

        house.clock.forward(Duration.ofSeconds(1));
        forgetOld(SOUTH);
        assertEquals("it is another centre's", List.of("a-1"), sent());
        forgetOld(NORTH);
        assertEquals(List.of(), sent());
    }

    @Test
    public void whatADeliveredMessageSaysIsKeptForFiveWeeks() {
        send("a-1", "a");
        send("b-1", "b");
        for (Pending each : claim()) {
            house.outbox.delivered(each, "receipt");
        }

        house.clock.forward(Duration.ofDays(35));
        forgetOld(NORTH);
        assertEquals(2, resent());
        house.outbox.delivered(claim().get(0), "receipt");

        house.clock.forward(Duration.ofDays(35).plusSeconds(1));
        forgetOld(SOUTH);
        forgetOld(NORTH);
        assertEquals("it is not known any more what they said", 0, resent());
        assertEquals("they and their receipts are", List.of("b-1", "a-1"), sent());
    }

    private int resent() {
        return house.transactions.write(
                house.clerk(NORTH),
                Integer.class,
                unit -> house.outbox.resend("south", Instant.EPOCH, Instant.EPOCH, unit));
    }

    @Test
    public void whatHasNotArrivedIsNeverForgotten() {
        send("a-1", "a");
        send("b-1", "b");
        house.outbox.park("b-1", "because", house.clerk(NORTH));

        house.clock.forward(YEAR_AND_MORE.multipliedBy(3));
        forgetOld(NORTH);

        assertEquals(List.of("b-1", "a-1"), sent());
        assertEquals("a-1", claim().get(0).message().id());
    }

    @Test
    public void whatWasReceivedIsRememberedForMoreThanAYear() {
        assertTrue(isFirst("m-1"));

        house.clock.forward(YEAR_AND_MORE);
        forgetOld(NORTH);
        assertTrue("still known", !isFirst("m-1"));

        house.clock.forward(Duration.ofSeconds(1));
        forgetOld(NORTH);
        assertTrue("forgotten", isFirst("m-1"));
    }

    @Test
    public void whatWasReceivedInARehearsalOfThePastIsRememberedAsLong() {
        CallContext now = house.clerk(NORTH);
        CallContext past = CallContext.system(NORTH, now.at().minus(YEAR_AND_MORE.multipliedBy(2)), "r-2");
        assertTrue(isFirst("m-1", past));

        forgetOld(NORTH);

        assertTrue("still known", !isFirst("m-1", now));
    }

    @Test
    public void whatWasSentInARehearsalIsKeptAsLong() {
        for (Duration moved : List.of(Duration.ofDays(-500), Duration.ofDays(500))) {
            CallContext rehearsal =
                    CallContext.system(NORTH, house.clock.instant().plus(moved), "rehearsal");
            String id = "a" + moved.toDays();
            house.transactions.write(rehearsal, Void.class, unit -> {
                unit.send(new OutgoingMessage(id, "linkage", "south", id, 1, "forward", "{}"));
                return null;
            });
            house.outbox.delivered(claim().get(0), "receipt");
        }

        house.clock.forward(YEAR_AND_MORE);
        forgetOld(NORTH);
        assertEquals(2, sent().size());

        house.clock.forward(Duration.ofSeconds(1));
        forgetOld(NORTH);
        assertEquals(List.of(), sent());
    }

    @Test
    public void noSettingMakesTheMemoryShorterThanAYear() {
        settings.updated(new Hashtable<>(Map.of("retention.messages", "P365D")));
        assertTrue(isFirst("m-1"));

        house.clock.forward(Duration.ofDays(366));
        forgetOld(NORTH);

        assertTrue("still known", !isFirst("m-1"));
    }

    @Test
    public void manyAreForgottenInParts() {
        house.boundary.commitSql(RowScope.of(NORTH), connection -> {
            for (int i = 0; i < 2_500; i++) {
                Sql.update(
                        connection,
                        "INSERT INTO JOURNAL_INBOX (TENANT, TOPIC, MESSAGE_ID, ANSWER, AT_MICROS) VALUES (?,?,?,?,?)",
                        "north",
                        "linkage",
                        "m-" + i,
                        "",
                        (long) i / 3);
            }
            return null;
        });
        forgetOld(NORTH);

        assertEquals(0, rows());
    }

    @Test
    public void aRunThatHasBeenOvertakenForgetsNothing() {
        house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));
        house.clock.forward(Duration.ofDays(8));
        JobRun late = run(NORTH);
        new DatabaseLeases(house.boundary, new Node())
                .acquire("retention", Duration.ofMinutes(1))
                .orElseThrow();

        assertThrows(ProblemException.class, () -> retention.forgetOld(late));

        assertEquals(1, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")).counted());
    }

    private void forgetOld(TenantId tenant) {
        retention.forgetOld(run(tenant));
    }

    private JobRun run(TenantId tenant) {
        UnitOfWork.Lease lease =
                house.leases.acquire("retention", Duration.ZERO).orElseThrow();
        return new JobRun() {
            @Override
            public CallContext context() {
                return CallContext.system(tenant, house.clock.instant(), "retention");
            }

            @Override
            public UnitOfWork.Lease lease() {
                return lease;
            }

            @Override
            public boolean goesOn() {
                return true;
            }
        };
    }

    private int rows() {
        return house.boundary.readSql(RowScope.acrossTenants("test"), connection -> Sql.list(
                        connection, "SELECT COUNT(*) FROM JOURNAL_INBOX", row -> row.getInt(1))
                .get(0));
    }

    private void send(String id, String aggregate) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "linkage", "south", aggregate, 1, "forward", "{}"));
            return null;
        });
    }

    private List<Pending> claim() {
        return house.outbox.claim("linkage", 100, Duration.ofMinutes(1));
    }

    private List<String> sent() {
        return house.outbox.messages(Optional.empty(), PageRequest.of(10, null), house.clerk(NORTH)).items().stream()
                .map(message -> message.message().id())
                .toList();
    }

    private boolean isFirst(String message) {
        return isFirst(message, house.clerk(NORTH));
    }

    private boolean isFirst(String message, CallContext context) {
        return house.transactions.write(context, Boolean.class, unit -> {
            boolean first = unit.firstSeen("linkage", message) == null;
            if (first) {
                unit.answer("linkage", message, "answer");
            }
            return first;
        });
    }
}
