package org.yichuang.catalogue.internal.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Imports a CSV or XLSX file into a catalogue. */
@Command(scope = "catalogue", name = "import", description = "Imports a CSV or XLSX file into a catalogue (导入事项)")
@Service
public class CatalogueImport extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(CatalogueCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "file", description = "A file on this machine (文件)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--publish", description = "Publish what may be published (同时发布)")
    boolean publish;

    @Reference
    CatalogueEditing editing;

    @Override
    protected CommandResult run() {
        CallContext context = changing(centre, "catalogue");
        Path path = Path.of(file);
        try (InputStream content = Files.newInputStream(path)) {
            return report(editing.importFile(path.getFileName().toString(), content, publish, context));
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(CommonError.NOT_FOUND, words("file-unreadable", file));
        }
    }

    private CommandResult report(CatalogueEditing.ImportReport report) {
        TextTable table = new TextTable(words("row"), words("code"), words("name"), words("outcome"), words("reasons"));
        report.details().forEach(row -> table.row(row.row(), row.code(), row.name(), row.outcome(), reasons(row)));
        LocalizedMessage sum = words("sum", report.rows(), report.accepted(), report.published(), report.refused());
        return CommandResult.worded(report, wording -> table.in(wording) + wording.sentence(sum) + "\n");
    }

    /** The report keeps them in Chinese and English. */
    private LocalizedMessage reasons(CatalogueEditing.Row row) {
        LocalizedMessage zh = LocalizedMessage.list(
                row.reasonsZh().stream().map(LocalizedMessage::verbatim).toList());
        LocalizedMessage en = LocalizedMessage.list(
                row.reasonsEn().stream().map(LocalizedMessage::verbatim).toList());
        return words("reasons-kept", zh, en);
    }
}
