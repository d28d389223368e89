package org.yichuang.pages.internal;

import java.util.List;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;

/** What the pages say of themselves. */
public class PagesDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "pages";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> pageRoots() {
        return List.of("", "sign-in", "sign-out", "session", "_components");
    }

    @Override
    public Texts texts() {
        return Texts.beside(PagesDescriptor.class, "module");
    }
}
