package org.yichuang.console.internal.web;

import java.util.List;
import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Texts;

/** The pages of the platform itself: centres, accounts, audit. */
public class ConsolePages implements PageModule {
    private static final Texts TEXTS = Texts.beside(ConsolePages.class);

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
        return List.of(
                "centres", "departments", "accounts", "audit", "doctor", "register", "password", "second-factor");
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
                NavigationEntry.of("/centres", "centres.title", 50, Role.OPERATOR, Role.SYSTEM_ADMIN)
                        .asStart(),
                NavigationEntry.of("/departments", "departments.title", 55, Role.SYSTEM_ADMIN),
                NavigationEntry.of("/doctor", "doctor.title", 80, Role.OPERATOR),
                NavigationEntry.of("/accounts", "accounts.title", 51, Role.SECURITY_ADMIN)
                        .asStart(),
                NavigationEntry.of("/audit", "audit.title", 52, Role.AUDIT_ADMIN)
                        .asStart());
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return switch (kind) {
            case "sign-in" -> List.of(
                    new Action("register.title", "/register", Set.of()),
                    new Action("factor.title", "/second-factor", Set.of()));
            case "account" -> List.of(new Action("password.title", "/password", Set.of(Role.values())));
            default -> List.of();
        };
    }
}
