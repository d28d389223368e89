package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManager;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;

/** Rows of a version whose table had fewer columns. */
public class RowBaselineTest extends VerificationScenario {
    private static final String DEPARTED =
            " had been changed past the journal before entry 1 (cover) of row-baseline/rows";

    private boolean isMended;

    @Before
    public void thingsOfAnEarlierVersion() {
        countedFormerly("old-1");
        countedFormerly("old-2");
    }

    @Test
    public void rowsThatNobodyHasTouchedSinceTheirLastEntryComeUnderProof() {
        assertSound();

        store.run("UPDATE THING SET NOTE='new' WHERE ID='old-1'");
        assertBreak("thing/old-1 has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aRowThatWasEditedBeforeTheUpgradeIsNamedForEver() {
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        assertBreak("thing/old-1" + DEPARTED);

        house.count("old-1", house.clerk(NORTH));
        house = new House(store, folder.getRoot());
        house.keepers.add(house.thingHeads());
        assertBreak("thing/old-1" + DEPARTED);
    }

    @Test
    public void itIsDoneBeforeAStepTakesAnEditForItsOwn() {
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        house.baseline.ensure(NORTH);
        house.count("old-1", house.clerk(NORTH));

        assertBreak("thing/old-1" + DEPARTED);
    }

    @Test
    public void aStepUnderTheNewColumnsNeedsNoBaseline() {
        house.count("old-1", house.clerk(NORTH));
        assertSound();

        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        assertBreak("thing/old-1 has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aStepThatComesBeforeTheBaselineTakesNoEditForItsOwn() {
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        house.count("old-1", house.clerk(NORTH));
        house.baseline.ensure(NORTH);

        assertBreak("thing/old-1 had been changed past the journal before entry 2 (count) of thing/old-1");
    }

    @Test
    public void aStepOnAPartThatComesBeforeTheBaselineTakesNoEditForItsOwn() {
        ChainHead head = partsOfAWhole();
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            EntityManager entities = unit.entities(store.things());
            Thing part = entities.find(Thing.class, "old-1");
            part.count();
            Map<String, String> details = RowDigests.details(entities, "part", "old-1", part);
            unit.record(new AuditEntry("whole", "w", "edit", "", "", details), head);
            return null;
        });

        assertBreak("part/old-1 had been changed past the journal before entry 2 (edit) of whole/w");
    }

    @Test
    public void aNoteThatWasChangedKeepsNoRowsFromBeingTakenOver() {
        noteSaysThatThingsWereTakenOver();

        assertFalse(house.baseline.isUnderProof(NORTH));
        house.baseline.ensure(NORTH);
        assertEquals(List.of("complete", "complete", "cover", "cover"), entries());
        assertBreak("Entry 2 of row-baseline/rows has been changed");
    }

    @Test
    public void aNoteThatWasChangedLetsNoStepTakeAnEditForItsOwn() {
        String note = noteSaysThatThingsWereTakenOver();
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");
        house.count("old-1", house.clerk(NORTH));
        writeNote(note);
        house.baseline.ensure(NORTH);

        assertBreak("thing/old-1 had been changed past the journal before entry 2 (count) of thing/old-1");
    }

    /** Lets the note of a time when things were not known say that they were taken over; tells what it said. */
    private String noteSaysThatThingsWereTakenOver() {
        ChainHeadProvider things = house.keepers.get(0);
        house.keepers.set(0, asPart(things));
        house.baseline.ensure(NORTH);
        house.keepers.set(0, things);
        String shape = things.shape(NORTH);
        writeNote("{\"part\":\"" + shape + "\",\"thing\":\"" + shape + "\"}");
        return "{\"part\":\"" + shape + "\"}";
    }

    private void writeNote(String details) {
        store.run("UPDATE JOURNAL_ENTRY SET DETAILS='" + details + "' WHERE AGGREGATE_TYPE='row-baseline' AND SEQ=2");
    }

    @Test
    public void whatFailsGoesOnWhereItWas() {
        house.keepers.add(asPart(house.thingHeads()));
        ChainHeadProvider broken = new ChainHeadProvider() {
            @Override
            public String aggregateType() {
                return "broken";
            }

            @Override
            public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
                if (!isMended) {
                    throw new IllegalStateException("A row cannot be read");
                }
                return List.of();
            }

            @Override
            public Optional<RowState> row(TenantId tenant, String id) {
                return Optional.empty();
            }

            @Override
            public String shape(TenantId tenant) {
                return "000000000000.";
            }
        };
        house.keepers.add(0, broken);

        assertThrows(IllegalStateException.class, () -> house.baseline.ensure(NORTH));
        assertFalse(house.baseline.isUnderProof(NORTH));
        List<String> done = entries();
        assertEquals(List.of("complete", "complete", "cover", "cover"), done);

