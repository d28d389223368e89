package org.yichuang.journal.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;

public class EventCommandsTest {
    private final EventDelivery delivery = Wired.only(
            EventDelivery.class,
            Map.of(
                    "listeners",
                    args -> List.of(new EventDelivery.Progress(
                            "cards", true, 12, Duration.ofSeconds(90), 1, 2, 3, "no table CARD")),
                    "replayAll",
                    args -> args[0].equals("cards") ? 2 : 0,
                    "replay",
                    args -> {
                        assertEquals("cards case C/1", args[0] + " " + args[1] + " " + args[2]);
                        return null;
                    }));

    @Test
    public void aListenerIsShownWithItsLagAndItsTrouble() {
        CommandResult result =
                Wired.with(new EventListeners(), new Desk(), delivery).run();

        assertTrue(result.text().contains("cards"));
        assertTrue(result.text().contains("90"));
        assertTrue(result.text().contains("no table CARD"));
    }

    @Test
    public void oneAggregateOrAllAreReplayed() {
        assertTrue(replay(null).text().contains("2 events"));
        assertTrue(replay("case/C/1").text().contains("1 events"));
    }

    @Test
    public void anAggregateIsNamedByKindAndId() {
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, () -> replay("C1")).code());
    }

    private CommandResult replay(String aggregate) {
        EventReplay command = Wired.with(new EventReplay(), new Desk(), delivery);
        command.centre = "haiyang";
        command.listener = "cards";
        command.aggregate = aggregate;
        return command.run();
    }
}
