package org.yichuang.catalogue.internal.rest;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.internal.Bundles;
import org.yichuang.catalogue.internal.CatalogueDescriptor;
import org.yichuang.catalogue.internal.CatalogueFeed;
import org.yichuang.catalogue.internal.HotWords;
import org.yichuang.catalogue.internal.ImportPreviews;
import org.yichuang.catalogue.internal.ImportUndo;
import org.yichuang.catalogue.internal.RunningCases;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.rest.api.RestModule;

/** The catalogue over HTTP. */
public class CatalogueModule implements RestModule {
    private static final long LARGEST_BODY = 33L << 20;

    private final List<Object> resources;

    /** Puts its resources in front of the services. */
    public CatalogueModule(
            Catalogue catalogue,
            CatalogueSearch search,
            CatalogueEditing editing,
            ImportPreviews previews,
            ImportUndo undo,
            CatalogueFeed feed,
            Bundles bundles,
            OversightResources oversight,
            LevelResources levels,
            HotWords hotWords,
            RunningCases running,
            SampleFiles samples) {
        resources = Stream.concat(
                        Stream.of(
                                new ItemResource(catalogue, search, editing, hotWords, samples),
                                new SampleResource(samples, catalogue),
                                new EffectResource(running, samples),
                                new HotWordResource(hotWords),
                                new SuggestionResource(search),
                                new FeedResource(feed, samples),
                                new ImportResource(editing, previews, undo),
                                new BundleResource(bundles)),
                        Stream.concat(oversight.all().stream(), levels.all().stream()))
                .toList();
    }

    @Override
    public String module() {
        return "catalogue";
    }

    @Override
    public List<String> roots() {
        return new CatalogueDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    /** The largest file that is taken, with some room for its wrapping. */
    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }
}
