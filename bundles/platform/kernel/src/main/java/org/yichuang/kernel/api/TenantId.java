package org.yichuang.kernel.api;

import java.util.regex.Pattern;

/**
 * The short name of a tenant (a service centre, 中心), as it stands in paths and in every primary key.
 *
 * @param value 2 to 40 lower-case letters, digits and hyphens, beginning with a letter
 */
public record TenantId(String value) implements Comparable<TenantId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /**
     * @throws IllegalArgumentException when the value does not have the form of a tenant id
     */
    public TenantId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a tenant id: " + value);
        }
    }

    /** Tells whether a text has the form of a tenant id, without throwing. */
    public static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
