package org.yichuang.catalogue.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI (whiteboard): a module in which something goes on under versions of items, such as cases. Asked before versions
 * that a file has brought are taken back: what has begun under one keeps it.
 */
public interface VersionUsage {
    /**
     * Counts what has begun at the unit's centre under items since a moment, by the items' codes. Reads only, through
     * the unit.
     *
     * @param codes at most five hundred
     * @return how many each has; codes that nothing has begun under may be left out
     */
    Map<String, Integer> begun(Collection<String> codes, Instant since, UnitOfWork unit);
}
