package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.kernel.api.Digests;

/** What somebody can do who writes to the database and does not know the key outside of it: nothing. */
public class ForgedRowsTest {
    private static final String SECRET = "A".repeat(43);

    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
        house.open("wang", House.YANTAI, "clerk");
        house.open("security", House.YANTAI, "security-admin");
    }

    @Test
    public void anInsertedRowSignsNobodyIn() throws Exception {
        TestDigests guessed = new TestDigests("a guessed key");
        for (String digest : new String[] {
            Digests.sha256(SECRET),
            Digests.sha256("yantai." + SECRET),
            guessed.digest("identity-secret", "yantai", "browser", SECRET),
            house.digests.digest("identity-secret", "yantai", "browser", SECRET) // had he learned this much
        }) {
            insert(digest, "browser", guessed.digest("identity-session", "anything"));
            assertFalse(house.present(SECRET).isPresent());
            insert(digest, "token", guessed.digest("identity-session", "anything"));
            assertFalse(house.signIn
                    .bearer("yantai." + SECRET, house.clock.instant())
                    .isPresent());
        }
    }

    @Test
    public void noColumnThatDecidesCanBeChanged() throws Exception {
        for (String edit : new String[] {
            "ACCOUNT='security'",
            "TENANT='haiyang'",
            "EXPIRES_MS=EXPIRES_MS+1",
            "BEGAN_MS=BEGAN_MS+1",
            "SESSION_ID='another'",
            "SESSION_EPOCH=SESSION_EPOCH+1",
            "CHAIN_HASH='0'",
            "SEAL='0'"
        }) {
            String secret = house.begin("wang", House.PASSWORD);
            house.transactions.sql("UPDATE IDENTITY_SESSION SET " + edit);
            assertFalse(edit, house.present(secret).isPresent());
            assertFalse(
                    edit,
                    house.signIn.present(secret, true, house.at(House.HAIYANG)).isPresent());
            house.transactions.sql("DELETE FROM IDENTITY_SESSION");
        }
    }

    @Test
    public void aBrowsersSecretIsNoToken() {
        String secret = house.begin("wang", House.PASSWORD);
        String token = house.signIn
                .signIn(new Credentials("wang", House.PASSWORD), "10.0.0.1", house.at(House.YANTAI))
                .token();

        assertFalse(
                house.signIn.bearer("yantai." + secret, house.clock.instant()).isPresent());
        assertFalse(house.present(token.substring("yantai.".length())).isPresent());
        assertTrue(house.signIn.bearer(token, house.clock.instant()).isPresent());
    }

    @Test
    public void thePlatformFindsItsOwnRowsAgain() {
        String secret = house.begin("wang", House.PASSWORD);
        house.clock.forward(Duration.ofMinutes(5)); // nothing is remembered that long: the row is read

        assertEquals("wang", house.present(secret).orElseThrow().actor().account());
    }

    private void insert(String digest, String kind, String seal) throws Exception {
        house.transactions.sql("DELETE FROM IDENTITY_SESSION");
        long now = house.clock.instant().toEpochMilli();
        house.transactions.sql(
                "INSERT INTO IDENTITY_SESSION (TENANT, SECRET_DIGEST, KIND, ACCOUNT, SESSION_ID, SESSION_EPOCH, BEGAN_MS,"
                        + " SEEN_MS, EXPIRES_MS, CHAIN_HASH, SEAL) VALUES ('yantai', '" + digest + "', '" + kind
                        + "', 'security', 's', 0, " + now + ", " + now + ", " + (now + 3_600_000) + ", '0', '" + seal
                        + "')");
    }
}
