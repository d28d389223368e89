package org.yichuang.camel.jms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.cm.ConfigurationException;

/**
 * Where the broker is, and how this deployment proves who it is.
 *
 * @param url as operators write it: {@code tcp://host:port}, several in brackets; empty for no broker
 * @param address the same with what TLS needs; holds passwords, and is shown to nobody
 * @param user by what name this deployment signs in, empty for none
 * @param password the password for it
 * @param certificates own ones and trusted ones: each by its name and, behind a space, the moment of its end
 * @param peers for which centres each user of the broker speaks; empty where nobody has said so
 * @param consumers how many take from each queue at a time
 */
record JmsSettings(
        String url,
        String address,
        String user,
        String password,
        List<String> certificates,
        Map<String, Set<String>> peers,
        int consumers) {
    private static final int MOST_CONSUMERS = 16;
    private static final String BROKER = "tcp://[^\\s,()?]+:\\d{1,5}(\\?[^\\s,()]*)?";
    private static final Pattern PEER = Pattern.compile("\\s*([^\\s:;]+)\\s*:((?:\\s*[a-z0-9-]+)+)\\s*");
    private static final String BROKERS = BROKER + "|\\(" + BROKER + "(," + BROKER + ")*\\)";

    /**
     * Reads them.
     *
     * @throws ConfigurationException names the key that makes no sense
     */
    static JmsSettings read(Map<String, String> given) throws ConfigurationException {
        String url = given.getOrDefault("url", "");
        if (!url.isEmpty() && !url.matches(BROKERS)) {
            throw new ConfigurationException("url", "must be tcp://host:port, or several such in brackets");
        }
        List<String> certificates = new ArrayList<>();
        String tls = tls(given, certificates);
        return new JmsSettings(
                url,
                address(url, tls),
                given.getOrDefault("user", ""),
                secret(given, "password.file"),
                List.copyOf(certificates),
                peers(given.getOrDefault("peers", "")),
                consumers(given.getOrDefault("consumers", "")));
    }

    private static int consumers(String text) throws ConfigurationException {
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[1-9]\\d?") || Integer.parseInt(text) > MOST_CONSUMERS) {
            throw new ConfigurationException("consumers", "must be 1 to " + MOST_CONSUMERS);
        }
        return Integer.parseInt(text);
    }

    private static String tls(Map<String, String> given, List<String> certificates) throws ConfigurationException {
        StringBuilder parameters = new StringBuilder();
        store(given, "keystore", "keyStore", parameters, certificates);
        store(given, "truststore", "trustStore", parameters, certificates);
        return parameters.isEmpty() ? "" : "sslEnabled=true&verifyHost=true" + parameters;
    }

    /** Written as {@code user: centre centre; user: centre}. */
    private static Map<String, Set<String>> peers(String text) throws ConfigurationException {
        Map<String, Set<String>> peers = new HashMap<>();
        if (!text.isBlank()) {
            for (String each : text.split(";")) {
                Matcher said = PEER.matcher(each);
                if (!said.matches()) {
                    throw new ConfigurationException("peers", "must be user: centre centre; user: centre");
                }
                peers.put(said.group(1), Set.of(said.group(2).strip().split("\\s+")));
            }
        }
        return Map.copyOf(peers);
    }

    private static void store(
            Map<String, String> given, String key, String name, StringBuilder parameters, List<String> certificates)
            throws ConfigurationException {
        String file = given.getOrDefault(key + ".file", "");
        if (file.isEmpty()) {
            return;
        }
        certificates.addAll(certificates(file, key + ".file", secret(given, key + ".password.file")));
        parameters
                .append('&')
                .append(name)
                .append("Type=PKCS12&")
                .append(name)
                .append("Path=")
                .append(encoded(file))
                .append('&')
                .append(name)
                .append("Password=")
                .append(encoded(secret(given, key + ".password.file")));
    }

    /** Read here as well, so that it is seen at once that it cannot be, and told before they end. */
    private static List<String> certificates(String file, String key, String password) throws ConfigurationException {
        try (InputStream content = Files.newInputStream(path(file, key))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            List<String> all = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.add(alias + " " + certificate.getNotAfter().toInstant());
                }
            }
            return all;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(key, "cannot be read with its password: " + file, e);
        }
    }

    /** Each broker of the list is reached in the same way. */
    private static String address(String url, String parameters) {
        if (parameters.isEmpty()) {
            return url;
        }
        boolean several = url.startsWith("(");
        String brokers = several ? url.substring(1, url.length() - 1) : url;
        String all = Arrays.stream(brokers.split(","))
                .map(broker -> broker + (broker.contains("?") ? "&" : "?") + parameters)
                .collect(Collectors.joining(","));
        return several ? "(" + all + ")" : all;
    }

    private static String secret(Map<String, String> given, String key) throws ConfigurationException {
        String file = given.getOrDefault(key, "");
        if (file.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(path(file, key)).strip();
        } catch (IOException e) {
            throw new ConfigurationException(key, "cannot be read: " + file, e);
        }
    }

    private static Path path(String file, String key) throws ConfigurationException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new ConfigurationException(key, "is no path: " + file, e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Tells whether what travels can be read by nobody on its way: with a store of its own, or as the url says. */
    boolean isEncrypted() {
        return address.contains("sslEnabled=true");
    }

    /** The brokers without their parameters, which may be passwords. */
    @Override
    public String toString() {
        return url.replaceAll("\\?[^,)]*", "");
    }
}
