package org.yichuang.tenancy.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Tenants;

/**
 * Has every file of a centre been taken, or refused? A refused one is the operator's to mend; the others are served.
 */
class LoadedCheck extends ModuleCheck {
    private final Tenants tenants;
    private final Supplier<Set<String>> judged;
    private final Path etc;

    /**
     * @param judged the names of the files that have been taken or refused
     * @param etc where the files lie
     */
    LoadedCheck(Tenants tenants, Supplier<Set<String>> judged, Path etc) {
        super("tenants", READY);
        this.tenants = tenants;
        this.judged = judged;
        this.etc = etc;
    }

    @Override
    protected List<Finding> look() {
        int there = tenants.all().size();
        Set<String> files = files();
        int ordered = files.size();
        files.removeAll(judged.get());
        boolean complete = files.isEmpty() && (there > 0 || ordered == 0);
        return List.of(
                complete
                        ? Finding.ok(LocalizedMessage.of(LoadedCheck.class, "loaded-check.loaded-2", there))
                        : Finding.notYet(LocalizedMessage.of(
                                LoadedCheck.class, "loaded-check.loaded", ordered - files.size(), ordered)));
    }

    private Set<String> files() {
        Set<String> names = new HashSet<>();
        if (!Files.isDirectory(etc)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, "org.yichuang.tenant-*.cfg")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
