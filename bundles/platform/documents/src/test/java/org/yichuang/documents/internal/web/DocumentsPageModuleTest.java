package org.yichuang.documents.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.Test;
import org.yichuang.documents.internal.view.PaperView;
import org.yichuang.kernel.api.Languages;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.NavigationEntry;

/** What documents have in the menu. */
public class DocumentsPageModuleTest {
    private final DocumentsPageModule module = new DocumentsPageModule(null, null, null);

    @Test
    public void everybodyFindsWhatEachDocumentSendsThemTo() {
        List<NavigationEntry> open = module.navigation().stream()
                .filter(entry -> entry.roles().isEmpty())
                .toList();
        assertEquals(
                List.of("/verify"), open.stream().map(NavigationEntry::path).toList());

        String name = module.texts().get(LocalizedMessage.CHINESE, open.get(0).label());
        for (String sentence : List.of("verify", "scan")) {
            String printed = LocalizedMessage.of(PaperView.class, sentence).in(LocalizedMessage.CHINESE);
            assertTrue(printed, printed.contains("“" + name + "”"));
        }
    }

    @Test
    public void everyEntryHasWordsInEachLanguage() {
        for (NavigationEntry entry : module.navigation()) {
            for (Locale language : Languages.all()) {
                assertTrue(
                        entry.label(),
                        module.texts().find(language, entry.label()).isPresent());
            }
        }
    }

    @Test
    public void whoMayHaveFilesScannedAgainFindsThem() {
        NavigationEntry infected = module.navigation().stream()
                .filter(entry -> entry.path().equals("/infected-files"))
                .findFirst()
                .orElseThrow();

        assertEquals(Set.of("clerk", "reviewer", "centre-manager"), infected.roles());
    }
}
