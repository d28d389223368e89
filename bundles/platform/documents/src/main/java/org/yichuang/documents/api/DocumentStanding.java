package org.yichuang.documents.api;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;

/**
 * SPI (whiteboard): tells whether what a document has granted still holds, where that depends on more than the
 * document, e.g. on a validity that ends. Asked whenever somebody verifies a document that nobody has revoked, so that
 * the answer is that of the day.
 */
public interface DocumentStanding {
    /** Returns the word of the module that tells it: asked where that is switched on. */
    String module();

    /**
     * Returns since when it does not hold any more, and why; empty while it does, and for a document that the module
     * does not know. Cheap, by an index: the public asks it.
     */
    @NeedsNoPermission("who holds a document may ask whether it is in force")
    Optional<Ended> ended(Asked document, CallContext context);

    /**
     * A document.
     *
     * @param id its id
     * @param aggregateType what it is about, e.g. {@code case}
     * @param aggregateId which one
     */
    record Asked(String id, String aggregateType, String aggregateId) {}

    /**
     * That it does not hold any more.
     *
     * @param since the first day on which it does not
     * @param reason one sentence without personal data
     */
    record Ended(LocalDate since, String reason) {}
}
