package org.yichuang.kernel.api.time;

/**
 * When little time is left: at or below the larger of the two. Practice of centres and not law, so a parameter (R3-33).
 *
 * @param days that many days of the limit's unit
 * @param percent that part of the limit
 */
public record Warning(int days, int percent) {
    /** One day or a fifth of the limit. */
    public static final Warning USUAL = new Warning(1, 20);

    boolean isDue(int daysLeft, Limit limit) {
        return daysLeft <= days || daysLeft * 100L <= (long) percent * limit.amount();
    }
}
