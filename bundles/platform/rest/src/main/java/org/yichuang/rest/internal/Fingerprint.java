package org.yichuang.rest.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes two calls the same: method, path and body. The boundary of a multipart body is left out, because a client
 * makes up a new one for every attempt.
 */
final class Fingerprint {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final int CHUNK = 8192;

    private Fingerprint() {}

    /**
     * @param call method and path
     * @param contentType of the body, or null
     */
    static String of(String call, String contentType, InputStream body) throws IOException {
        MessageDigest digest = sha256();
        digest.update(call.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        byte[] boundary = boundary(contentType);
        int matched = 0;
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            if (boundary.length == 0) {
                digest.update(chunk, 0, n);
            } else {
                matched = without(boundary, matched, chunk, n, digest);
            }
        }
        digest.update(boundary, 0, matched);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Digests a chunk without the boundary; returns how much of a boundary may have begun at its end. */
    private static int without(byte[] boundary, int before, byte[] chunk, int length, MessageDigest digest) {
        int matched = before;
        for (int i = 0; i < length; i++) {
            if (chunk[i] != boundary[matched]) {
                // A boundary follows a line break, which is no part of it: starting over is enough
                digest.update(boundary, 0, matched);
                matched = 0;
            }
            if (chunk[i] == boundary[matched]) {
                matched = (matched + 1) % boundary.length;
            } else {
                digest.update(chunk[i]);
            }
        }
        return matched;
    }

    private static byte[] boundary(String contentType) {
        if (contentType == null || !contentType.regionMatches(true, 0, "multipart/", 0, 10)) {
            return new byte[0];
        }
        Matcher found = BOUNDARY.matcher(contentType);
        return found.find() ? ("--" + found.group(1)).getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
