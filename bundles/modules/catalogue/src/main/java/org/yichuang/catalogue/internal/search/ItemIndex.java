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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.TenantId;

/**
 * The index of a node: published items of those centres that somebody has searched. It is derived from the database and
 * begins empty with each start: nothing of it is ever committed, so that no death leaves half of one behind.
 */
public final class ItemIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ItemIndex.class);
    private static final double MEMORY_MEGABYTES = 16;

    private final Path folder;
    private Open open;

    /** What an index consists of while it is open. */
    private record Open(Directory directory, IndexWriter writer, SearcherManager searchers) {
        void close() throws IOException {
            try {
                searchers.close();
                writer.rollback();
            } finally {
                directory.close();
            }
        }
    }

    /** In a folder, of which everything that lies there is removed. Nothing is there before {@link #reopen}. */
    public ItemIndex(Path folder) {
        this.folder = folder;
    }

    /** Whether it can be read and written: one that failed to write is closed for good. */
    synchronized boolean isOpen() {
        return open != null && open.writer().isOpen();
    }

    /** Makes it anew, empty. */
    synchronized void reopen() throws IOException {
        close();
        removeAll(folder);
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriter writer = new IndexWriter(
                    directory, new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(MEMORY_MEGABYTES));
            open = new Open(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } finally {
            if (open == null) {
                directory.close();
            }
        }
    }

    private synchronized Open opened() throws IOException {
        if (open == null) {
            throw new IOException("The index of items is not open");
        }
        return open;
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
            SearcherManager searchers = opened().searchers();
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AlreadyClosedException e) {
            throw new UncheckedIOException(new IOException("The index of items is made anew", e));
        }
    }

    /** Puts items in, each in the place of the one with its code. */
    void put(List<IndexedItem> items) throws IOException {
        for (IndexedItem item : items) {
            opened().writer()
                    .updateDocument(
                            new Term(
                                    ItemDocuments.KEY,
                                    IndexedItem.key(item.owner(), item.item().code())),
                            ItemDocuments.of(item));
        }
    }

    /** Takes items of a centre out. */
    void remove(TenantId owner, Collection<String> codes) throws IOException {
        for (String code : codes) {
            opened().writer().deleteDocuments(new Term(ItemDocuments.KEY, IndexedItem.key(owner, code)));
        }
    }

    /** Takes all items of a centre out. */
    void remove(TenantId owner) throws IOException {
        opened().writer().deleteDocuments(new Term(ItemDocuments.OWNER, owner.value()));
    }

    /** Lets searches see what has been put in and taken out. */
    void show() throws IOException {
        opened().searchers().maybeRefreshBlocking();
    }

    /** How many items of a centre it holds. */
    int size(TenantId owner) {
        return read(searcher -> searcher.count(new TermQuery(new Term(ItemDocuments.OWNER, owner.value()))));
    }

    @Override
    public synchronized void close() {
        Open last = open;
        open = null;
        try {
            if (last != null) {
                last.close();
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("The index of items did not close in order, it is made anew: {}", e.toString());
        }
    }
}
