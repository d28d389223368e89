package org.yichuang.kernel.api;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Mints ids: sortable by time, unguessable, without a database. */
public final class Ids {
    /** The last id: of which millisecond, and what followed the time. */
    private static final AtomicReference<Last> LAST = new AtomicReference<>(new Last(Long.MIN_VALUE, 0));

    private static final int ORDER_CHARACTERS = 12;
    private static final long ORDER_BEGINS_BELOW = 1L << 59;
    /** So wide that half a million ids of a millisecond keep their order, and none can be told from the one before. */
    private static final long STEP = 1L << 40;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's base 32: no I, L, O, U, so that a clerk can read an id aloud. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int TIME_CHARACTERS = 9;
    private static final int CHARACTERS = TIME_CHARACTERS + ORDER_CHARACTERS + 1;

    private Ids() {}

    /**
     * A new id of 22 characters: 45 bits of milliseconds, then 64 random bits. Ids that one container mints one after
     * another for the same millisecond sort in that order; each of them but the first has 45 random bits.
     */
    public static String next(Instant at) {
        Last made = LAST.updateAndGet(last -> last.next(at.toEpochMilli()));
        char[] id = new char[CHARACTERS];
        write(made.millisecond(), id, 0, TIME_CHARACTERS);
        write(made.order(), id, TIME_CHARACTERS, ORDER_CHARACTERS);
        fill(id, CHARACTERS - 1);
        return new String(id);
    }

    /** Random text of the same alphabet, for secrets that people type; 5 bits a character. */
    public static String secret(int characters) {
        char[] text = new char[characters];
        fill(text, 0);
        return new String(text);
    }

    private static void write(long number, char[] text, int from, int characters) {
        long left = number;
        for (int i = from + characters - 1; i >= from; i--) {
            text[i] = ALPHABET[(int) (left & 31)];
            left >>>= 5;
        }
    }

    private static void fill(char[] text, int from) {
        byte[] random = new byte[text.length - from];
        RANDOM.nextBytes(random);
        for (int i = from; i < text.length; i++) {
            text[i] = ALPHABET[random[i - from] & 31];
        }
    }

    private record Last(long millisecond, long order) {
        Last next(long now) {
            long random = RANDOM.nextLong();
            return now == millisecond
                    ? new Last(now, order + 1 + (random & (STEP - 1)))
                    : new Last(now, random & (ORDER_BEGINS_BELOW - 1));
        }
    }
}
