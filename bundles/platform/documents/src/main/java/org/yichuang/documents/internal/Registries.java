package org.yichuang.documents.internal;

import java.util.List;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.documents.internal.scan.ScannerRegistry;

/**
 * What other bundles give to documents.
 *
 * @param templates the kinds of documents
 * @param scanners who may look at files
 * @param standings who tells whether what was granted still holds, at any time
 */
public record Registries(TemplateRegistry templates, ScannerRegistry scanners, List<DocumentStanding> standings) {
    /** Where nobody tells that. */
    public Registries(TemplateRegistry templates, ScannerRegistry scanners) {
        this(templates, scanners, List.of());
    }
}
