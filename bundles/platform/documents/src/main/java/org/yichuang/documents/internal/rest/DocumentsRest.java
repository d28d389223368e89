package org.yichuang.documents.internal.rest;

import java.util.List;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.DocumentsDescriptor;
import org.yichuang.rest.api.RestModule;

/** What documents give to the REST door. */
public class DocumentsRest implements RestModule {
    private final VerifyResource resource;

    public DocumentsRest(DocumentService documents) {
        resource = new VerifyResource(documents);
    }

    @Override
    public String module() {
        return "documents";
    }

    @Override
    public List<String> roots() {
        return new DocumentsDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(resource);
    }
}
