package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.yichuang.kernel.api.TenantId;

/**
 * The index of a node: published items of those centres that somebody has searched. It is derived from the database and
 * begins empty with each start: nothing of it is ever committed, so that no death leaves half of one behind.
 */
public final class ItemIndex implements AutoCloseable {
    private static final double MEMORY_MEGABYTES = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** In a folder, of which everything that lies there is removed. */
    public ItemIndex(Path folder) {
        try {
            removeAll(folder);
            Files.createDirectories(folder);
            directory = FSDirectory.open(folder);
            writer = new IndexWriter(
                    directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(MEMORY_MEGABYTES));
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException e) {
            throw new UncheckedIOException("The index of items cannot be made in " + folder, e);
        }
    }

    private static void removeAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Something that reads the index. */
    interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    /** Reads the index as it was last shown. */
    <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts items in, each in the place of the one with its code. */
    void put(List<IndexedItem> items) throws IOException {
        for (IndexedItem item : items) {
            writer.updateDocument(
                    new Term(
                            ItemDocuments.KEY,
                            IndexedItem.key(item.owner(), item.item().code())),
                    ItemDocuments.of(item));
        }
    }

    /** Takes items of a centre out. */
    void remove(TenantId owner, Collection<String> codes) throws IOException {
        for (String code : codes) {
            writer.deleteDocuments(new Term(ItemDocuments.KEY, IndexedItem.key(owner, code)));
        }
    }

    /** Takes all items of a centre out. */
    void remove(TenantId owner) throws IOException {
        writer.deleteDocuments(new Term(ItemDocuments.OWNER, owner.value()));
    }

    /** Lets searches see what has been put in and taken out. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** How many items it holds. */
    int size() {
        return read(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
