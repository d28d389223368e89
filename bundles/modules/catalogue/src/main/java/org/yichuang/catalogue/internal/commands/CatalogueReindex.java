package org.yichuang.catalogue.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Makes the search index of a centre anew on this node. */
@Command(
        scope = "catalogue",
        name = "reindex",
        description = "Makes the search index of a centre's items anew on this node (重建搜索索引)")
@Service
public class CatalogueReindex extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CatalogueCentreCompleter.class)
    String centre;

    @Reference
    CatalogueSearch search;

    @Override
    protected CommandResult run() {
        Row row = new Row(centre, search.rebuild(reading(centre, "catalogue")));
        return CommandResult.of(row, words("reindexed", row.items()));
    }

    /** A centre for programs. */
    record Row(String centre, int items) {}
}
