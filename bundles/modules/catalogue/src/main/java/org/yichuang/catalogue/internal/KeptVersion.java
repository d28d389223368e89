package org.yichuang.catalogue.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.json.CatalogueJson;
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
                at == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, at),
                version.revision());
    }

    ItemVersion version(TenantId owner) {
        return new ItemVersion(
                owner,
                number,
                ItemVersion.State.valueOf(state),
                CatalogueJson.definition(definition),
                publishedMicros == null ? null : Instant.EPOCH.plus(publishedMicros, ChronoUnit.MICROS),
                revision);
    }
}
