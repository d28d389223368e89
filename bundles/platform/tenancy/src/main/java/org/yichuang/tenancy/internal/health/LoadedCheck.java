package org.yichuang.tenancy.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenants;

/**
 * Has every file of a centre been taken, or refused? A refused one is the operator's to mend; the others are served.
 */
class LoadedCheck extends ModuleCheck {
    private final Tenants tenants;
    private final Path etc;

    LoadedCheck(Tenants tenants, Path etc) {
        super("tenants", READY);
        this.tenants = tenants;
        this.etc = etc;
    }

    @Override
    protected List<Finding> look() {
        int there = tenants.all().size();
        long judged = there
                + tenants.refusals().stream()
                        .map(Tenants.Refusal::source)
                        .distinct()
                        .count();
        long ordered = configured();
        boolean complete = judged >= ordered && (there > 0 || ordered == 0);
        return List.of(
                complete
                        ? Finding.ok(LocalizedMessage.of(LoadedCheck.class, "loaded-check.loaded-2", there))
                        : Finding.notYet(
                                LocalizedMessage.of(LoadedCheck.class, "loaded-check.loaded", there, ordered)));
    }

    private long configured() {
        if (!Files.isDirectory(etc)) {
            return 0;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, "org.yichuang.tenant-*.cfg")) {
            return StreamSupport.stream(files.spliterator(), false).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
