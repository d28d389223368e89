package org.yichuang.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.Test;

/** The search library finds its codecs and dictionaries inside of the container. */
public class SearchIT extends InContainer {
    @Test
    public void itIndexesAndFindsChineseWords() throws IOException {
        try (Analyzer analyzer = new ChineseWords();
                Directory index = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(index, new IndexWriterConfig(analyzer))) {
                for (String name : List.of("临时占用林地审批", "老年人优待证办理", "ＡＢＣ许可证")) {
                    Document document = new Document();
                    document.add(new TextField("name", name, Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            assertEquals("老年人优待证办理", first(index, analyzer, "老年人"));
            assertEquals("full width is folded", "ＡＢＣ许可证", first(index, analyzer, "abc"));
        }
    }

    private static String first(Directory index, Analyzer analyzer, String words) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(index)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            int found =
                    searcher.search(new QueryBuilder(analyzer).createBooleanQuery("name", words), 1).scoreDocs[0].doc;
            return searcher.storedFields().document(found).get("name");
        }
    }

    private static final class ChineseWords extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new HMMChineseTokenizer();
            return new TokenStreamComponents(words, new ICUFoldingFilter(words));
        }
    }
}
