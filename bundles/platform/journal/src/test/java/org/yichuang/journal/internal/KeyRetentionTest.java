package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import org.junit.Test;

public class KeyRetentionTest extends OnBothStores {
    @Test
    public void aKeyIsKeptForSevenDays() {
        KeyRetention retention = new KeyRetention(house.boundary, house.clock);
        house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));

        house.clock.forward(Duration.ofDays(7));
        retention.forgetOld(NORTH);
        assertEquals(1, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")).counted());

        house.clock.forward(Duration.ofSeconds(1));
        retention.forgetOld(NORTH);
        assertEquals(2, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")).counted());
    }
}
