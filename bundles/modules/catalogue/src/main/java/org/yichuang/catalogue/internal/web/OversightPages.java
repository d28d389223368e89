package org.yichuang.catalogue.internal.web;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.catalogue.internal.Bundles;
import org.yichuang.catalogue.internal.CatalogueDescriptor;
import org.yichuang.catalogue.internal.CleanUp;
import org.yichuang.catalogue.internal.HallEntries;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.LimitChecks;
import org.yichuang.catalogue.internal.ReviewRounds;
import org.yichuang.catalogue.internal.RoundFiles;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.tenancy.api.Tenants;

/** The pages that look at a catalogue as a whole. */
public class OversightPages implements PageModule {
    private static final long LARGEST_BODY = 6L << 20;

    private final List<Object> resources;
    private final LevelPages levels;

    /** Puts its pages in front of the services. */
    public OversightPages(
            ReviewRounds rounds,
            RoundFiles files,
            ImportPreviews previews,
            HallEntries entries,
            Unification unification,
            Tenants tenants,
            LimitChecks limits,
            CleanUp cleanUp,
            Bundles bundles,
            LevelPages levels) {
        this.levels = levels;
        resources = Stream.concat(
                        Stream.of(
                                new RoundPages(rounds, files, previews),
                                new EntryPages(entries, tenants),
                                new UnificationPages(unification, tenants),
                                new CheckPages(limits, cleanUp),
                                new BundlePages(bundles)),
                        levels.resources().stream())
                .toList();
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
        String editor = Role.CATALOGUE_EDITOR.key();
        List<NavigationEntry> own = List.of(
                NavigationEntry.of("/catalogue/bundles", "nav.bundles", 61, editor),
                NavigationEntry.of("/catalogue/rounds", "nav.rounds", 61, editor),
                NavigationEntry.of("/catalogue/unification", "nav.unification", 62, editor),
                NavigationEntry.of("/catalogue/entries", "nav.entries", 63, editor),
                NavigationEntry.of("/catalogue/compression", "nav.compression", 64, editor),
                NavigationEntry.of("/catalogue/clean-up", "nav.clean-up", 65, editor),
                NavigationEntry.of(
                        "/catalogue/opinions",
                        "nav.opinions",
                        66,
                        editor,
                        Role.CENTRE_MANAGER.key(),
                        CatalogueDescriptor.LEGAL_OFFICER,
                        CatalogueDescriptor.REFORM_OFFICER));
        return Stream.concat(own.stream(), levels.navigation().stream()).toList();
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }
}