        isMended = true;
        house.baseline.ensure(NORTH);
        assertTrue(house.baseline.isUnderProof(NORTH));
        assertEquals("one entry more", done.size() + 1, entries().size());
        assertSound();
    }

    @Test
    public void rowsOfColumnsThatAreGoneAreTakenAsTheyStand() {
        counted("older", RowDigests.of("THING", NORTH, Map.of("ID", "older", "COUNTED", 1, "GONE", "x")));
        assertSound();

        store.run("UPDATE THING SET COUNTED=9 WHERE ID='older'");
        assertBreak("thing/older has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aPartOfAnothersChainThatWasEditedBeforeTheFirstProofIsNamed() {
        partsOfAWhole();
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='a'");

        assertBreak("part/a has been changed past the journal: it is not what its last audit entry left");
    }

    @Test
    public void aPartOfAnothersChainThatWasEditedBeforeTheUpgradeIsNamed() {
        partsOfAWhole();
        store.run("UPDATE THING SET COUNTED=9 WHERE ID='old-1'");

        assertBreak("part/old-1" + DEPARTED);
    }

    private ChainHead partsOfAWhole() {
        house.keepers.set(0, asPart(house.thingHeads()));
        return house.transactions.write(house.clerk(NORTH), ChainHead.class, unit -> {
            EntityManager entities = unit.entities(store.things());
            String present = RowDigests.written(entities, entities.find(Thing.class, "a"));
            Map<String, String> parts = Map.of(
                    RowDigests.detail("part", "a"), present, RowDigests.detail("part", "old-1"), formerly("old-1"));
            return unit.record(new AuditEntry("whole", "w", "edit", "", "", parts), ChainHead.START);
        });
    }

    @Test
    public void nothingIsDoneTwice() {
        house.baseline.ensure(NORTH);
        List<String> before = entries();
        house.baseline.ensure(NORTH);
        house = new House(store, folder.getRoot());
        house.keepers.add(house.thingHeads());
        house.baseline.ensure(NORTH);

        assertEquals(before, entries());
        assertEquals(List.of("complete", "cover"), before);
    }

    @Test
    public void whoVerifiesWhileTheJobDoesItWaitsForIt() throws Exception {
        atOnce(house, house);

        assertEquals(List.of("complete", "cover"), entries());
        assertSound();
    }

    @Test
    public void twoContainersThatDoItAtOnceAreNotRefused() throws Exception {
        House other = new House(store, folder.getRoot());
        other.keepers.add(other.thingHeads());

        atOnce(house, other);

        assertSound();
    }

    private void atOnce(House... houses) throws Exception {
        ExecutorService containers = Executors.newFixedThreadPool(2 * houses.length);
        try {
            List<Future<?>> turns = new ArrayList<>();
            CyclicBarrier start = new CyclicBarrier(2 * houses.length);
            for (House one : List.of(houses)) {
                for (int who = 0; who < 2; who++) {
                    turns.add(containers.submit(() -> {
                        start.await();
                        one.baseline.ensure(NORTH);
                        return null;
                    }));
                }
            }
            for (Future<?> turn : turns) {
                turn.get(240, TimeUnit.SECONDS);
            }
        } finally {
            containers.shutdownNow();
        }
    }

    private List<String> entries() {
        List<String> actions = new ArrayList<>();
        house.journal
                .entries("row-baseline", "rows", PageRequest.of(10, null), house.auditor(NORTH))
                .items()
                .forEach(entry -> actions.add(entry.action()));
        return actions.stream().sorted().toList();
    }

    private void countedFormerly(String id) {
        counted(id, formerly(id));
    }

    /** What an earlier version, whose things had no notes, has left of a thing that was counted once. */
    private static String formerly(String id) {
        return RowDigests.of("THING", NORTH, Map.of("ID", id, "COUNTED", 1));
    }

    private void counted(String id, String left) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            Thing thing = new Thing(id);
            thing.count();
            unit.entities(store.things()).persist(thing);
            thing.head(unit.record(new AuditEntry("thing", id, "count", "", left, Map.of()), thing.head()));
            return null;
        });
    }

    /** The same rows as parts of another's chain. */
    private static ChainHeadProvider asPart(ChainHeadProvider rows) {
        return new ChainHeadProvider() {
            @Override
            public String aggregateType() {
                return "part";
            }

            @Override
            public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
                return rows.rows(tenant, after, most).stream().map(this::part).toList();
            }

            @Override
            public List<RowState> rows(TenantId tenant, Optional<String> after, int most, String shape) {
                return rows.rows(tenant, after, most, shape).stream()
                        .map(this::part)
                        .toList();
            }

            @Override
            public Optional<RowState> row(TenantId tenant, String id) {
                return rows.row(tenant, id).map(this::part);
            }

            @Override
            public String shape(TenantId tenant) {
                return rows.shape(tenant);
            }

            private RowState part(RowState row) {
                return new RowState(row.id(), Optional.empty(), row.digest());
            }
        };
    }
}
