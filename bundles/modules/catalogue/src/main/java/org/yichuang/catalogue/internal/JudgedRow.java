package org.yichuang.catalogue.internal;

import java.util.Optional;
import java.util.function.Function;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.ForeignFields;
import org.yichuang.catalogue.internal.importing.ReadRow;
import org.yichuang.kernel.api.ProblemException;

/**
 * A row of a file.
 *
 * @param foreign what other modules say of its item
 * @param obstacle what stands in the way of its publication, if anything
 */
record JudgedRow(ReadRow row, ForeignFields foreign, Optional<ProblemException> obstacle) {
    /** @param rules why an item cannot be published, if so */
    static JudgedRow of(
            ReadRow row, ForeignFields foreign, Function<ItemDefinition, Optional<ProblemException>> rules) {
        return new JudgedRow(row, foreign, row.definition().flatMap(rules));
    }
}
