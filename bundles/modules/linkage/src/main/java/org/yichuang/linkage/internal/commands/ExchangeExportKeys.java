package org.yichuang.linkage.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.TrustedKeys;
import org.yichuang.linkage.api.TrustedKeys.KeyFile;
import org.yichuang.shell.api.CommandResult;

/** Writes the public keys of centres that live here into a file for another deployment. */
@Command(
        scope = "exchange",
        name = "export-keys",
        description = "Writes the public keys of centres into a file for another deployment (导出公钥)")
@Service
public class ExchangeExportKeys extends CentreOrAll {
    @Argument(index = 0, name = "file", description = "The file to write, on this machine (文件)", required = true)
    String file;

    @Argument(index = 1, name = "centres", description = "The centres (中心)", multiValued = true)
    @Completion(LinkageCentreCompleter.class)
    List<String> centres = List.of();

    @Option(name = "--all", description = "All centres of this deployment (本部署的全部中心)")
    boolean all;

    @Reference
    CentreKeys keys;

    @Reference
    TrustedKeys trusted;

    @Override
    protected CommandResult run() {
        Map<TenantId, List<PublicKeyView>> its = new LinkedHashMap<>();
        centres().forEach(centre -> its.put(centre, keys.keys(reading(centre))));
        KeyFile written =
                trusted.write(its.values().stream().flatMap(List::stream).toList());
        try {
            Files.writeString(Path.of(file), written.text());
        } catch (IOException e) {
            throw new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(ExchangeExportKeys.class, "not-written", file));
        }
        its.forEach((centre, exported) -> trusted.exported(exported, changing(centre.value(), MODULE)));
        return KeyTable.of(written);
    }

    private Collection<TenantId> centres() {
        return all || centres.isEmpty()
                ? centres(centres.isEmpty() ? null : centres.get(0), all)
                : centres.stream()
                        .map(centre -> directory().centre(centre, MODULE))
                        .toList();
    }
}
