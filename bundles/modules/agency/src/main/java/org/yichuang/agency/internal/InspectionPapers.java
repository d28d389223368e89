package org.yichuang.agency.internal;

import java.util.List;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.RequestDocuments.Content;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * The papers by which bodies are called to joint annual inspections, for whoever sees the bodies: they name no more
 * than is shown of a body, and whoever has no account gets theirs printed.
 */
public class InspectionPapers {
    private final Inspections inspections;
    private final PaperFiles papers;

    InspectionPapers(Inspections inspections, DocumentService documents) {
        this.inspections = inspections;
        this.papers = new PaperFiles(documents, JointDocument.ABOUT_BODY);
    }

    /** @throws ProblemException {@code inspection-unknown} */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public List<DocumentView> list(String inspection, String body, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return papers.of(inspections.body(inspection, body, context).id(), context);
    }

    /** @throws ProblemException {@code inspection-unknown}, {@code document-unknown}, {@code document-pending} */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Content content(String inspection, String body, String document, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return papers.content(inspections.body(inspection, body, context).id(), document, context);
    }
}
