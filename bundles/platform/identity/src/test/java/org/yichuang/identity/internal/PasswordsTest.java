package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.Map;
import org.junit.Test;

public class PasswordsTest {
    private final Settings settings = new Settings();
    private final Passwords passwords = new Passwords(settings);

    @Test
    public void aPasswordIsKeptAsArgon2idWithItsCost() {
        String kept = passwords.hash("Correct-Horse-9");

        assertTrue(kept.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertTrue(kept.length() <= 200);
        assertTrue(passwords.matches("Correct-Horse-9", kept));
        assertFalse(passwords.matches("Correct-Horse-8", kept));
    }

    @Test
    public void theSamePasswordIsKeptDifferentlyEachTime() {
        assertNotEquals(passwords.hash("a"), passwords.hash("a"));
    }

    @Test
    public void whatWasKeptAtAnotherCostStillCounts() throws Exception {
        String kept = passwords.hash("Correct-Horse-9");
        settings.updated(new Hashtable<>(Map.of("argon2.memory", "64", "argon2.iterations", "1")));

        assertTrue(passwords.matches("Correct-Horse-9", kept));
    }

    @Test
    public void itIsTheArgon2idThatOthersCompute() {
        // From the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1 (password "password")
        assertTrue(passwords.matches(
                "password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    public void nobodyHasTheDummysPassword() {
        assertFalse(passwords.matches("", passwords.dummy()));
        assertEquals(passwords.dummy(), passwords.dummy());
    }
}
