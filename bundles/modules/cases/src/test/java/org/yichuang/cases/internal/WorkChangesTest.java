package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.EventStream;

public class WorkChangesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private final List<Runnable> closing = new ArrayList<>();
    /** Where the trail ends, and the anchors with events that were wanted. */
    private long end;

    private final Set<Long> wanted = new HashSet<>();
    private Optional<Error> fault = Optional.empty();
    private int asked;
    private int told;
    private final WorkChanges changes = new WorkChanges(
            Wired.only(
                    Journal.class,
                    Map.of("newEvents", args -> newEvents((EventFilter) args[0], (OptionalLong) args[1]))),
            Wired.only(Tenants.class, Map.of("clock", none -> java.time.Clock.fixed(NOW, CallContext.ZONE))));

    private Journal.NewEvents newEvents(EventFilter filter, OptionalLong since) {
        asked++;
        fault.ifPresent(error -> {
            throw error;
        });
        assertTrue(filter.wants(DomainEvent.of("cases", "accepted")));
        assertFalse(filter.wants(DomainEvent.of("identity", "opened")));
        long from = since.orElse(end);
        return new Journal.NewEvents(end, wanted.stream().anyMatch(anchor -> anchor > from));
    }

    private void happens() {
        wanted.add(++end);
    }

    @After
    public void close() {
        changes.close();
    }

    @Test
    public void whoLooksIsToldOnceOfEveryChange() {
        happens();
        changes.follow(staff()).open(stream());
        changes.look();
        assertEquals("nothing has changed yet", 0, told);

        happens();
        changes.look();
        changes.look();

        assertEquals(1, told);
    }

    @Test
    public void oneWhoCannotBeToldKeepsTheNewsFromNobody() {
        changes.follow(staff()).open(stream(false));
        changes.follow(staff()).open(stream());
        changes.follow(staff()).open(stream(false));
        happens();

        changes.look();

        assertEquals(1, told);
    }

    @Test
    public void anErrorEndsNothing() {
        changes.follow(staff()).open(stream());
        fault = Optional.of(new AssertionError("of a module that has gone"));
        happens();
        changes.look();
        assertEquals(0, told);

        fault = Optional.empty();
        changes.look();

        assertEquals(1, told);
    }

    @Test
    public void whatIsNoEventOfACaseIsOfNoInterest() {
        changes.follow(staff()).open(stream());
        end++;

        changes.look();

        assertEquals(0, told);
    }

    @Test
    public void whereNobodyLooksNothingIsAsked() {
        changes.follow(staff()).open(stream());
        closing.forEach(Runnable::run);
        int before = asked;

        changes.look();

        assertEquals(before, asked);
    }

    @Test
    public void whoMayNotWorkOnCasesHearsNothing() {
        CallContext applicant = context(Set.of());

        assertEquals(
                CommonError.NOT_ALLOWED,
                assertThrows(ProblemException.class, () -> changes.follow(applicant))
                        .code());
    }

    private static CallContext staff() {
        return context(Set.of(CasePermission.WORK));
    }

    private static CallContext context(Set<String> permissions) {
        Actor actor = new Actor("zhou", "周", Set.of()).permitted(permissions);
        return new CallContext(new TenantId("haiyang"), actor, NOW, "r", Optional.empty(), Optional.empty());
    }

    private EventStream stream() {
        return stream(true);
    }

    private EventStream stream(boolean works) {
        return new EventStream() {
            @Override
            public boolean send(String id, String type, String data) {
                if (!works) {
                    throw new AssertionError("gone");
                }
                assertEquals("changed", type);
                told++;
                return true;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void onClose(Runnable action) {
                closing.add(action);
            }

            @Override
            public void close() {
                closing.forEach(Runnable::run);
            }
        };
    }
}
