package org.yichuang.documents.internal.web;

import java.util.List;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.internal.CodeVerification;
import org.yichuang.documents.internal.DocumentsDescriptor;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages of documents. */
public class DocumentsPageModule implements PageModule {
    private static final Texts TEXTS = Texts.beside(DocumentsPageModule.class, "texts");

    private final List<Object> pages;

    public DocumentsPageModule(CodeVerification verification, DocumentTexts texts) {
        pages = List.of(new VerifyPages(verification), new TextPages(texts));
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
        return pages;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of("/document-texts", "texts.title", 46, Role.CENTRE_MANAGER.key()));
    }
}
