package org.yichuang.shell.internal.desks;

import java.util.List;
import java.util.Optional;

/** The services that are there at the moment; modules come and go. */
public interface Services {
    /** Returns the service of a type, if there is one. */
    <T> Optional<T> find(Class<T> type);

    /** Returns the service of a type that a filter picks, if there is one. */
    <T> Optional<T> find(Class<T> type, String filter);

    /** Returns all services of a type. */
    <T> List<T> all(Class<T> type);
}
