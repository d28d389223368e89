package org.yichuang.catalogue.internal.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Lists what a centre offers. */
@Command(scope = "catalogue", name = "list", description = "Lists what a centre offers (列出事项)")
@Service
public class CatalogueList extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CatalogueCentreCompleter.class)
    String centre;

    @Reference
    Catalogue catalogue;

    @Override
    protected CommandResult run() {
        CallContext context = reading(centre, "catalogue");
        List<Row> items = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ItemVersion> page =
                    catalogue.search(Catalogue.Query.ALL, new PageRequest(PageRequest.MAXIMUM, cursor), context);
            page.items().stream().map(Row::of).forEach(items::add);
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        TextTable table =
                new TextTable(words("code"), words("name"), words("department"), words("owner"), words("version"));
        items.forEach(item -> table.row(item.code(), item.name(), item.department(), item.owner(), item.version()));
        return CommandResult.of(items, table, words("none-published"));
    }

    /** An item for programs. */
    record Row(String code, String name, String department, String owner, int version) {
        static Row of(ItemVersion version) {
            return new Row(
                    version.definition().code(),
                    version.definition().name(),
                    version.definition().department(),
                    version.owner().value(),
                    version.number());
        }
    }
}
