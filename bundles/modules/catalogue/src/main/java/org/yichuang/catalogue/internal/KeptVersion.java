package org.yichuang.catalogue.internal;

import java.time.Instant;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.journal.rows.InstantConverter;
import org.yichuang.kernel.api.TenantId;

/**
 * A version as it is kept for a repeated command: plain values that any JSON carries there and back.
 *
 * @param publishedMicros microseconds since 1970, or null
 */
record KeptVersion(int number, String state, String definition, Long publishedMicros, long revision) {
    static KeptVersion of(ItemVersion version) {
        Instant at = version.publishedAt();
        return new KeptVersion(
                version.number(),
                version.state().name(),
                CatalogueJson.write(version.definition()),
                at == null ? null : InstantConverter.micros(at),
                version.revision());
    }

    ItemVersion version(TenantId owner) {
        return new ItemVersion(
                owner,
                number,
                ItemVersion.State.valueOf(state),
                CatalogueJson.definition(definition),
                publishedMicros == null ? null : InstantConverter.moment(publishedMicros),
                revision);
    }
}
