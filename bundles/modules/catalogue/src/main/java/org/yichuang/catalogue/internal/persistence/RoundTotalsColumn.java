package org.yichuang.catalogue.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/** Keeps what a round adds up to as JSON. */
@Converter(autoApply = true)
public class RoundTotalsColumn implements AttributeConverter<RoundTotals, String> {
    @Override
    public String convertToDatabaseColumn(RoundTotals totals) {
        return totals == null ? null : CatalogueJson.write(totals);
    }

    @Override
    public RoundTotals convertToEntityAttribute(String json) {
        return json == null ? null : CatalogueJson.roundTotals(json);
    }
}
