package org.yichuang.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class TrustedProxiesTest {
    private final TrustedProxies proxies =
            TrustedProxies.of(List.of("127.0.0.1", "10.1.0.0/16", "fd00::/8", "nonsense", "10.0.0.0/99"));

    @Test
    public void whatAStrangerSaysOfItselfIsNotBelieved() {
        assertEquals("203.0.113.9", proxies.client("203.0.113.9", "198.51.100.1"));
        assertEquals("127.0.0.1", TrustedProxies.of(List.of()).client("127.0.0.1", "198.51.100.1"));
    }

    @Test
    public void theLastHopThatIsNoProxyOfOursIsTheClient() {
        assertEquals("198.51.100.1", proxies.client("127.0.0.1", "198.51.100.1"));
        assertEquals("198.51.100.1", proxies.client("127.0.0.1", "6.6.6.6, 198.51.100.1, 10.1.2.3"));
        assertEquals("2001:db8:0:0:0:0:0:1", proxies.client("fd00:0:0:0:0:0:0:5", "2001:db8::1"));
    }

    @Test
    public void wordsThatAreNoAddressNeverBecomeAKey() {
        assertEquals("127.0.0.1", proxies.client("127.0.0.1", "evil.example"));
        assertEquals("10.1.2.3", proxies.client("127.0.0.1", "1.2.3.4, <b>, 10.1.2.3"));
        assertEquals("127.0.0.1", proxies.client("127.0.0.1", ""));
    }

    @Test
    public void networksAreCountedByBits() {
        assertTrue(proxies.contains("10.1.255.255"));
        assertFalse(proxies.contains("10.2.0.0"));
        assertTrue(proxies.contains("fdff::1"));
        assertFalse(proxies.contains("fe00::1"));
        assertFalse("what cannot be read is left out", proxies.contains("10.0.0.1"));
    }
}
