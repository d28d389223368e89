package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.testing.TestRun;

public class TokenPurgeTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
        house.open("wang", House.YANTAI, "clerk");
    }

    @Test
    public void whatEndsBySilenceIsInTheTrail() {
        house.begin("wang", House.PASSWORD);
        String lively = house.begin("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(20));
        house.present(lively);
        house.clock.forward(Duration.ofMinutes(15));
        forge();
        house.transactions.entries().clear();

        purge();

        List<AuditEntry> entries = house.entries();
        assertEquals("what others have written never was a session", 1, entries.size());
        assertEquals("expire", entries.get(0).action());
        assertEquals("wang", entries.get(0).details().get("account"));
        assertEquals(
                "the lively one is left",
                List.of("wang"),
                house.transactions.texts("SELECT ACCOUNT FROM IDENTITY_SESSION"));
    }

    @Test
    public void manyThatAreOverEndInOneRun() {
        for (int i = 0; i < 201; i++) {
            forge(String.valueOf(i));
        }
        purge();
        assertEquals(List.of(), house.transactions.texts("SELECT ACCOUNT FROM IDENTITY_SESSION"));
    }

    private void purge() {
        TokenPurge purge = house.tokenPurge();
        purge.run(new TestRun(house.system(House.YANTAI), house.transactions.lease(purge.name()), true));
    }

    private void forge() {
        forge("x");
    }

    /** A row that nobody has sealed, of a session that has been over for long. */
    private void forge(String digest) {
        house.transactions.sql("INSERT INTO IDENTITY_SESSION (TENANT, SECRET_DIGEST, KIND, ACCOUNT, SESSION_ID,"
                + " SESSION_EPOCH, BEGAN_MS, SEEN_MS, EXPIRES_MS, CHAIN_HASH, SEAL)"
                + " VALUES ('yantai', '" + digest + "', 'magic', 'wang', 'x', 0, 0, 0, 0, 'x', 'x')");
    }
}
