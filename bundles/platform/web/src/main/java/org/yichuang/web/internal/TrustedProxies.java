package org.yichuang.web.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of the proxies in front of us: only what they say of the client behind them is believed. */
final class TrustedProxies {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks.
     *
     * @param words e.g. {@code 127.0.0.1}, {@code 10.0.0.0/8}, {@code fd00::/8}; what cannot be read is logged and
     *     left out
     */
    static TrustedProxies of(List<String> words) {
        List<Network> networks = new ArrayList<>();
        for (String word : words) {
            Optional<Network> network = Network.of(word);
            network.ifPresentOrElse(
                    networks::add,
                    () -> LOG.warn("org.yichuang.web.cfg proxies: '{}' is no address and no network; left out", word));
        }
        return new TrustedProxies(networks);
    }

    /** The address of the client of a request. */
    String client(HttpServletRequest request) {
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For"));
        return client(request.getRemoteAddr(), hops.isEmpty() ? null : String.join(",", hops));
    }

    /**
     * The client's address: the last hop that is none of our proxies, from the near end. An entry that is no address
     * ends
     * the search, so that nobody's words become a key.
     *
     * @param direct the address of the connection
     * @param forwardedFor the {@code X-Forwarded-For} headers, joined, or null
     */
    String client(String direct, String forwardedFor) {
        String client = direct;
        if (forwardedFor == null || !contains(direct)) {
            return client;
        }
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && contains(client); i--) {
            Optional<InetAddress> hop = literal(hops[i].strip());
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    boolean contains(String address) {
        return literal(address).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Reads an address without asking any name server. */
    private static Optional<InetAddress> literal(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        boolean six = bare.contains(":");
        if (!LITERAL.matcher(bare).matches() || !six && !bare.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private record Network(byte[] address, int bits) {
        static Optional<Network> of(String word) {
            int slash = word.indexOf('/');
            Optional<InetAddress> address = literal(slash < 0 ? word : word.substring(0, slash));
            if (address.isEmpty()) {
                return Optional.empty();
            }
            byte[] bytes = address.get().getAddress();
            int whole = bytes.length * Byte.SIZE;
            if (slash < 0) {
                return Optional.of(new Network(bytes, whole));
            }
            String length = word.substring(slash + 1);
            return length.matches("\\d{1,3}") && Integer.parseInt(length) <= whole
                    ? Optional.of(new Network(bytes, Integer.parseInt(length)))
                    : Optional.empty();
        }

        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
