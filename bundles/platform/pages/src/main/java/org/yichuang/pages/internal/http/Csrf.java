package org.yichuang.pages.internal.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yichuang.kernel.api.Ids;

/**
 * The token by which a posted form proves that it comes from a page of ours: a fresh number, and its keyed hash
 * under the
 * secret of the visitor's cookie. Different on every page, so that compression tells nothing about it.
 */
public final class Csrf {
    private static final int NUMBER = 12;

    private Csrf() {}

    /** A new token for the holder of a cookie. */
    public static String issue(String secret) {
        String number = Ids.secret(NUMBER);
        return number + "." + seal(secret, number);
    }

    /** Tells whether the token was issued to the holder of the cookie. */
    public static boolean holds(String secret, String token) {
        int dot = token.indexOf('.');
        if (secret.isEmpty() || dot < 0) {
            return false;
        }
        byte[] expected = seal(secret, token.substring(0, dot)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String seal(String secret, String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seal = mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
