package org.yichuang.catalogue.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/** Keeps what was said of a draft on its road as JSON. */
@Converter(autoApply = true)
public class RoadStepsColumn implements AttributeConverter<RoadSteps, String> {
    @Override
    public String convertToDatabaseColumn(RoadSteps steps) {
        return steps == null ? null : CatalogueJson.write(steps);
    }

    @Override
    public RoadSteps convertToEntityAttribute(String json) {
        return json == null ? null : CatalogueJson.roadSteps(json);
    }
}
