package org.yichuang.migration.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/** Gives Liquibase the files of one bundle, and behind them its own (the XML schemas of changelogs). */
final class BundleResources extends AbstractResourceAccessor {
    private final Function<String, URL> entries;

    /** @param entries the lookup of a file in the bundle; null when it has none of that name */
    BundleResources(Function<String, URL> entries) {
        this.entries = entries;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        URL found = entries.apply(plain);
        if (found == null) {
            found = Liquibase.class.getClassLoader().getResource(plain);
        }
        return found == null ? List.of() : List.of(resource(plain, found));
    }

    /** Changelogs name their files one by one: what runs, and in which order, is to be read in them. */
    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        throw new FileNotFoundException("includeAll is not supported: name the files of " + path + " one by one");
    }

    @Override
    public List<String> describeLocations() {
        return Stream.of("the bundle", "Liquibase").toList();
    }

    @Override
    public void close() {
        // Nothing is held open between two files.
    }

    private static Resource resource(String path, URL url) throws IOException {
        try {
            return new URIResource(path, url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("No address for " + path, e);
        }
    }
}
