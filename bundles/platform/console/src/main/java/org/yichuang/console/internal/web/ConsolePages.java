package org.yichuang.console.internal.web;

import java.util.List;
import org.yichuang.console.internal.ConsoleDescriptor;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages of the platform itself: centres, departments, audit. */
public class ConsolePages implements PageModule {
    private static final Texts TEXTS = Texts.beside(ConsolePages.class, "texts");

    private final List<Object> resources;

    /** The console of these pages. */
    public ConsolePages(List<Object> resources) {
        this.resources = List.copyOf(resources);
    }

    @Override
    public String module() {
        return "console";
    }

    @Override
    public List<String> roots() {
        return ConsoleDescriptor.PAGE_ROOTS;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of("/centres", "centres.title", 50, Role.OPERATOR.key(), Role.SYSTEM_ADMIN.key())
                        .asStart(),
                NavigationEntry.of("/departments", "departments.title", 55, Role.SYSTEM_ADMIN.key()),
                NavigationEntry.of("/doctor", "doctor.title", 80, Role.OPERATOR.key()),
                NavigationEntry.of("/events", "events.title", 82, Role.OPERATOR.key()),
                NavigationEntry.of("/audit", "audit.title", 52, Role.AUDIT_ADMIN.key())
                        .asStart());
    }
}
