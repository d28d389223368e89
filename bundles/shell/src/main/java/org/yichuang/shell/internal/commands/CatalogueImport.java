package org.yichuang.shell.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.yichuang.shell.internal.desks.CatalogueDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Imports a CSV or XLSX file into a catalogue. */
@Command(scope = "catalogue", name = "import", description = "Imports a CSV or XLSX file into a catalogue (导入事项)")
@Service
public class CatalogueImport extends OperatorCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CatalogueCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "file", description = "A file on this machine (文件)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--publish", description = "Publish what may be published (同时发布)")
    boolean publish;

    @Argument(index = 2, name = "options", multiValued = true, description = "Options may also stand here (选项)")
    List<String> options;

    @Override
    Sheet run(Desk desk) {
        return new CatalogueDesk(desk).take(centre, file, publish);
    }

    @Override
    String changedCentre() {
        return centre;
    }

    @Override
    List<String> optionsAfterArguments() {
        return options;
    }
}
