package org.yichuang.camel.jms.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.cm.ConfigurationException;

/**
 * Where the broker is, and how this deployment proves who it is.
 *
 * @param url as operators write it: {@code tcp://host:port}, several in brackets; empty for no broker
 * @param address the same with what TLS needs; holds passwords, and is shown to nobody
 * @param user by what name this deployment signs in, empty for none
 * @param password the password for it
 */
record JmsSettings(String url, String address, String user, String password) {
    private static final String BROKER = "tcp://[^\\s,()?]+:\\d{1,5}(\\?[^\\s,()]*)?";
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
        return new JmsSettings(
                url, address(url, tls(given)), given.getOrDefault("user", ""), secret(given, "password.file"));
    }

    private static String tls(Map<String, String> given) throws ConfigurationException {
        StringBuilder parameters = new StringBuilder();
        store(given, "keystore", "keyStore", parameters);
        store(given, "truststore", "trustStore", parameters);
        return parameters.isEmpty() ? "" : "sslEnabled=true&verifyHost=true" + parameters;
    }

    private static void store(Map<String, String> given, String key, String name, StringBuilder parameters)
            throws ConfigurationException {
        String file = given.getOrDefault(key + ".file", "");
        if (file.isEmpty()) {
            return;
        }
        if (!Files.isReadable(path(file, key + ".file"))) {
            throw new ConfigurationException(key + ".file", "there is no such file, or it cannot be read: " + file);
        }
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
