package org.yichuang.web.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import org.junit.Test;

public class ClientNetworkTest {
    @Test
    public void allAddressesOfOneNetworkOf64BitsAreOneClient() {
        assertEquals("2001:db8:1:2:0:0:0:0/64", ClientNetwork.of("2001:db8:1:2:3:4:5:6"));
        assertEquals(ClientNetwork.of("[2001:db8:1:2::1]"), ClientNetwork.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(ClientNetwork.of("2001:db8:1:2::1"), ClientNetwork.of("2001:db8:1:3::1"));
    }

    @Test
    public void theZoneOfAnAddressIsNoPartOfIt() {
        assertEquals(ClientNetwork.of("fe80::1"), ClientNetwork.of("fe80::2%eth0"));
    }

    @Test
    public void anAddressOfVersion4IsOneClientHoweverItIsWritten() {
        assertEquals("192.0.2.7", ClientNetwork.of("192.0.2.7"));
        assertEquals("192.0.2.7", ClientNetwork.of("::ffff:192.0.2.7"));
    }

    @Test
    public void whatIsNoAddressStaysAsItIs() {
        assertEquals("unknown", ClientNetwork.of("unknown"));
        assertEquals("1:2", ClientNetwork.of("1:2"));
    }
}
