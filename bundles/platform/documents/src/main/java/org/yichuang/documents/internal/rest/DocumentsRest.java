package org.yichuang.documents.internal.rest;

import java.util.List;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.internal.CodeVerification;
import org.yichuang.documents.internal.DocumentsDescriptor;
import org.yichuang.documents.internal.scan.InfectedFiles;
import org.yichuang.rest.api.RestModule;

/** What documents give to the REST door. */
public class DocumentsRest implements RestModule {
    private final List<Object> resources;

    public DocumentsRest(CodeVerification verification, DocumentTexts texts, InfectedFiles infected) {
        resources =
                List.of(new VerifyResource(verification), new TextResource(texts), new InfectedFileResource(infected));
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
        return resources;
    }
}
