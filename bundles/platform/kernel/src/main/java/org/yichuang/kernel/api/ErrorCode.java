package org.yichuang.kernel.api;

import java.util.Locale;

/** A stable name of a failure; every module has one enum of them. */
public interface ErrorCode {
    /** The constant's name, as an enum gives it. */
    String name();

    /** What sort of failure it is. */
    ErrorKind kind();

    /** The code as it goes over the wire: {@code CASE_UNKNOWN} becomes {@code case-unknown}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class beside which the sentences of the code lie (resource bundle {@code messages}). */
    default Class<?> owner() {
        return this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
    }
}
