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
            throw new ProblemException(
                    CommonError.NOT_FOUND, LocalizedMessage.of(CatalogueImport.class, "file.unreadable", file));
        }
    }

    private static CommandResult report(CatalogueEditing.ImportReport report) {
        TextTable table = new TextTable("行 Row", "代码 Code", "名称 Name", "结果 Outcome", "说明 Reasons");
        report.details()
                .forEach(row ->
                        table.row(row.row(), row.code(), row.name(), row.outcome(), String.join("；", row.reasonsZh())));
        String sum = "%d 行 rows：接收 accepted %d，发布 published %d，拒绝 refused %d%n"
                .formatted(report.rows(), report.accepted(), report.published(), report.refused());
        return CommandResult.of(report, table + sum);
    }
}
