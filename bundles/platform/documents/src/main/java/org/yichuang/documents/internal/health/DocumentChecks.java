package org.yichuang.documents.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.documents.internal.PendingDocuments;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.documents.internal.UnsoundTexts;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.documents.internal.scan.UnscannedFiles;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of documents. */
public class DocumentChecks extends HealthCheckRegistrar {
    public DocumentChecks(
            BundleContext context,
            PendingDocuments pending,
            TemplateRegistry templates,
            UnsoundTexts texts,
            ScannerRegistry scanners,
            UnscannedFiles unscanned) {
        super(
                context,
                List.of(
                        new PrintCheck(pending),
                        new OwnTextCheck(templates, texts),
                        new ScanCheck(scanners, unscanned)));
    }
}
