package org.yichuang.catalogue.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/** Keeps a definition as JSON. */
@Converter(autoApply = true)
public class DefinitionColumn implements AttributeConverter<ItemDefinition, String> {
    @Override
    public String convertToDatabaseColumn(ItemDefinition definition) {
        return definition == null ? null : CatalogueJson.write(definition);
    }

    @Override
    public ItemDefinition convertToEntityAttribute(String json) {
        return json == null ? null : CatalogueJson.definition(json);
    }
}
