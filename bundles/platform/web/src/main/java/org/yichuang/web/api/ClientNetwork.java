package org.yichuang.web.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The part of a client's address that one client cannot change at will. */
public final class ClientNetwork {
    private static final Pattern SIX = Pattern.compile("\\[?([0-9a-fA-F:.]{2,45})(?:%[^]]*)?]?");
    private static final int SIX_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * An IPv4 address as it is; of an IPv6 address its network of 64 bits, as whoever has one has all of them. No name
     * server is asked.
     */
    public static String of(String address) {
        var six = SIX.matcher(address);
        if (address.indexOf(':') < 0 || !six.matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(six.group(1)).getAddress();
            if (bytes.length != SIX_BYTES) { // an IPv4 address in the clothes of IPv6
                return InetAddress.getByAddress(bytes).getHostAddress();
            }
            for (int i = NETWORK_BYTES; i < SIX_BYTES; i++) {
                bytes[i] = 0;
            }
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
