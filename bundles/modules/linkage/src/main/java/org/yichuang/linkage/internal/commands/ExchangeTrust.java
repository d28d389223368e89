package org.yichuang.linkage.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.yichuang.linkage.api.TrustedKeys;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Shows the keys in a file of another deployment, and believes them once somebody has read out the same fingerprint
 * over there.
 */
@Command(
        scope = "exchange",
        name = "trust",
        description = "Shows the keys of another deployment; believes them when told their fingerprint (信任对方公钥)")
@Service
public class ExchangeTrust extends CentreCommand {
    @Argument(index = 0, name = "file", description = "The file of the other deployment (文件)", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Argument(index = 1, name = "fingerprint", description = "The fingerprint as told over there (指纹)")
    String fingerprint;

    @Reference
    TrustedKeys trusted;

    @Reference
    Tenants tenants;

    @Override
    protected CommandResult run() {
        String text = text();
        if (fingerprint == null) {
            return KeyTable.of(trusted.read(text))
                    .failing(LocalizedMessage.of(ExchangeTrust.class, "fingerprint-compare"));
        }
        return KeyTable.of(trusted.trust(text, fingerprint, changing(root())));
    }

    private String text() {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new ProblemException(
                    CommonError.NOT_FOUND, LocalizedMessage.of(ExchangeTrust.class, "not-read", file));
        }
    }

    /** Whom this deployment believes is for whoever runs it: for the highest centre that lives here. */
    private String root() {
        return directory().centres().stream()
                .filter(centre ->
                        tenants.find(centre).filter(Tenant::isElsewhere).isEmpty())
                .map(TenantId::value)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonError.UNAVAILABLE, LocalizedMessage.of(ExchangeTrust.class, "no-centre-yet")));
    }
}
