package org.yichuang.catalogue.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI (whiteboard): a module in which something goes on under versions of items, such as cases. Asked before versions
 * that a file has brought are taken back, and told to whoever publishes the next one: what has begun under one keeps
 * it.
 */
public interface VersionUsage {
    /**
     * Counts what has begun at the unit's centre under items since a moment, by the items' codes. Reads only, through
     * the unit.
     *
     * @param codes possibly all that a file has brought
     * @return how many each has; codes that nothing has begun under may be left out
     */
    Map<String, Integer> begun(Collection<String> codes, Instant since, UnitOfWork unit);

    /**
     * Counts what has begun at the unit's centre under an item and has not ended, whatever its version. Reads only,
     * through the unit.
     */
    default int running(String code, UnitOfWork unit) {
        return 0;
    }
}
