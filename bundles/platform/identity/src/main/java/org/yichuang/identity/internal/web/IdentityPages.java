package org.yichuang.identity.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.Role;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.internal.IdentityDescriptor;
import org.yichuang.identity.internal.jte.StaticTemplates;
import org.yichuang.identity.internal.jte.Templates;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.tenancy.api.Departments;

/** The pages of accounts: those of the security administrator, and everybody's own. */
public class IdentityPages implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS = Texts.beside(IdentityPages.class, "texts");

    private final ProviderSignIn provider;
    private final List<Object> resources;

    /** In front of the services. */
    public IdentityPages(Accounts accounts, Departments departments, SecondFactor factor, ProviderSignIn provider) {
        this.provider = provider;
        resources = List.of(
                new AccountPages(accounts, departments, provider),
                new SecondFactorPages(factor),
                new ProviderPages(provider));
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public List<String> roots() {
        return IdentityDescriptor.PAGE_ROOTS;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    /** @param to where somebody was going */
    private List<Action> beforeSigningIn(String to) {
        List<Action> actions = new ArrayList<>();
        if (provider.isOffered()) {
            actions.add(new Action("provider.title", "/provider", Set.of()));
        }
        actions.add(new Action("register.title", AccountPages.registration(to), Set.of()));
        actions.add(new Action("factor.title", "/second-factor", Set.of()));
        return actions;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of("/accounts", "accounts.title", 51, Role.SECURITY_ADMIN.key())
                .asStart());
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return switch (kind) {
            case "sign-in" -> beforeSigningIn(id);
            case "account" -> List.of(new Action("password.title", "/password", Set.of(Action.EVERY_ROLE)));
            default -> List.of();
        };
    }
}
