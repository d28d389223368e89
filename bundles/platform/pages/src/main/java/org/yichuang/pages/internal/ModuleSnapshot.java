package org.yichuang.pages.internal;

import java.util.List;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/**
 * What a module gives, taken when it came.
 *
 * @param rules who may see which of its pages
 * @param source the module itself, for what depends on the request
 */
record ModuleSnapshot(
        String module,
        List<String> roots,
        List<Object> resources,
        Texts texts,
        List<NavigationEntry> navigation,
        List<HomePanel> panels,
        long largestBody,
        AccessRules rules,
        PageModule source) {
    /**
     * Reads what a module gives.
     *
     * @throws IllegalArgumentException when one of its pages has no access rule or lies outside of its roots
     */
    static ModuleSnapshot of(PageModule module) {
        List<String> roots = List.copyOf(module.roots());
        List<Object> resources = List.copyOf(module.resources());
        return new ModuleSnapshot(
                module.module(),
                roots,
                resources,
                module.texts(),
                List.copyOf(module.navigation()),
                List.copyOf(module.panels()),
                module.largestBody(),
                AccessRules.of(resources, roots),
                module);
    }
}
