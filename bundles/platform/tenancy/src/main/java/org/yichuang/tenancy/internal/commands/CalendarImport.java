package org.yichuang.tenancy.internal.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.tenancy.api.Calendars;

/** Imports the holiday notice of a year. */
@Command(scope = "calendar", name = "import", description = "Imports the holiday notice of a year (导入放假安排)")
@Service
public class CalendarImport extends CentreCommand {
    @Argument(index = 0, name = "file", description = "A JSON file on this machine (文件)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference
    Calendars calendars;

    @Override
    protected CommandResult run() {
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            return CalendarTable.of(List.of(calendars.importYear(json, changing(root()))));
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    CommonError.NOT_FOUND, LocalizedMessage.of(CalendarImport.class, "file-unreadable", file));
        }
    }

    /** A calendar is the whole network's: its import is journaled at the centre above all others. */
    private String root() {
        return directory().centres().stream()
                .map(TenantId::value)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonError.UNAVAILABLE, LocalizedMessage.of(CalendarImport.class, "no-centre-yet")));
    }
}
