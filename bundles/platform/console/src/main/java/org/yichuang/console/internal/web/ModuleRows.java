package org.yichuang.console.internal.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.console.internal.view.ModuleRow;
import org.yichuang.pages.api.PageModule;
import org.yichuang.tenancy.api.Tenant;

/** The modules that can be switched, in the order of their work; the platform itself cannot be. */
final class ModuleRows {
    private static final List<String> WORDS =
            List.of("catalogue", "windows", "cases", "linkage", "fees", "disclosure", "procurement", "supervision");

    private final List<PageModule> present;

    /**
     * @param present the modules that the container has; they come and go
     */
    ModuleRows(List<PageModule> present) {
        this.present = present;
    }

    /** The words of a centre's modules. */
    static List<String> on(Tenant centre) {
        return WORDS.stream().filter(centre::has).toList();
    }

    /** The modules that the container has or the centre has switched on. */
    List<ModuleRow> of(Tenant centre) {
        Set<String> installed = present.stream().map(PageModule::module).collect(Collectors.toSet());
        return WORDS.stream()
                .map(word -> new ModuleRow(word, installed.contains(word), centre.has(word)))
                .filter(row -> row.installed() || row.on())
                .toList();
    }
}
