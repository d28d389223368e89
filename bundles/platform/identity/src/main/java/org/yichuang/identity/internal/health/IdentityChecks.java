package org.yichuang.identity.internal.health;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.identity.internal.DemoAccounts;
import org.yichuang.identity.internal.PersonalDataKeys;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of identity. */
public class IdentityChecks extends HealthCheckRegistrar {
    /** @param base where the file with the passwords of the demonstration lies */
    public IdentityChecks(BundleContext context, String base, DemoAccounts demonstration, PersonalDataKeys keys) {
        super(
                context,
                List.of(
                        new DemonstrationCheck(demonstration::isComplete),
                        new DemoAccountsCheck(demonstration::isWanted, Path.of(base)),
                        new KeysHereCheck(keys.marks()),
                        new KeysInUseCheck(keys.marks(), keys.usage())));
    }
}
