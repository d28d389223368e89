package org.yichuang.documents.internal.web;

import java.util.List;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.DocumentsDescriptor;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.PageModule;

/** The pages of documents. */
public class DocumentsPageModule implements PageModule {
    private static final Texts TEXTS = Texts.beside(DocumentsPageModule.class, "texts");

    private final VerifyPages pages;

    public DocumentsPageModule(DocumentService documents) {
        pages = new VerifyPages(documents);
    }

    @Override
    public String module() {
        return "documents";
    }

    @Override
    public List<String> roots() {
        return new DocumentsDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(pages);
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }
}
