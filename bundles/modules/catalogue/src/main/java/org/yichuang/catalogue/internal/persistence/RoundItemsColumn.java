package org.yichuang.catalogue.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.catalogue.internal.domain.round.RoundItems;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/** Keeps items of a round as JSON. */
@Converter(autoApply = true)
public class RoundItemsColumn implements AttributeConverter<RoundItems, String> {
    @Override
    public String convertToDatabaseColumn(RoundItems items) {
        return items == null ? null : CatalogueJson.write(items);
    }

    @Override
    public RoundItems convertToEntityAttribute(String json) {
        return json == null ? null : CatalogueJson.roundItems(json);
    }
}
