package org.yichuang.catalogue.internal.persistence;

import javax.persistence.AttributeConverter;
import javax.persistence.Converter;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/** Keeps the report of an import as JSON. */
@Converter(autoApply = true)
public class ReportColumn implements AttributeConverter<ImportReport, String> {
    @Override
    public String convertToDatabaseColumn(ImportReport report) {
        return report == null ? null : CatalogueJson.write(report);
    }

    @Override
    public ImportReport convertToEntityAttribute(String json) {
        return json == null ? null : CatalogueJson.report(json);
    }
}
