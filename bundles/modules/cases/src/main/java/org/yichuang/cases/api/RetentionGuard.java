package org.yichuang.cases.api;

import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI, whiteboard: tells which cases whose years have passed a module still needs. It is asked when cases are listed
 * and proposed for removal, and once more in the transaction that removes one; as long as a module that works for a
 * centre is not there to be asked, nothing is removed. A module that wants something of a case beyond its years keeps
 * it itself.
 */
public interface RetentionGuard {
    /** The module to which it belongs, e.g. {@code licences}. */
    String module();

    /**
     * Says which of some cases are still needed, and what for; those that are not are left out. It reads through the
     * unit and opens none itself.
     *
     * @param numbers at most 200
     */
    Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit);
}
