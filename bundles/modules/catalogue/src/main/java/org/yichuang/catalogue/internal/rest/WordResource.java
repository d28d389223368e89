package org.yichuang.catalogue.internal.rest;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.OwnWords;
import org.yichuang.catalogue.internal.OwnWords.Meaning;
import org.yichuang.catalogue.internal.OwnWords.Own;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.catalogue.internal.importing.ItemFile.Described;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** What words of a centre's own lists mean when these are imported. */
@Path("/{tenant}/catalogue/import-words")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WordResource {
    private final OwnWords words;

    /** In front of the service. */
    public WordResource(OwnWords words) {
        this.words = words;
    }

    /** A column of an import. */
    public record ColumnView(String id, String name) {
        static ColumnView of(Described column) {
            return new ColumnView(column.id(), column.label().zh());
        }
    }

    /** A word and what it means. */
    public record WordView(String kind, String word, String meaning) {
        static WordView of(Own own) {
            return new WordView(own.kind().name(), own.word(), own.meaning());
        }
    }

    /** The words of the centre, and the columns that headings may mean. */
    public record WordsView(List<WordView> items, List<ColumnView> columns) {}

    /** Returns what words of the centre's own lists mean, by kind and word. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public WordsView words(@Context CallContext context) {
        return new WordsView(
                words.list(context).stream().map(WordView::of).toList(),
                ItemFile.columns().stream().map(ColumnView::of).toList());
    }

    /** Says what a word means; an empty meaning takes it away. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.IMPORT)
    public WordsView put(@NotNull @Valid Meaning body, @Context CallContext context) {
        words.put(body, context);
        return words(context.withoutKey());
    }
}
