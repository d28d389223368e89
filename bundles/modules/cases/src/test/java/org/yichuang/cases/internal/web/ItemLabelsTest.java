package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.cases.api.CaseView;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Wired;

/** What the page of a case says of its item when that is offered no more. */
public class ItemLabelsTest {
    private static final TenantId CENTRE = new TenantId("haiyang");
    private static final CallContext CONTEXT =
            new CallContext(CENTRE, Actor.ANONYMOUS, Instant.EPOCH, "r", Optional.empty(), Optional.empty());
    private static final CaseView VIEW =
            Wired.record(CaseView.class, Map.of("owner", "haiyang", "item", "LB1", "itemVersion", 2));

    private static ProblemException unknown() {
        return new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim("LB1"));
    }

    private static ItemLabels labels(Optional<ItemDefinition> kept) {
        return new ItemLabels(Wired.only(
                Catalogue.class,
                Map.of(
                        "offered",
                        asked -> {
                            throw unknown();
                        },
                        "version",
                        asked -> {
                            assertEquals(
                                    List.of(CENTRE, "LB1", 2), List.of(asked).subList(0, 3));
                            return Wired.record(
                                    ItemVersion.class, Map.of("definition", kept.orElseThrow(ItemLabelsTest::unknown)));
                        })));
    }

    @Test
    public void theVersionTellsUnderWhichItWasHandedIn() {
        Optional<ItemDefinition> kept =
                Optional.of(ItemDefinition.of("LB1").name("联合办理").made());
        assertEquals("联合办理", labels(kept).item(VIEW, CONTEXT).orElseThrow().name());
        assertTrue("nobody begins it anew", labels(kept).named("LB1", CONTEXT).isEmpty());
    }

    @Test
    public void aCaseOfWhichNothingIsKnownHereDoesWithout() {
        assertTrue(labels(Optional.empty()).item(VIEW, CONTEXT).isEmpty());
        CaseView below = Wired.record(
                CaseView.class,
                Map.of("owner", "", "item", "LB1", "lower", Wired.record(CaseView.Peer.class, Map.of())));
        assertTrue(
                "what came from below",
                labels(Optional.empty()).item(below, CONTEXT).isEmpty());
    }
}
