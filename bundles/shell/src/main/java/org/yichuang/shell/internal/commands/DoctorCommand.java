package org.yichuang.shell.internal.commands;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.doctor.Doctor;
import org.yichuang.shell.internal.text.Sheet;

/** Looks at everything that an operator would look at. */
@Command(scope = "yichuang", name = "doctor", description = "Examines the platform and says what to do (全面检查)")
@Service
public class DoctorCommand extends OperatorCommand {
    @Override
    Sheet run(Desk desk) {
        Path base = Path.of(bundles.getProperty("karaf.base"));
        return new Doctor(desk, List.of(bundles.getBundles()), new OsgiSettings(desk.services()), base).examine();
    }
}
