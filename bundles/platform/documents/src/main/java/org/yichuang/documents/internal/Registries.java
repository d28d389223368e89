package org.yichuang.documents.internal;

import org.yichuang.documents.internal.scan.ScannerRegistry;

/**
 * What other bundles give to documents.
 *
 * @param templates the kinds of documents
 * @param scanners who may look at files
 */
public record Registries(TemplateRegistry templates, ScannerRegistry scanners) {}
