package org.yichuang.catalogue.internal.web;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.internal.CatalogueExport;
import org.yichuang.catalogue.internal.DisclosedFields;
import org.yichuang.catalogue.internal.HotWords;
import org.yichuang.catalogue.internal.HotWords.Hot;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.ImportUndo;
import org.yichuang.catalogue.internal.OwnItems;
import org.yichuang.catalogue.internal.OwnWords;
import org.yichuang.catalogue.internal.Roads;
import org.yichuang.catalogue.internal.RunningCases;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.view.Audience;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;

/** The pages of the catalogue. */
public class CataloguePages implements PageModule {
    private static final long LARGEST_BODY = 33L << 20;
    static final Texts TEXTS = Texts.beside(CataloguePages.class, "texts")
            .and(Texts.beside(CataloguePages.class, "journal"))
            .and(Texts.beside(CataloguePages.class, "levels"));

    private final List<Object> resources;
    private final List<HomePanel> panels;

    /** Puts its pages in front of the services. */
    public CataloguePages(
            Catalogue catalogue,
            CatalogueSearch search,
            CatalogueEditing editing,
            DisclosedFields fields,
            OwnItems own,
            CatalogueExport export,
            ImportPreviews previews,
            Roads roads,
            OwnWords words,
            ImportUndo undo,
            HotWords hotWords,
            RunningCases running,
            SampleFiles samples) {
        EditorPages editor = new EditorPages(editing, own, export, running, samples);
        resources = List.of(
                new ItemPages(catalogue, search, fields, roads, hotWords, samples),
                new SampleDownloads(samples),
                new SamplePages(samples),
                editor,
                new RowPages(editing),
                new ImportPages(editing, previews, undo, editor),
                new WordPages(words));
        HomeOffer offer = new HomeOffer(catalogue);
        panels = List.of(
                new SearchPanel(hotWords),
                new OfferPanel(offer, Audience.PERSON, 12),
                new OfferPanel(offer, Audience.ORGANISATION, 14),
                new DepartmentPanel(offer));
    }

    @Override
    public String module() {
        return "catalogue";
    }

    @Override
    public List<String> roots() {
        return List.of("items", "editor");
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/items", "nav.items", 10),
                NavigationEntry.of("/editor", "nav.editor", 60, Role.CATALOGUE_EDITOR.key())
                        .asStart());
    }

    @Override
    public List<HomePanel> panels() {
        return panels;
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }

    /** The one search box of the home page. */
    private record SearchPanel(HotWords hotWords) implements HomePanel {
        @Override
        public int order() {
            return 10;
        }

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean wide() {
            return true;
        }

        @Override
        public Content show(PageCall call) {
            return ItemPages.TEMPLATES.homesearch(
                    call.ui(),
                    hotWords.hot(call.context()).stream().map(Hot::word).toList());
        }
    }

    /** Some of what the centre offers to an audience. */
    private record OfferPanel(HomeOffer offer, Audience audience, int order) implements HomePanel {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Content show(PageCall call) {
            return ItemPages.TEMPLATES.homeitems(
                    call.ui(), audience, offer.at(call.context()).items().get(audience));
        }
    }

    /** The departments, each with its items behind it. */
    private record DepartmentPanel(HomeOffer offer) implements HomePanel {
        @Override
        public int order() {
            return 30;
        }

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Content show(PageCall call) {
            return ItemPages.TEMPLATES.homedepartments(
                    call.ui(), offer.at(call.context()).departments());
        }
    }
}
