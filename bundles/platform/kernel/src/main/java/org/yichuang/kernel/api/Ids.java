package org.yichuang.kernel.api;

import java.security.SecureRandom;
import java.time.Instant;

/** Mints ids: sortable by time, unguessable, without a database. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's base 32: no I, L, O, U, so that a clerk can read an id aloud. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int TIME_CHARACTERS = 9;
    private static final int RANDOM_CHARACTERS = 13;

    private Ids() {}

    /** A new id of 22 characters: 45 bits of milliseconds, then 65 random bits. */
    public static String next(Instant at) {
        char[] id = new char[TIME_CHARACTERS + RANDOM_CHARACTERS];
        long time = at.toEpochMilli();
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            id[i] = ALPHABET[(int) (time & 31)];
            time >>>= 5;
        }
        fill(id, TIME_CHARACTERS);
        return new String(id);
    }

    /** Random text of the same alphabet, for secrets that people type; 5 bits a character. */
    public static String secret(int characters) {
        char[] text = new char[characters];
        fill(text, 0);
        return new String(text);
    }

    private static void fill(char[] text, int from) {
        byte[] random = new byte[text.length - from];
        RANDOM.nextBytes(random);
        for (int i = from; i < text.length; i++) {
            text[i] = ALPHABET[random[i - from] & 31];
        }
    }
}
