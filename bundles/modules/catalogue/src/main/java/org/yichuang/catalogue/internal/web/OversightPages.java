package org.yichuang.catalogue.internal.web;

import java.util.List;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.ReviewRounds;
import org.yichuang.catalogue.internal.RoundFiles;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages that look at a catalogue as a whole. */
public class OversightPages implements PageModule {
    private static final long LARGEST_BODY = 6L << 20;

    private final List<Object> resources;

    /** Puts its pages in front of the services. */
    public OversightPages(ReviewRounds rounds, RoundFiles files, ImportPreviews previews) {
        resources = List.of(new RoundPages(rounds, files, previews));
    }

    @Override
    public String module() {
        return "catalogue";
    }

    @Override
    public List<String> roots() {
        return List.of("catalogue");
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return CataloguePages.TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of("/catalogue/rounds", "nav.rounds", 61, Role.CATALOGUE_EDITOR.key()));
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }
}
