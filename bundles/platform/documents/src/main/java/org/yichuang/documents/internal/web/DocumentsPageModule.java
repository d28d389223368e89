package org.yichuang.documents.internal.web;

import java.util.List;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.documents.internal.CodeVerification;
import org.yichuang.documents.internal.DocumentsDescriptor;
import org.yichuang.documents.internal.scan.InfectedFiles;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages of documents. */
public class DocumentsPageModule implements PageModule {
    private static final Texts TEXTS = Texts.beside(DocumentsPageModule.class, "texts");

    private final List<Object> pages;

    public DocumentsPageModule(CodeVerification verification, DocumentTexts texts, InfectedFiles infected) {
        pages = List.of(new VerifyPages(verification), new TextPages(texts), new InfectedFilePages(infected));
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
        return List.of(
                NavigationEntry.open("/verify", "verify.title", 25),
                NavigationEntry.of("/document-texts", "texts.title", 46, Role.CENTRE_MANAGER.key()),
                NavigationEntry.of(
                        "/infected-files",
                        "infected.title",
                        47,
                        Role.CLERK.key(),
                        Role.REVIEWER.key(),
                        Role.CENTRE_MANAGER.key()));
    }
}
